import type { CardChange } from '../../domain/contact-card.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import type { View } from '../output.ts'
import { beside, counted, listed, oneLine, pad } from '../text.ts'

/** Two records that become one, or have become it. */
export interface Merger {
  operation: number | null
  kept: PersonRef
  other: PersonRef
  comesAlong: { encounters: number; favours: number; outcomes: number; promises: number; facts: number }
  changes: CardChange[]
  /** What the other record says otherwise; what is kept stands. */
  notTaken: { field: string; kept: string; other: string }[]
}

const LABEL = 12

function details({ comesAlong, changes, notTaken }: Merger, style: Parameters<View<Merger>>[1]): string[] {
  const { encounters, favours, outcomes, promises, facts } = comesAlong
  const along = [
    encounters > 0 && counted(encounters, 'encounter'),
    favours > 0 && counted(favours, 'favour'),
    promises > 0 && counted(promises, 'promise'),
    facts > 0 && counted(facts, 'fact'),
    outcomes > 0 && counted(outcomes, 'outcome'),
  ].filter((text) => text !== false)
  const lines: [label: string, text: string][] = [
    ...(along.length > 0 ? [['come along', listed(along)] as [string, string]] : []),
    ...changes.map(({ field, before, after }): [string, string] => [
      field,
      before === '' ? oneLine(after) : `${oneLine(before)} → ${oneLine(after)}`,
    ]),
    ...notTaken.map(({ field, kept, other }): [string, string] => [
      field,
      `${oneLine(kept)} stays, not ${oneLine(other)}`,
    ]),
  ]
  return lines.flatMap(([label, text]) =>
    beside(`  ${style.chalk.dim(pad(label, LABEL))}`, text, style.width),
  )
}

export const mergerView: View<Merger> = (merger, style) =>
  [
    `#${merger.other.id} ${merger.other.name} becomes part of #${merger.kept.id} ${merger.kept.name}:`,
    ...details(merger, style),
  ].join('\n')

export const mergedView: View<Merger> = (merger, style) =>
  [
    `${style.chalk.green('✓')} #${merger.other.id} ${merger.other.name} is now part of #${merger.kept.id} ${merger.kept.name}`,
    ...details(merger, style),
    style.chalk.dim('  "net undo" makes them two again.'),
  ].join('\n')
