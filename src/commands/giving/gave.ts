import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import { toldIntroductions } from '../../domain/entry/introductions.ts'
import { introducedIn } from '../../domain/entry/parse.ts'
import { badInput } from '../../domain/errors.ts'
import { type FavourDirection, WEIGHTS, type WeightName } from '../../domain/favours.ts'
import { favourRecorded } from '../../ui/views/favours.ts'
import { isCircular } from '../../ui/views/introductions.ts'
import { dayOf, examples, weightName } from '../arguments.ts'
import { chooseContact } from '../choose-contact.ts'
import { withoutCircles } from '../introduced.ts'

interface FavourOptions {
  weight: WeightName
  on?: string
  from?: string
  json?: boolean
}

export function registerGave(parent: Command, context: AppContext): void {
  const command = register(parent, context, 'gave', 'record a favour you did', 'who it was for')
  command.option('--from <contact>', 'who had given it to you: you passed it on')
  examples(command, ...examplesOf('gave'), 'net gave Lin "the logo job" --from Ada')
}

export function registerGot(parent: Command, context: AppContext): void {
  const command = register(parent, context, 'got', 'record a favour done for you', 'who did it')
  examples(command, ...examplesOf('got'))
}

function register(
  parent: Command,
  context: AppContext,
  direction: FavourDirection,
  summary: string,
  who: string,
): Command {
  return parent
    .command(direction)
    .description(summary)
    .argument('<contact>', who)
    .argument('<what...>', 'what it was')
    .option('--weight <weight>', 'small, medium or large', weightName, 'medium')
    .option('--on <date>', 'when, e.g. yesterday (default: today)')
    .option('--json', 'answer as JSON')
    .action((contact: string, what: string[], options: FavourOptions) =>
      recordFavour(context, direction, contact, what.join(' '), options),
    )
}

const examplesOf = (direction: FavourDirection): string[] => [
  `net ${direction} Ada "intro to Lin"`,
  `net ${direction} "Grace Hopper" feedback on the talk --weight small --on yesterday`,
]

async function recordFavour(
  context: AppContext,
  direction: FavourDirection,
  wanted: string,
  words: string,
  options: FavourOptions,
): Promise<void> {
  const what = words.trim()
  if (what === '') throw badInput('the favour', undefined, 'has no words', 'Say in a few words what it was.')
  const person = await chooseContact(context, wanted)
  const from = options.from === undefined ? undefined : await chooseContact(context, options.from)
  if (from?.id === person.id)
    throw badInput('--from', options.from, 'is whom you gave it to', 'Name whom you had it from.')
  const on = await dayOf(context, options.on)
  const journal = context.journal()
  const told = {
    direction,
    what,
    weight: WEIGHTS[options.weight],
    people: [person],
    introduces: introducedIn(what, journal.names)
      .filter(({ id }) => id !== person.id)
      .map(({ id, name }): PersonRef => ({ id, name })),
    from: from ? [from] : [],
  }
  const { favours, circular } = withoutCircles(journal, [told])
  const favour = favours[0]!
  const { operation, result } = journal.operations.record(direction, (about) => {
    about.people = [person.name]
    about.text = what
    return journal.entries.addFavour(favour, on)
  })
  context.output.show(
    {
      operation,
      favour: journal.favours.byId(result.id)!,
      received: result.received,
      introductions: toldIntroductions([favour]),
    },
    favourRecorded(context.today()),
    options,
  )
  for (const each of circular) context.output.tell(each, isCircular)
}
