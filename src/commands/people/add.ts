import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { emptyCard, patched } from '../../domain/contact-card.ts'
import { NetError } from '../../domain/errors.ts'
import { readName } from '../../domain/labels.ts'
import { findPerson, type KnownPerson, sameWords } from '../../domain/names.ts'
import { contactAdded, isNamesake } from '../../ui/views/contact-saved.ts'
import { examples } from '../arguments.ts'
import { chooseContact } from '../choose-contact.ts'
import { type ContactOptions, contactOptions, readContactOptions } from './contact-options.ts'
import { introduce, refuseNamesake, settleCircles } from './saving.ts'

interface AddOptions extends ContactOptions {
  new?: boolean
  json?: boolean
}

export function registerAdd(parent: Command, context: AppContext): void {
  const command = parent.command('add').description('add a contact').argument('<name...>', 'their name')
  contactOptions(command)
    .option('--new', 'another person of a name that is known, or close to a known one')
    .option('--json', 'answer as JSON')
    .action((name: string[], options: AddOptions) => addContact(context, name.join(' '), options))
  examples(
    command,
    'net add "Ada Lovelace" --org "Analytical Engines" --place London --circle friends',
    'net add Lin --met "last friday" --met-at "the design breakfast" --via Ada',
  )
}

async function addContact(context: AppContext, text: string, options: AddOptions): Promise<void> {
  const name = readName('the name', text)
  const patch = await readContactOptions(context, options)
  const via = options.via === undefined ? undefined : await chooseContact(context, options.via)
  const alike = options.new ? [] : await peopleAlike(context, name)
  const journal = context.journal()
  const { operation, result } = journal.operations.record('add', (about) => {
    // Asked here, not before, so that of two who add the same name at once only one does.
    if (!options.new) refuseNamesake(journal, name)
    const circles = settleCircles(journal, patch.circles ?? [], options.new === true)
    const card = { ...patched(emptyCard(name), patch), circles: circles.names }
    const person = journal.cards.add(card, context.today())
    if (via) introduce(journal, person.id, via.id, card.metOn, context.today())
    about.people = [name]
    return { contact: { ...person, ...journal.cards.byId(person.id)! }, newCircles: circles.made }
  })
  const { contact, newCircles } = result
  const introducedBy = via ? { id: via.id, name: via.name } : null
  context.output.show({ operation, contact: { ...contact, introducedBy }, newCircles }, contactAdded, options)
  for (const { id, name } of alike) context.output.tell({ id, name }, isNamesake)
}

/**
 * People whose name the new one may be meant for: a slip is asked about, or refused where nobody can be asked.
 * @returns those who only share a part of the name
 * @throws NetError not-found with the near misses; cancelled when the user did not mean somebody new
 */
async function peopleAlike(context: AppContext, name: string): Promise<KnownPerson[]> {
  const found = findPerson(name, context.reading().names)
  // After that: somebody else may be adding the same name, who is then no near miss but there already.
  refuseNamesake(context.reading(), name)
  const people = found.state === 'one' ? [found.person] : found.state === 'several' ? found.people : []
  const near = found.state === 'none' ? found.near : people.filter((person) => sameWords(person.name, name))
  if (near.length === 0) return people.slice(0, 3)
  const suggestions = near.map((person) => person.name)
  if (!context.prompt.interactive)
    throw new NetError({ kind: 'not-found', what: 'contact', wanted: name, suggestions, creatable: true })
  const known = await context.prompt.choose<KnownPerson | undefined>(`Who is ${name}?`, [
    ...near.map((person) => ({ name: `${person.name}, who is known already`, value: person })),
    { name: `${name}, somebody new`, value: undefined },
  ])
  if (known) throw new NetError({ kind: 'already-there', what: 'contact', name: known.name, id: known.id })
  return []
}
