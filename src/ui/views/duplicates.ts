import type { PersonRef } from '../../domain/contacts.ts'
import type { Evidence } from '../../domain/identify.ts'
import type { CsvColumns } from '../csv.ts'
import type { View } from '../output.ts'
import { beside, listed, wrap } from '../text.ts'

type Someone = PersonRef & { org: string | null; place: string | null }

/** Two records that may be of one person. */
export interface Pair {
  a: Someone
  b: Someone
  evidence: Evidence[]
}

const IN_WORDS: Record<Evidence, string> = {
  source: 'the same source',
  email: 'an e-mail address',
  phone: 'a phone number',
  name: 'the name',
  birthday: 'the birthday',
  url: 'an address on the web',
  org: 'the organisation',
  place: 'the place',
}

const told = ({ id, name, org, place }: Someone): string => {
  const about = [org, place].filter(Boolean).join(', ')
  return `#${id} ${name}${about ? ` (${about})` : ''}`
}

const SHOWN = 20

export const duplicatesView: View<Pair[]> = (pairs, { chalk, width }) => {
  const [first] = pairs
  if (!first) return 'Nobody seems to be in the journal twice.'
  const rows = pairs
    .slice(0, SHOWN)
    .flatMap(({ a, b, evidence }) => [
      ...wrap(`${told(a)} and ${told(b)}`, width),
      ...beside('  in common: ', listed(evidence.map((each) => IN_WORDS[each])), width).map((line) =>
        chalk.dim(line),
      ),
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
