import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import { kindOf } from '../../domain/entry/kind.ts'
import { tokensOf } from '../../domain/entry/tokens.ts'
import { badInput, NetError } from '../../domain/errors.ts'
import { fold } from '../../domain/names.ts'
import type { Draft } from '../../store/drafts.ts'
import {
  DRAFT_ANSWERS,
  type DraftRow,
  draftQuestion,
  draftsCsv,
  draftsView,
  draftText,
  type Settled,
  settledOneByOneView,
  settledView,
} from '../../ui/views/drafts.ts'
import { examples, recordNumber } from '../arguments.ts'

interface DraftOptions {
  all?: boolean
  json?: boolean
  csv?: boolean
}

export function registerDrafts(parent: Command, context: AppContext): void {
  const command = parent
    .command('drafts')
    .description('meetings from a calendar that wait to be logged; on a terminal each is asked about')
    .option('--all', 'log all of them')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .action((options: DraftOptions) => goThrough(context, options))
  examples(command, 'net drafts', 'net drafts --all', 'net drafts take 3 4', 'net drafts drop 5')
  for (const [verb, state, does] of [
    ['take', 'taken', 'log these meetings'],
    ['drop', 'dropped', 'leave these meetings out; they do not come again'],
  ] as const) {
    const each = command
      .command(verb)
      .description(does)
      .argument('[id...]', 'their numbers; --all for all that wait')
      .option('--json', 'answer as JSON')
      .action((ids: string[], _: unknown, self: Command) =>
        settleThese(context, ids, state, self.optsWithGlobals<DraftOptions>()),
      )
    examples(each, `net drafts ${verb} 3 4`, ...(verb === 'drop' ? ['net drafts drop --all'] : []))
  }
}

async function goThrough(context: AppContext, options: DraftOptions): Promise<void> {
  const drafts = context.reading().drafts.open()
  if (options.all) return show(context, settle(context, drafts, 'taken'), options)
  const rows = rowsOf(context, drafts)
  if (!context.prompt.interactive || options.json || options.csv || rows.length === 0)
    return context.output.showRows(rows, draftsView, draftsCsv, options)
  const settled: Settled = { operation: null, taken: [], dropped: [] }
  try {
    await askEach(context, drafts, settled)
  } catch (error) {
    // What was answered before Ctrl-C holds.
    const cancelled = error instanceof NetError && error.problem.kind === 'cancelled'
    if (!cancelled || settled.operation === null) throw error
  }
  context.output.show(settled, settledOneByOneView)
}

/** One key for each; `settled` gathers what was answered. */
async function askEach(context: AppContext, drafts: Draft[], settled: Settled): Promise<void> {
  for (const [at, draft] of drafts.entries()) {
    // Who was new in one meeting is known in the next.
    const [row] = rowsOf(context, [draft]) as [DraftRow]
    const answer = await context.prompt.key(draftQuestion(row, drafts.length - at), DRAFT_ANSWERS)
    if (answer === 'stop') return
    if (answer === 'later') continue
    const title = answer === 'edit' ? await context.prompt.text(draftText(row)) : draft.title
    const now = settle(context, [{ ...draft, title }], answer === 'edit' ? 'taken' : answer)
    settled.operation = now.operation
    settled.taken.push(...now.taken)
    settled.dropped.push(...now.dropped)
  }
}

function settleThese(context: AppContext, ids: string[], state: 'taken' | 'dropped', options: DraftOptions) {
  const drafts = options.all ? context.reading().drafts.open() : named(context, ids)
  show(context, settle(context, drafts, state), options)
}

function named(context: AppContext, ids: string[]): Draft[] {
  if (ids.length === 0)
    throw badInput('the drafts', undefined, 'are not named', 'Give their numbers, or --all.')
  return [...new Set(ids)].map((text) => {
    const id = recordNumber('draft', text, 'net drafts')
    const draft = context.reading().drafts.byId(id)
    if (!draft) throw new NetError({ kind: 'not-found', what: 'draft', wanted: text, suggestions: [] })
    if (draft.state !== 'open')
      throw badInput('draft', text, draft.state === 'taken' ? 'is logged already' : 'was left out already')
    return draft
  })
}

const show = (context: AppContext, settled: Settled, { json = false }: DraftOptions) =>
  context.output.show(settled, settledView, { json })

/** As one operation. Where there is nothing to settle no journal is made. */
function settle(context: AppContext, drafts: Draft[], state: 'taken' | 'dropped'): Settled {
  if (drafts.length === 0) return { operation: null, taken: [], dropped: [] }
  const journal = context.journal()
  const rows: DraftRow[] = []
  const { operation } = journal.operations.record(
    state === 'taken' ? 'drafts take' : 'drafts drop',
    (about) => {
      for (const draft of drafts) {
        if (journal.drafts.byId(draft.id)?.state !== 'open') continue
        journal.drafts.settle(draft.id, state)
        // One by one: who was new in one meeting is known in the next.
        const [row] = rowsOf(context, [draft]) as [DraftRow]
        rows.push(row)
        if (state === 'taken') log(context, draft, row)
      }
      about.count = rows.length
      about.text = rows[0]?.title
    },
  )
  return { operation, taken: state === 'taken' ? rows : [], dropped: state === 'dropped' ? rows : [] }
}

function log(context: AppContext, { on, title, place }: Draft, { known, unknown }: DraftRow): void {
  const journal = context.journal()
  const people: PersonRef[] = [...known]
  for (const { name, email } of unknown) {
    if (name === null) continue
    const person = journal.contacts.add({ name, metOn: on, metAt: place }, context.today())
    if (email) journal.reach.add(person.id, { kind: 'email', label: null, value: email })
    people.push(person)
  }
  const kind = kindOf(tokensOf(title), () => false) ?? 'meeting'
  journal.encounters.add({ on, kind, place, event: null, text: title, tags: [], people })
}

/** Who of each meeting is in the journal: by the address, else by the exact name. */
function rowsOf(context: AppContext, drafts: Draft[]): DraftRow[] {
  const journal = context.reading()
  const addresses = drafts.flatMap(({ people }) => people.flatMap(({ email }) => email ?? []))
  const byAddress = journal.drafts.byAddress(addresses)
  return drafts.map(({ id, on, title, place, description, people }) => {
    const known = new Map<number, PersonRef>()
    const unknown: DraftRow['unknown'] = []
    for (const person of people) {
      const named = person.name === null ? [] : journal.names.named(fold(person.name))
      const found =
        (person.email && byAddress.get(person.email)) || (named.length === 1 ? named[0] : undefined)
      if (found) known.set(found.id, { id: found.id, name: found.name })
      else unknown.push(person)
    }
    return { id, on, title, place, description, known: [...known.values()], unknown }
  })
}
