import type { CardChange } from '../../domain/contact-card.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import type { Between, ComesAlong } from '../../domain/duplicates.ts'
import type { View } from '../output.ts'
import { beside, counted, listed, oneLine, pad } from '../text.ts'

/** Two records that become one, or have become it. */
export interface Merger {
  operation: number | null
  kept: PersonRef
  other: PersonRef
  comesAlong: ComesAlong
  /** What is between the two, and goes. */
  between: Between
  changes: CardChange[]
  /** What the other record says otherwise; what is kept stands. */
  notTaken: { field: string; kept: string; other: string }[]
}

const LABEL = 12

const NOUNS: Record<keyof ComesAlong, [one: string, many: string]> = {
  encounters: ['encounter', 'encounters'],
  favours: ['favour', 'favours'],
  promises: ['promise', 'promises'],
  facts: ['fact', 'facts'],
  outcomes: ['outcome', 'outcomes'],
  introductions: ['introduction', 'introductions'],
  ties: ['tie', 'ties'],
  endorsements: ['good word', 'good words'],
  offerings: ['offer or need', 'offers and needs'],
  events: ['event', 'events'],
  stages: ['stage', 'stages'],
  pauses: ['pause', 'pauses'],
}

const countedAll = (counts: Partial<ComesAlong>): string =>
  listed(
    Object.entries(NOUNS).flatMap(([key, [one, many]]) => {
      const count = counts[key as keyof ComesAlong] ?? 0
      return count > 0 ? [counted(count, one, many)] : []
    }),
  )

function details(
  { comesAlong, between, changes, notTaken }: Merger,
  style: Parameters<View<Merger>>[1],
): string[] {
  const [along, gone] = [countedAll(comesAlong), countedAll(between)]
  const lines: [label: string, text: string][] = [
    ...(along === '' ? [] : [['come along', along] as [string, string]]),
    ...(gone === '' ? [] : [['falls away', `${gone} between the two`] as [string, string]]),
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
