import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import type { EntryFlags } from '../../domain/entry/parse.ts'
import { badInput, NetError } from '../../domain/errors.ts'
import { interview } from '../../ui/interview.ts'
import { isCircular } from '../../ui/views/introductions.ts'
import { type Logged, loggedOn } from '../../ui/views/logged.ts'
import { dateArgument, examples, several } from '../arguments.ts'
import { preview, recordEntry, understand } from './logging.ts'

interface LogOptions extends Omit<EntryFlags, 'on'> {
  on?: string
  dryRun?: boolean
  json?: boolean
}

export function registerLog(parent: Command, context: AppContext): void {
  const command = parent
    .command('log')
    .description(
      'Log an encounter, in a sentence, by flags, or (neither, on a terminal) by answering questions.',
    )
    .argument('[text...]', 'what happened; "-" reads it from standard input')
    .option('--with <person>', 'who was there (several times for several)', several)
    .option('--on <date>', 'when: 2026-11-03, 3.11., yesterday, "last tuesday"')
    .option('--kind <kind>', 'coffee, meal, drink, call, video, mail, chat, visit, walk, event or meeting')
    .option('--place <place>', 'where')
    .option('--event <event>', 'the meetup or conference it happened at')
    .option('--gave <favour>', 'what you did for them: "intro to Lin", "Ada: intro to Lin"', several)
    .option('--got <favour>', 'what they did for you', several)
    .option('--todo <promise>', 'what you promised: "send slides by friday"', several)
    .option('--they <promise>', 'what they promised', several)
    .option('--learned <fact>', 'what you learned about them', several)
    .option('--offers <what>', 'what they can do: "UX design", "Ada: UX design"', several)
    .option('--needs <what>', 'what they look for: "a designer"', several)
    .option('--tag <tag>', 'a tag (several times for several)', several)
    .option('--new', 'names close to known ones are new people')
    .option('--planned', 'it is still to come')
    .option('--dry-run', 'show what would be recorded, and record nothing')
    .option('--json', 'answer as JSON')
    .action((text: string[], options: LogOptions) => logEncounter(context, text.join(' '), options))
  examples(
    command,
    'net log "Coffee with Ada and Grace at Betahaus yesterday. gave Ada: intro to Lin"',
    'net log "Mittagessen mit Jürgen. versprochen: Folien schicken bis Freitag"',
    'net log --with Ada --got "tip on the grant" --on "last tuesday"',
  )
}

async function logEncounter(context: AppContext, words: string, options: LogOptions): Promise<void> {
  const { dryRun = false, json = false, on, ...flags } = options
  const asked = words === '' && on === undefined && Object.keys(flags).length === 0
  const text = words === '-' ? await context.readInput() : words
  const said = asked
    ? await askAll(context)
    : { text, flags: { ...flags, ...(on !== undefined && { on: await day(context, on, flags.planned) }) } }
  const understood = await understand(context, said.text, said.flags, context.prompt.interactive)
  if (asked) await confirm(context, preview(context, understood))
  const logged = dryRun ? preview(context, understood) : recordEntry(context, understood)!
  context.output.show(logged, loggedOn(context.today()), { json })
  if (!dryRun) for (const each of understood.circular) context.output.tell(each, isCircular)
}

const day = (context: AppContext, text: string, planned = false) =>
  dateArgument(context, '--on', text, planned ? 'future' : 'past')

/** The questions in place of a sentence; the answers are read just as a sentence and flags are. */
async function askAll(context: AppContext): Promise<{ text: string; flags: EntryFlags }> {
  if (!context.prompt.interactive)
    throw badInput(
      'net log',
      undefined,
      'needs to hear what happened',
      'Say it in a sentence: net log "Coffee with Ada"',
    )
  const { text, ...flags } = await interview(context.prompt, {
    suggest: (typed) => context.reading().suggestions(typed, 8),
    readDate: (words) => day(context, words),
  })
  return { text, flags }
}

async function confirm(context: AppContext, preview: Logged): Promise<void> {
  context.output.tell(preview, loggedOn(context.today()))
  if (!(await context.prompt.confirm('Log it so?', true))) throw new NetError({ kind: 'cancelled' })
}
