import { type ContentLine, type Param, paramOf, partsOf } from './content-line.ts'
import { escaped, folded, paramText, type VCardVersion } from './text.ts'

/** What was written in quoted-printable has no place in a newer card. */
const isQuotedPrintable = (line: ContentLine): boolean =>
  paramOf(line, 'ENCODING').some((encoding) => /^quoted-printable$/i.test(encoding))

/**
 * The physical lines of a property, for a card of another version; of the same version as they came.
 * @param isRegrouped whether its group is another one than it came with
 */
export function physicalLines(
  line: ContentLine,
  from: string,
  to: VCardVersion,
  isRegrouped: boolean,
): string[] {
  if (from === to && !isQuotedPrintable(line) && !(isRegrouped && line.group !== null))
    return line.raw.map((bytes) => Buffer.from(bytes, 'latin1').toString())
  const { params, value } = converted(line, from, to)
  const name = line.name === 'X-ABLABEL' ? 'X-ABLabel' : line.name
  const head = [name, ...params.map(paramText)].join(';')
  return folded(`${line.group === null ? '' : `${line.group}.`}${head}:${value}`)
}

/** A line as another version of the format has it. */
function converted(line: ContentLine, from: string, to: VCardVersion): { params: Param[]; value: string } {
  const params = line.params.filter(({ name }) => name !== 'ENCODING' && name !== 'CHARSET')
  if (paramOf(line, 'ENCODING').some((encoding) => /^(?:b|base64)$/i.test(encoding)))
    return binary(line, params, to)
  const data = /^data:[\w.+-]+\/([\w.+-]+);base64,(.*)$/is.exec(line.value)
  if (to === '3.0' && data)
    return {
      params: [
        ...params,
        { name: 'ENCODING', values: ['b'] },
        { name: 'TYPE', values: [data[1]!.toUpperCase()] },
      ],
      value: data[2]!,
    }
  const isUri = paramOf(line, 'VALUE').some((type) => /^uri$/i.test(type))
  const isPhone = to === '3.0' && line.name === 'TEL' && isUri
  return {
    params: typed(isPhone ? params.filter(({ name }) => name !== 'VALUE') : params, to),
    value: isPhone ? line.value.replace(/^tel:/i, '') : from === '2.1' ? escapedAnew(line) : line.value,
  }
}

const MEDIA: Record<string, string> = { PHOTO: 'image', LOGO: 'image', SOUND: 'audio', KEY: 'application' }

/** 3.0 has base64 as an encoding, 4.0 as a URI (RFC 6350 §6.2.4). */
function binary({ name, value }: ContentLine, params: Param[], to: VCardVersion) {
  const media = MEDIA[name]
  if (to === '3.0' || media === undefined)
    return { params: [{ name: 'ENCODING', values: ['b'] }, ...params], value }
  const type = params.find((param) => param.name === 'TYPE')?.values[0]?.toLowerCase() ?? 'octet-stream'
  const rest = params.filter((param) => param.name !== 'TYPE')
  return { params: rest, value: `data:${media}/${type};base64,${value}` }
}

/** All types in one parameter; what is preferred is a type in 3.0 and a parameter in 4.0. */
function typed(params: Param[], to: VCardVersion): Param[] {
  const types = params.flatMap(({ name, values }) =>
    name === 'TYPE' ? values.flatMap((value) => value.split(',')) : [],
  )
  const isPreferred =
    types.some((type) => /^pref$/i.test(type)) ||
    params.some(({ name, values }) => name === 'PREF' && values[0] === '1')
  const left = types.filter((type) => !/^(?:pref|internet)$/i.test(type))
  const all = [...left, ...(isPreferred && to === '3.0' ? ['pref'] : [])]
  return [
    ...(all.length > 0 ? [{ name: 'TYPE', values: all }] : []),
    ...(isPreferred && to === '4.0' ? [{ name: 'PREF', values: ['1'] }] : []),
    ...params.filter(({ name }) => name !== 'TYPE' && name !== 'PREF'),
  ]
}

/** 2.1 escapes only what divides the parts of a value. */
const escapedAnew = ({ name, value }: ContentLine): string =>
  /^(?:N|ORG|ADR)$/.test(name)
    ? partsOf(value, ';').map(escaped).join(';')
    : name === 'URL'
      ? value
      : escaped(value)
