import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import type { Endorsement } from '../../domain/endorsements.ts'
import { badInput, NetError } from '../../domain/errors.ts'
import { asLine, readLine } from '../../domain/labels.ts'
import type { Journal } from '../../store/journal.ts'
import {
  endorsementRecorded,
  endorsementRemoved,
  endorsementsCsv,
  endorsementsView,
  noEndorsements,
  recommenderHint,
} from '../../ui/views/endorsements.ts'
import { dayOf, examples, recordNumber } from '../arguments.ts'
import { chooseContact, chooseContactOrMe, isMe } from '../choose-contact.ts'
import { LIMIT, type Limited, showList } from '../screenful.ts'

interface VouchOptions {
  topic?: string
  story?: string
  on?: string
  json?: boolean
}

const EXAMPLES = [
  'net vouch Ada for Lin --topic "UX research"',
  'net vouch Grace for me --story "told her board how we saved the launch"',
]

export function registerVouch(parent: Command, context: AppContext): void {
  const vouch = parent
    .command('vouch')
    .description('who speaks for whom, on what, and who put in a good word for you')
  examples(vouch, ...EXAMPLES, 'net vouch list')
  registerAdd(vouch, context)
  registerList(vouch, context)
  registerRemove(vouch, context)
}

function registerAdd(vouch: Command, context: AppContext): void {
  const command = vouch
    .command('add', { isDefault: true })
    .description('record that somebody speaks for somebody; "add" may be left out')
    .argument('<by>', 'who speaks')
    .argument('<for>', 'the word "for"')
    .argument('<contact|me...>', 'for whom: a contact, or "me"')
    .option('--topic <text>', 'on what, e.g. "UX research"')
    .option('--story <text>', 'what they tell: why this is the right one')
    .option('--on <date>', 'when, e.g. yesterday (default: today)')
    .option('--json', 'answer as JSON')
    .action((first: string, second: string, rest: string[], options: VouchOptions) =>
      addEndorsement(context, [first, second, ...rest], options),
    )
  examples(command, ...EXAMPLES)
}

async function addEndorsement(context: AppContext, words: string[], options: VouchOptions): Promise<void> {
  const { by, whom } = parties(words)
  const topic = options.topic === undefined ? null : readLine('--topic', options.topic)
  const story = options.story === undefined ? null : options.story.trim()
  if (story !== null && asLine(story) === '')
    throw badInput('--story', undefined, 'is empty', 'Tell it in a few words, or leave it out.')
  if (isMe(by))
    throw badInput(
      'the endorsement',
      undefined,
      'is for what others say',
      'A good word of yours is a favour: net gave Ada "recommended her to Lin"',
    )
  const endorser = await chooseContact(context, by)
  const endorsed = await chooseContactOrMe(context, whom)
  if (endorser.id === endorsed?.id)
    throw badInput(
      'the endorsement',
      undefined,
      `has ${endorser.name} on both sides`,
      'Somebody speaks for somebody else, or for "me".',
    )
  const on = await dayOf(context, options.on)
  const journal = context.journal()
  const { operation, result: id } = journal.operations.record('vouch', (about) => {
    about.people = [endorser.name, ...(endorsed ? [endorsed.name] : [])]
    if (topic !== null) about.text = topic
    const said = { byId: endorser.id, forId: endorsed?.id ?? null, topic, story, on }
    const known = journal.endorsements.same(said)
    if (known)
      throw new NetError({
        kind: 'already-there',
        what: 'endorsement',
        name: `${endorser.name} for ${endorsed?.name ?? 'you'}`,
        id: known.id,
      })
    return journal.endorsements.add(said)
  })
  const endorsement = journal.endorsements.byId(id)!
  context.output.show({ operation, endorsement }, endorsementRecorded(context.today()), options)
  if (endorsed === null && !options.json) {
    const isRecommender = journal.stages.ofContact(endorser.id).at(-1)?.stage === 'recommender'
    context.output.tell({ ...endorsement, isRecommender }, recommenderHint)
  }
}

/** Names may be of several words: the first "for" stands between the two. */
function parties(words: string[]): { by: string; whom: string } {
  const at = words.findIndex((word, index) => index > 0 && /^(?:for|für|fuer)$/i.test(word.trim()))
  if (at < 0 || at === words.length - 1)
    throw badInput(
      'the endorsement',
      words.join(' '),
      'does not say for whom',
      'Say it so: net vouch Ada for Lin',
    )
  return { by: words.slice(0, at).join(' '), whom: words.slice(at + 1).join(' ') }
}

function registerList(vouch: Command, context: AppContext): void {
  const command = vouch
    .command('list')
    .description('list who spoke for whom, newest first')
    .argument('[contact|me...]', 'only by or for a contact, or for you')
    .option(...LIMIT)
    .option('--json', 'answer as JSON')
    .option('--csv', 'answer as CSV')
    .action((wanted: string[], options: Limited) => list(context, wanted.join(' '), options))
  examples(command, 'net vouch list', 'net vouch list Ada', 'net vouch list me')
}

async function list(context: AppContext, wanted: string, options: Limited): Promise<void> {
  const { endorsements } = context.reading()
  const person = wanted === '' ? undefined : await chooseContactOrMe(context, wanted)
  const rows =
    person === undefined
      ? endorsements.all()
      : person === null
        ? endorsements.forMe()
        : endorsements.ofContact(person.id)
  showList(context, rows, endorsementsView(context.today()), endorsementsCsv, options)
  if (rows.length === 0) context.output.tell(undefined, noEndorsements)
}

function registerRemove(vouch: Command, context: AppContext): void {
  const command = vouch
    .command('remove')
    .description('remove one that should not be there')
    .argument('<id>', 'its number in "net vouch list"')
    .option('--json', 'answer as JSON')
    .action((text: string, options: { json?: boolean }) => {
      const id = recordNumber('the endorsement', text, 'net vouch list')
      known(context.reading(), id)
      const journal = context.journal()
      const { operation, result: endorsement } = journal.operations.record('vouch remove', (about) => {
        const found = known(journal, id)
        about.people = [found.by.name, ...(found.for ? [found.for.name] : [])]
        if (found.topic !== null) about.text = found.topic
        journal.endorsements.remove(id)
        return found
      })
      context.output.show({ operation, endorsement }, endorsementRemoved, options)
    })
  examples(command, 'net vouch remove 4')
}

/** @throws NetError not-found */
function known(journal: Journal, id: number): Endorsement {
  const found = journal.endorsements.byId(id)
  if (found) return found
  throw new NetError({ kind: 'not-found', what: 'endorsement', wanted: String(id), suggestions: [] })
}
