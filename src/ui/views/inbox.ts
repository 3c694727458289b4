import { kindTold } from '../encounter-kinds.ts'
import type { View } from '../output.ts'
import { beside, counted, listed, oneLine, wrap } from '../text.ts'

export interface InboxResult {
  file: string
  dryRun: boolean
  logged: { line: string; encounter: number | null; on: string; kind: string; people: string[] }[]
  /** Left in the file, with the reason below. */
  unclear: { line: string; problem: string }[]
}

export const inboxView: View<InboxResult> = ({ file, dryRun, logged, unclear }, { chalk, width }) => {
  if (logged.length + unclear.length === 0) return `Nothing waits in ${file}.`
  const done = dryRun
    ? `Would log ${counted(logged.length, 'line')}`
    : `${chalk.green('✓')} Logged ${counted(logged.length, 'line')}`
  const left = unclear.length > 0 ? `, ${unclear.length} left in ${file}` : ''
  return [
    ...wrap(`${done}${left}.`, width),
    ...logged.flatMap(({ encounter, on, kind, people }) =>
      beside(
        `  ${chalk.dim(on)}  `,
        `${kindTold(kind)}${people.length > 0 ? ` with ${listed(people)}` : ''}${encounter === null ? '' : chalk.dim(` #${encounter}`)}`,
        width,
      ),
    ),
    ...unclear.flatMap(({ line, problem }) => [
      ...wrap(oneLine(line), width - 2).map((part) => `  ${part}`),
      ...beside('    ↳ ', problem, width),
    ]),
    ...(logged.length > 0 && !dryRun ? [chalk.dim('  "net undo" takes back the last one.')] : []),
  ].join('\n')
}
