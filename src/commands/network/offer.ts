import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { NetError } from '../../domain/errors.ts'
import { readLine } from '../../domain/labels.ts'
import type { Offering, OfferingKind } from '../../domain/offerings.ts'
import type { Journal } from '../../store/journal.ts'
import {
  needRecordedHint,
  noOfferings,
  offeringClosed,
  offeringRecorded,
  offeringsCsv,
  offeringsView,
} from '../../ui/views/offers.ts'
import { dayOf, examples, recordNumber } from '../arguments.ts'
import { chooseContactOrMe } from '../choose-contact.ts'
import { LIMIT, type Limited, showList } from '../screenful.ts'

interface Options {
  on?: string
  json?: boolean
}

interface ListOptions extends Limited {
  all?: boolean
}

/** What is said of each kind where `net offer` and `net need` differ. */
const WORDS = {
  offer: {
    description: 'what people can do, and what you can do',
    what: 'what they can do',
    close: 'close what is no longer offered',
    add: ['net offer Ada "UX design"', 'net offer me "a talk on pricing"'],
  },
  need: {
    description: 'what people look for, and what you might need one day',
    what: 'what they look for',
    close: 'close what is no longer needed',
    add: ['net need Grace "a designer for the shop"', 'net need me "a tax adviser"'],
  },
} as const

export const registerOffer = (parent: Command, context: AppContext): void =>
  register(parent, context, 'offer')

export const registerNeed = (parent: Command, context: AppContext): void => register(parent, context, 'need')

function register(parent: Command, context: AppContext, kind: OfferingKind): void {
  const { description, add } = WORDS[kind]
  const command = parent.command(kind).description(description)
  examples(command, ...add, `net ${kind} list`, `net ${kind} close 3`)
  registerAdd(command, context, kind)
  registerList(command, context, kind)
  registerClose(command, context, kind)
}

function registerAdd(parent: Command, context: AppContext, kind: OfferingKind): void {
  const { what, add } = WORDS[kind]
  const command = parent
    .command('add', { isDefault: true })
    .description(`record ${what}; "add" may be left out`)
    .argument('<contact|me>', 'a contact, or "me"')
    .argument('<what...>', what)
    .option('--on <date>', 'when you heard of it, e.g. yesterday (default: today)')
    .option('--json', 'answer as JSON')
    .action((contact: string, words: string[], options: Options) =>
      addOffering(context, kind, contact, words.join(' '), options),
    )
  examples(command, ...add)
}

async function addOffering(
  context: AppContext,
  kind: OfferingKind,
  wanted: string,
  words: string,
  options: Options,
): Promise<void> {
  const what = readLine(`the ${kind}`, words)
  const person = await chooseContactOrMe(context, wanted)
  const on = await dayOf(context, options.on)
  const journal = context.journal()
  const { operation, result: id } = journal.operations.record(kind, (about) => {
    about.people = person ? [person.name] : []
    about.text = what
    return journal.offerings.add({ kind, what, contactId: person?.id ?? null, on })
  })
  const offering = journal.offerings.byId(id)!
  context.output.show({ operation, [kind]: offering }, offeringRecorded(context.today()), options)
  if (kind === 'need' && !options.json) context.output.tell(offering, needRecordedHint)
}

function registerList(parent: Command, context: AppContext, kind: OfferingKind): void {
  const command = parent
    .command('list')
    .description(`list ${WORDS[kind].description}, newest first`)
    .argument('[contact|me...]', 'only those of a contact, or yours')
    .option('--all', 'closed ones too')
    .option(...LIMIT)
    .option('--json', 'answer as JSON')
    .option('--csv', 'answer as CSV')
    .action((wanted: string[], options: ListOptions) => list(context, kind, wanted.join(' '), options))
  examples(command, `net ${kind} list`, `net ${kind} list Ada --all`, `net ${kind} list me`)
}

async function list(
  context: AppContext,
  kind: OfferingKind,
  wanted: string,
  options: ListOptions,
): Promise<void> {
  const contactId = wanted === '' ? undefined : ((await chooseContactOrMe(context, wanted))?.id ?? null)
  const offerings = context.reading().offerings.list(kind, { contactId, all: options.all })
  showList(context, offerings, offeringsView(context.today()), offeringsCsv, options)
  if (offerings.length === 0) context.output.tell(kind, noOfferings)
}

function registerClose(parent: Command, context: AppContext, kind: OfferingKind): void {
  const command = parent
    .command('close')
    .description(`${WORDS[kind].close}; it stays in "net ${kind} list --all"`)
    .argument('<id>', `its number in "net ${kind} list"`)
    .option('--on <date>', 'when, e.g. yesterday (default: today)')
    .option('--json', 'answer as JSON')
    .action((id: string, options: Options) => close(context, kind, id, options))
  examples(command, `net ${kind} close 3`)
}

async function close(context: AppContext, kind: OfferingKind, text: string, options: Options): Promise<void> {
  const id = recordNumber(`the ${kind}`, text, `net ${kind} list`)
  const on = await dayOf(context, options.on)
  openOffering(context.reading(), kind, id)
  const journal = context.journal()
  const { operation } = journal.operations.record(`${kind} close`, (about) => {
    // Looked at again: somebody else may have closed it in the meantime.
    const { who, what } = openOffering(journal, kind, id)
    about.people = who ? [who.name] : []
    about.text = what
    journal.offerings.close(id, on)
  })
  context.output.show({ operation, [kind]: journal.offerings.byId(id)! }, offeringClosed, options)
}

/** @throws NetError not-found, or already-there when it is closed */
function openOffering(journal: Journal, kind: OfferingKind, id: number): Offering {
  const offering = journal.offerings.byId(id)
  if (!offering || offering.kind !== kind)
    throw new NetError({ kind: 'not-found', what: kind, wanted: String(id), suggestions: [] })
  if (offering.closedOn !== null)
    throw new NetError({ kind: 'already-there', what: kind, name: offering.what, id })
  return offering
}
