import { realpathSync } from 'node:fs'
import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { NetError, type Problem } from '../../domain/errors.ts'
import { entryIn, markedIn, openLines, withMarks } from '../../domain/inbox.ts'
import { readText, replaceText } from '../../exchange/files.ts'
import { type InboxResult, inboxView } from '../../ui/views/inbox.ts'
import { problemInLine } from '../../ui/views/problem.ts'
import { examples } from '../arguments.ts'
import { recordEntry, understand } from '../daily/logging.ts'

interface InboxOptions {
  dryRun?: boolean
  json?: boolean
}

export function registerInbox(parent: Command, context: AppContext): void {
  const command = parent
    .command('inbox')
    .description(
      'log the lines of a text file, kept on a phone or in a synced folder; what was taken is marked in it',
    )
    .argument('<file>', 'one log line a line')
    .option('--dry-run', 'show what would be logged, and change nothing')
    .option('--json', 'answer as JSON')
    .action((file: string, options: InboxOptions) => takeIn(context, file, options))
  examples(command, 'net inbox ~/Sync/net.txt', 'net inbox ~/Sync/net.txt --dry-run')
}

/**
 * Journal and file can't be written in one step. What is logged is kept as under way in the same transaction, until the file is
 * seen to be marked; so a line that was logged when the power failed is marked the next time, not logged again.
 */
async function takeIn(context: AppContext, given: string, { dryRun = false, json = false }: InboxOptions) {
  const content = readText(given)
  const file = realpathSync(given)
  if (!dryRun) mark(context, file, new Map())
  const result: InboxResult = { file: given, dryRun, logged: [], unclear: [] }
  const reasons = new Map<string, string>()
  for (const line of openLines(dryRun ? content : readText(file))) {
    const problem = await take(context, file, line, dryRun, result)
    if (!problem) continue
    result.unclear.push({ line, problem: problemInLine(problem) })
    reasons.set(line, problemInLine(problem))
  }
  if (!dryRun) mark(context, file, reasons)
  context.output.show(result, inboxView, { json })
}

/** @returns why a line was left */
async function take(
  context: AppContext,
  file: string,
  line: string,
  dryRun: boolean,
  result: InboxResult,
): Promise<Problem | undefined> {
  try {
    const understood = await understand(context, entryIn(line), {}, false)
    const { on, kind, people } = understood.entry
    if (dryRun) {
      result.logged.push({ line, encounter: null, on, kind, people: people.map(({ name }) => name) })
      return undefined
    }
    const { inbox } = context.journal()
    const { encounter } = recordEntry(context, understood, {
      // Another net may have taken it since the file was read.
      unless: () => !isOpen(context, file, line),
      beside: (id) => inbox.take(file, { line, encounter: id }),
    }) ?? { encounter: undefined }
    if (encounter)
      result.logged.push({ line, encounter: encounter.id, on, kind, people: people.map(({ name }) => name) })
    return undefined
  } catch (error) {
    if (error instanceof NetError && ['not-found', 'ambiguous', 'bad-input'].includes(error.problem.kind))
      return error.problem
    throw error
  }
}

/** Whether a line still waits, be it one of several that say the same. */
function isOpen(context: AppContext, file: string, line: string): boolean {
  const content = readText(file)
  const marked = markedIn(content)
  const waiting = openLines(content).filter((each) => each === line).length
  const underWay = context
    .journal()
    .inbox.underWay(file)
    .filter((each) => each.line === line && !marked.has(each.encounter)).length
  return waiting > underWay
}

/** Marks what is under way in the file as it is now, and lets go of what is seen to be marked. */
function mark(context: AppContext, file: string, reasons: ReadonlyMap<string, string>): void {
  const journal = context.reading()
  const underWay = journal.inbox.underWay(file)
  const before = readText(file)
  const after = withMarks(before, underWay, reasons)
  if (after !== before) replaceText(file, after)
  if (underWay.length > 0)
    context.journal().inbox.arrived(
      file,
      underWay.map(({ encounter }) => encounter),
    )
}
