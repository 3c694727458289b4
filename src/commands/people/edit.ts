import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import {
  type CardChange,
  type CardPatch,
  type ContactCard,
  cardChanges,
  patched,
} from '../../domain/contact-card.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import { badInput, NetError } from '../../domain/errors.ts'
import type { Introduction } from '../../domain/introductions.ts'
import { readName } from '../../domain/labels.ts'
import { fold } from '../../domain/names.ts'
import type { Journal } from '../../store/journal.ts'
import { readForm, writeForm } from '../../ui/contact-form.ts'
import { type EditedText, textToEdit } from '../../ui/editor.ts'
import { type ContactEdited, contactEdited, editKept } from '../../ui/views/contact-saved.ts'
import { problemView } from '../../ui/views/problem.ts'
import { examples } from '../arguments.ts'
import { chooseContact } from '../choose-contact.ts'
import { type ContactOptions, contactOptions, readContactOptions } from './contact-options.ts'
import { introduce, refuseNamesake, settleCircles } from './saving.ts'

interface EditOptions extends ContactOptions {
  name?: string
  oneSidedHints?: boolean
  new?: boolean
  json?: boolean
}

export function registerEdit(parent: Command, context: AppContext): void {
  const command = parent
    .command('edit')
    .description('change what is known of a contact; without options: all of it in your editor')
    .argument('<contact...>', 'name, part of a name, or number')
    .option('--name <name>', 'a new name')
  contactOptions(command)
    .option('--one-sided-hints', 'name them again where the report speaks of one-sidedness')
    .option('--no-one-sided-hints', 'leave them out where the report speaks of one-sidedness')
    .option('--new', 'a circle or name that is close to a known one is meant so')
    .option('--json', 'answer as JSON')
    .addHelpText(
      'after',
      '\nAn option replaces what was known; an empty text or the --no-… form clears it:\n--org "", --no-org.',
    )
    .action((wanted: string[], options: EditOptions) => editContact(context, wanted.join(' '), options))
  examples(
    command,
    'net edit Ada --place Lisbon --cadence 30',
    'net edit "Grace Hopper" --no-org --email grace@example.org',
    'net edit Ada',
  )
}

async function editContact(context: AppContext, wanted: string, options: EditOptions): Promise<void> {
  const { json, new: sure = false, ...fields } = options
  const person = await chooseContact(context, wanted)
  const answer =
    Object.keys(fields).length > 0
      ? await editByOptions(context, person, options, sure)
      : await editByHand(context, person, sure)
  context.output.show(answer, contactEdited, { json })
}

async function editByOptions(
  context: AppContext,
  person: PersonRef,
  options: EditOptions,
  sure: boolean,
): Promise<ContactEdited> {
  const patch: CardPatch = await readContactOptions(context, options)
  if (options.name !== undefined) patch.name = readName('--name', options.name)
  const via = options.via === undefined ? undefined : await chooseContact(context, options.via)
  if (via?.id === person.id)
    throw badInput('--via', options.via, 'is the contact itself', 'Name who introduced you.')
  const { oneSidedHints } = options
  return save(context, person, { change: (card) => patched(card, patch), via, oneSidedHints, sure })
}

interface Change {
  /** @throws NetError when the record is not what the change was made for */
  change: (card: ContactCard) => ContactCard
  via?: PersonRef
  oneSidedHints?: boolean
  sure: boolean
}

/** Saves a change of a record, as the record is at that moment. */
function save(context: AppContext, { id, name }: PersonRef, asked: Change): ContactEdited {
  const { change, via, oneSidedHints, sure } = asked
  const journal = context.journal()
  const { operation, result } = journal.operations.record('edit', (about) => {
    const before = journal.cards.byId(id)
    if (!before) throw new NetError({ kind: 'not-found', what: 'contact', wanted: name, suggestions: [] })
    const wanted = change(before)
    if (!sure && fold(wanted.name) !== fold(before.name)) refuseNamesake(journal, wanted.name, id)
    const circles = settleCircles(journal, wanted.circles, sure)
    journal.cards.save(id, { ...wanted, circles: circles.names })
    const contact = { id, ...journal.cards.byId(id)! }
    const changes = [
      ...cardChanges(before, contact),
      ...introduced(context, id, via, contact),
      ...hinted(context, id, oneSidedHints),
    ]
    about.people = [contact.name]
    about.text = changes.map(({ field }) => field).join(', ')
    return { contact, changes, newCircles: circles.made }
  })
  return { operation, ...result }
}

function introduced(
  context: AppContext,
  id: number,
  via: PersonRef | undefined,
  { metOn }: ContactCard,
): CardChange[] {
  const journal = context.journal()
  const known = journal.introductions.introducedBy(id)
  if (!via || known?.id === via.id) return []
  const former = known && journal.introductions.between({ introducerId: known.id, aId: id, bId: null }).at(-1)
  if (former) takeOut(journal, former, via)
  introduce(journal, id, via.id, metOn ?? former?.on ?? null, context.today())
  return [{ field: 'introduced by', before: known?.name ?? '', after: via.name }]
}

/**
 * The introduction that is put right. What was said of it is not lost for that.
 * @throws NetError when it tells more than who introduced
 */
function takeOut(journal: Journal, former: Introduction, via: PersonRef): void {
  if (former.purpose !== null || former.result !== null)
    throw badInput(
      '--via',
      via.name,
      `is not who introduced you, by the introduction #${former.id}`,
      `If that one is wrong, take it out first: net intro remove ${former.id}`,
    )
  journal.introductions.remove(former)
}

function hinted(context: AppContext, id: number, wanted: boolean | undefined): CardChange[] {
  const { contacts } = context.journal()
  const known = contacts.byId(id)!.oneSidedHints
  if (wanted === undefined || wanted === known) return []
  contacts.nameAsOneSided(id, wanted)
  const text = (on: boolean) => (on ? 'on' : 'off')
  return [{ field: 'one-sided hints', before: text(known), after: text(wanted) }]
}

/** The whole record in the user's editor. What was typed is on disk until it is saved, whatever goes wrong. */
async function editByHand(context: AppContext, person: PersonRef, sure: boolean): Promise<ContactEdited> {
  if (!context.prompt.interactive)
    throw badInput(
      'net edit',
      undefined,
      'needs to be told what to change',
      'Without a terminal give the fields as options, e.g. --place Lisbon.',
    )
  const before = context.journal().cards.byId(person.id)!
  const form = writeForm(before)
  const edited = textToEdit(
    form,
    `${context.file().replace(/\.db$/, '')}.edit-${person.id}`,
    context.environment,
  )
  const unchanged = JSON.stringify(before)
  const change = (text: string) => (card: ContactCard) => {
    if (JSON.stringify(card) !== unchanged)
      throw new NetError({ kind: 'changed-meanwhile', name: card.name, kept: edited.file })
    return readForm(text)
  }
  try {
    for (;;) {
      const text = edited.edit()
      if (text === form || text.trim() === '') break
      const saved = await saveOrAskAgain(context, () => save(context, person, { change: change(text), sure }))
      if (saved) {
        edited.remove()
        return saved
      }
    }
    edited.remove()
    return { operation: null, contact: { id: person.id, ...before }, changes: [], newCircles: [] }
  } catch (error) {
    keepOrRemove(context, edited, form, error)
    throw error
  }
}

/** @returns `undefined` when the user wants to mend the text */
async function saveOrAskAgain(
  context: AppContext,
  attempt: () => ContactEdited,
): Promise<ContactEdited | undefined> {
  try {
    return attempt()
  } catch (error) {
    if (!(error instanceof NetError) || error.problem.kind === 'changed-meanwhile') throw error
    context.output.tell(error.problem, problemView)
    if (await context.prompt.confirm('Edit again?', true)) return undefined
    throw new NetError({ kind: 'cancelled' })
  }
}

/** A text that differs from what it began with stays on disk, and its owner is told where. */
function keepOrRemove(context: AppContext, edited: EditedText, form: string, error: unknown): void {
  const told = error instanceof NetError && error.problem.kind === 'changed-meanwhile'
  if (edited.read() === form) edited.remove()
  else if (!told) context.output.tell({ file: edited.file }, editKept)
}
