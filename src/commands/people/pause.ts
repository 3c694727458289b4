import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { badInput } from '../../domain/errors.ts'
import { asLine } from '../../domain/labels.ts'
import { noPauses, paused, pausesCsv, pausesView } from '../../ui/views/rests.ts'
import { dateArgument, examples } from '../arguments.ts'
import { chooseOneOrAll } from '../choose-contact.ts'

interface PauseOptions {
  all?: boolean
  from?: string
  until?: string
  why?: string
  json?: boolean
}

export function registerPause(parent: Command, context: AppContext): void {
  const command = parent
    .command('pause')
    .description('let reminders rest: days inside a pause do not count; without anybody: who rests')
    .argument('[contact...]', 'name, part of a name, or number')
    .option('--all', 'everyone: the whole journal rests')
    .option('--from <date>', 'the first day (default: today)')
    .option('--until <date>', 'the last day (default: until "net resume")')
    .option('--why <text>', 'for yourself')
    .option('--json', 'answer as JSON')
    .action((wanted: string[], options: PauseOptions) => pause(context, wanted.join(' '), options))
  examples(
    command,
    'net pause Ada --until 2027-01-15 --why "new baby"',
    'net pause --all --from 2026-12-20 --until 2027-01-06',
    'net pause',
  )
}

async function pause(context: AppContext, wanted: string, options: PauseOptions): Promise<void> {
  if (wanted === '' && Object.keys(options).every((option) => option === 'json'))
    return showPauses(context, options)
  const contact = await chooseOneOrAll(context, 'net pause', wanted, options.all === true)
  const from =
    options.from === undefined
      ? context.today()
      : await dateArgument(context, '--from', options.from, 'future')
  const until =
    options.until === undefined ? null : await dateArgument(context, '--until', options.until, 'future')
  if (until !== null && until < from)
    throw badInput('--until', options.until, `lies before the first day (${from})`, 'Give a later last day.')
  const why = options.why === undefined ? null : asLine(options.why) || null
  const journal = context.journal()
  const { operation } = journal.operations.record('pause', (about) => {
    about.people = contact ? [contact.name] : []
    about.text = until ?? undefined
    journal.pauses.add({ contactId: contact?.id ?? null, from, until, why }, context.today())
  })
  context.output.show({ operation, contact, pause: { from, until, why } }, paused(context.today()), options)
}

function showPauses(context: AppContext, options: { json?: boolean }): void {
  const pauses = context.reading().pauses.notOver(context.today())
  context.output.showRows(pauses, pausesView(context.today()), pausesCsv, options)
  if (pauses.length === 0) context.output.tell(undefined, noPauses)
}
