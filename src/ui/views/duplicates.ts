import type { PersonRef } from '../../domain/contacts.ts'
import type { InCommon } from '../../domain/duplicates.ts'
import type { Evidence } from '../../domain/identify.ts'
import type { CsvColumns } from '../csv.ts'
import { partialDate } from '../dates.ts'
import type { View } from '../output.ts'
import { beside, listed, wrap } from '../text.ts'

type Someone = PersonRef & { org: string | null; place: string | null }

/** Two records that may be of one person. */
export interface Pair {
  a: Someone
  b: Someone
  evidence: Evidence[]
  inCommon: InCommon[]
}

const IN_WORDS: Record<Evidence, string> = {
  source: 'the same source',
  email: 'the e-mail address',
  phone: 'the phone number',
  name: 'the name',
  'similar-name': 'a similar name',
  birthday: 'the birthday',
  url: 'the address on the web',
  org: 'the organisation',
  place: 'the place',
}

const told = ({ id, name, org, place }: Someone): string => {
  const about = [org, place].filter(Boolean).join(', ')
  return `#${id} ${name}${about ? ` (${about})` : ''}`
}

const agreed = ({ evidence, value }: InCommon): string =>
  value === null
    ? IN_WORDS[evidence]
    : `${IN_WORDS[evidence]} ${evidence === 'birthday' ? partialDate(value) : value}`

const SHOWN = 20

export const duplicatesView: View<Pair[]> = (pairs, { chalk, width }) => {
  const [first] = pairs
  if (!first) return 'Nobody seems to be in the journal twice.'
  const rows = pairs
    .slice(0, SHOWN)
    .flatMap(({ a, b, inCommon }) => [
      ...wrap(`${told(a)} and ${told(b)}`, width),
      ...beside('  in common: ', listed(inCommon.map(agreed)), width).map((line) => chalk.dim(line)),
    ])
  const more = pairs.length > SHOWN ? [`… and ${pairs.length - SHOWN} more pairs; --json lists all.`] : []
  return [
    ...rows,
    ...more,
    '',
    ...wrap(`One person: net merge "#${first.a.id}" "#${first.b.id}"`, width),
    ...wrap(`Two people: net duplicates apart "#${first.a.id}" "#${first.b.id}"`, width),
  ].join('\n')
}

export const duplicatesCsv: CsvColumns<Pair> = [
  ['a', ({ a }) => a.id],
  ['a name', ({ a }) => a.name],
  ['b', ({ b }) => b.id],
  ['b name', ({ b }) => b.name],
  ['evidence', ({ evidence }) => evidence.join('; ')],
]

export const toldApartView: View<{ operation: number | null; people: PersonRef[] }> = (
  { people },
  { chalk },
) =>
  `${chalk.green('✓')} ${listed(people.map(({ id, name }) => `#${id} ${name}`))} are two people.\n  ${chalk.dim('"net undo" takes it back.')}`
