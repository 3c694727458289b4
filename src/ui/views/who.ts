import type { CivilDate } from '../../domain/dates.ts'
import type { Door, Evidence, EvidenceKind } from '../../domain/evidence.ts'
import type { CsvColumns } from '../csv.ts'
import { fromToday, partialDate } from '../dates.ts'
import type { Style, View } from '../output.ts'
import { beside, counted, cut, listed, oneLine, pad, wrap } from '../text.ts'

/** Somebody who could open a door, as `net who` shows them. */
export interface ShownDoor extends Door {
  /** The last encounter, `null` when there was none. */
  lastOn: CivilDate | null
}

const LABELS: Record<EvidenceKind, string> = {
  offer: 'offers',
  endorsement: 'endorsed',
  role: 'role',
  tag: 'tag',
  fact: 'learned',
  org: 'at',
  place: 'place',
  note: 'note',
}
const LABEL = 9
/** The screen holds some of what may speak for somebody; the JSON has all. */
const SHOWN = 5
const LONGEST = 300

/** Who said what, and when: a line each, beside what it is. */
function evidenceLines(why: Evidence[], { chalk, width }: Style): string[] {
  const lines = why
    .slice(0, SHOWN)
    .flatMap((each) =>
      beside(`  ${chalk.dim(pad(LABELS[each.kind], LABEL))} `, cut(evidenceTold(each), LONGEST), width),
    )
  const more = why.length - SHOWN
  return more > 0 ? [...lines, chalk.dim(`  and ${counted(more, 'thing')} more`)] : lines
}

/** "UX design (3 Nov 2026)", "by Ada: UX research (12 Sep 2026)". */
export function evidenceTold({ kind, text, by, on }: Evidence): string {
  const said = oneLine(kind === 'tag' ? `#${text}` : text)
  return [by === null ? said : `by ${by.name}: ${said}`, on === null ? '' : ` (${partialDate(on)})`].join('')
}

/** The same in the middle of a sentence: "offers UX design", "endorsed by Ada: UX research", "Fotograf", "in Lisbon". */
export const evidencePhrase = (evidence: Evidence): string =>
  [PHRASES[evidence.kind], evidenceTold(evidence)].filter(Boolean).join(' ')

const PHRASES: Partial<Record<EvidenceKind, string>> = {
  offer: 'offers',
  endorsement: 'endorsed',
  fact: 'learned:',
  org: 'at',
  place: 'in',
  note: 'note:',
}

export const doorsView =
  (today: CivilDate): View<ShownDoor[]> =>
  (doors, style) =>
    doors.map((door) => doorLines(door, today, style).join('\n')).join('\n\n')

function doorLines({ id, name, lastOn, why, missing }: ShownDoor, today: CivilDate, style: Style): string[] {
  const { chalk, width } = style
  const met = lastOn === null ? 'not met yet' : `last met ${fromToday(lastOn, today)}`
  return [
    ...wrap(`${chalk.bold(name)} ${chalk.dim(`#${id}, ${met}`)}`, width),
    ...evidenceLines(why, style),
    ...(missing.length > 0 ? beside('  ', chalk.dim(`nothing of ${listed(missing)}`), width) : []),
  ]
}

export const doorsCsv: CsvColumns<ShownDoor> = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['endorsers', ({ endorsers }) => endorsers],
  ['why', ({ why }) => why.map((each) => `${each.kind}: ${evidenceTold(each)}`).join('; ')],
  ['missing', ({ missing }) => missing.join(', ')],
  ['lastOn', ({ lastOn }) => lastOn],
]

const quoted = (words: string): string => `"${cut(oneLine(words), 60)}"`

/** Nobody yet is worth writing down. */
export const noDoors: View<{ words: string }> = ({ words }) =>
  `Nobody you know of for ${quoted(words)} yet.\nnet need me ${quoted(words)} keeps it in mind, and "net gaps" tells when somebody is there.`

export const partlyFitting: View<{ words: string }> = ({ words }, { chalk }) =>
  chalk.dim(`Nobody fits all of ${quoted(words)}; these fit a part of it.`)

export const pathHint: View<{ name: string }> = ({ name }, { chalk }) =>
  chalk.dim(`net path ${quoted(name)} shows who could take you there.`)
