import { realpathSync } from 'node:fs'
import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { addDays } from '../../domain/dates.ts'
import { badInput, NetError, type Problem } from '../../domain/errors.ts'
import {
  entryIn,
  markedIn,
  openLines,
  SAME_WORDS_DAYS,
  tellsOfNothing,
  withMarks,
} from '../../domain/inbox.ts'
import { readText } from '../../exchange/files.ts'
import { expectFile, expectReplaceable, replaceText } from '../../exchange/write-files.ts'
import { type InboxResult, inboxView } from '../../ui/views/inbox.ts'
import { problemInLine } from '../../ui/views/problem.ts'
import { dateArgument, examples } from '../arguments.ts'
import { recordEntry, type Understood, understand } from '../daily/logging.ts'

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
  expectFile(given)
  const file = realpathSync(given)
  const content = readText(file)
  if (!dryRun) {
    expectReplaceable(file)
    mark(context, file, new Map())
  }
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
    const understood = await understoodOf(context, line)
    refuseLoggedAlready(context, file, understood)
    const { on, kind, people } = understood.entry
    const told = { line, on, kind, people: people.map(({ name }) => name) }
    if (dryRun) {
      result.logged.push({ ...told, encounter: null })
      return undefined
    }
    const { inbox } = context.journal()
    const { encounter } = recordEntry(context, understood, {
      // Another net may have taken it since the file was read.
      unless: () => !isOpen(context, file, line),
      beside: (id) => inbox.take(file, { line, encounter: id }),
    }) ?? { encounter: undefined }
    if (encounter) result.logged.push({ ...told, encounter: encounter.id })
    return undefined
  } catch (error) {
    if (error instanceof NetError && ['not-found', 'ambiguous', 'bad-input'].includes(error.problem.kind))
      return error.problem
    throw error
  }
}

/** @throws NetError when it is not clear who or what is meant */
async function understoodOf(context: AppContext, line: string): Promise<Understood> {
  const { text, flags } = entryIn(line)
  const direction = flags.planned ? 'future' : 'past'
  const on = flags.on === undefined ? undefined : await dateArgument(context, '--on', flags.on, direction)
  const understood = await understand(context, text, { ...flags, on }, false)
  if (tellsOfNothing(understood.entry))
    throw badInput(
      'this line',
      undefined,
      'names nobody, and does not say what it was',
      'Say e.g. "Coffee with Ada"; // before it leaves it out.',
    )
  return understood
}

/**
 * A phone that kept an older copy of the file brings back lines without the marks they had. Whether somebody means the same words
 * anew nobody can tell, so they are asked, rather than logging a line twice or losing one.
 * @throws NetError when the journal has these words of these days, and neither a mark in the file nor one under way accounts for them
 */
function refuseLoggedAlready(context: AppContext, file: string, { entry: { text, on } }: Understood): void {
  const { inbox } = context.reading()
  // In this order: what is under way no more by the second look is marked by the third.
  const alike = inbox.inTheSameWords(text, addDays(on, -SAME_WORDS_DAYS), on)
  if (alike.length === 0) return
  const accounted = new Set(inbox.underWay(file).map(({ encounter }) => encounter))
  for (const encounter of markedIn(readText(file))) accounted.add(encounter)
  const unmarked = alike.find(({ id }) => !accounted.has(id))
  if (unmarked)
    throw badInput(
      'this line',
      undefined,
      `is in the journal already (#${unmarked.id}, ${unmarked.on}), and its mark is gone`,
      'Delete it; to log it once more, add a word to it.',
    )
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

const MOST_TRIES = 10

/**
 * Marks what is under way in the file as it is now, and lets go of what is seen to be marked.
 * @throws NetError when the file can't be written, or another program writes it all the time
 */
function mark(context: AppContext, file: string, reasons: ReadonlyMap<string, string>): void {
  const journal = context.reading()
  const underWay = journal.inbox.underWay(file)
  const last = journal.inbox.last()
  const isMarked = () => {
    const before = readText(file)
    const after = withMarks(before, underWay, reasons, last)
    return after === before || replaceText(file, before, after)
  }
  for (let tries = 0; !isMarked(); tries++)
    if (tries === MOST_TRIES)
      throw badInput('the file', file, 'is being written by another program', 'Try again in a moment.')
  if (underWay.length > 0)
    context.journal().inbox.arrived(
      file,
      underWay.map(({ encounter }) => encounter),
    )
}
