import { type Command, InvalidArgumentError } from 'commander'
import type { AppContext } from '../context.ts'
import type { CivilDate } from '../domain/dates.ts'
import { readDateInWords } from '../domain/dates-in-words.ts'
import { badInput, NetError } from '../domain/errors.ts'
import { WEIGHTS, type WeightName } from '../domain/favours.ts'
import { findPerson, type KnownPerson } from '../domain/names.ts'

/** The examples under a command's help; every command has at least one. */
export const examples = (command: Command, ...lines: string[]): Command =>
  command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`)

/** An option that may be given several times. */
export const several = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value]

export function positiveNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It takes a whole number, 1 or more.')
  return Number(text)
}

export function weightName(text: string): WeightName {
  if (!Object.hasOwn(WEIGHTS, text))
    throw new InvalidArgumentError(`It is one of ${Object.keys(WEIGHTS).join(', ')}.`)
  return text as WeightName
}

/**
 * The contact that a user names, by the one matcher; asks when several fit and there is a terminal.
 * @throws NetError not-found with near misses, or ambiguous with the candidates
 */
export async function chooseContact(context: AppContext, wanted: string): Promise<KnownPerson> {
  const found = findPerson(wanted, context.reading().names)
  if (found.state === 'one') return found.person
  if (found.state === 'none')
    throw new NetError({
      kind: 'not-found',
      what: 'contact',
      wanted,
      suggestions: found.near.map((person) => person.name),
    })
  if (!context.prompt.interactive) throw ambiguous(wanted, found.people)
  return chooseAmong(context, wanted, found.people)
}

export const ambiguous = (wanted: string, people: KnownPerson[]) =>
  new NetError({
    kind: 'ambiguous',
    what: 'contact',
    wanted,
    candidates: people.map(({ id, name, detail }) => ({ id, name, detail: detail ?? undefined })),
  })

export const chooseAmong = (
  context: AppContext,
  wanted: string,
  people: KnownPerson[],
): Promise<KnownPerson> =>
  context.prompt.choose(
    `Which ${wanted}?`,
    people.map((person) => ({
      name: `${person.name}${person.detail ? ` (${person.detail})` : ''}`,
      value: person,
      description: person.lastOn ? `last met on ${person.lastOn}` : undefined,
    })),
  )

/**
 * A date argument, as ISO or in English or German words.
 * @param direction where a date without a year or a bare weekday lies
 * @throws NetError when it is no date, or a `past` one lies in the future
 */
export async function dateArgument(
  context: AppContext,
  what: string,
  text: string,
  direction: 'past' | 'future',
): Promise<CivilDate> {
  const today = context.today()
  const read = await readDateInWords(text, today, { direction, dayFirst: context.settings().dates === 'dmy' })
  if (!read)
    throw badInput(
      what,
      text,
      'is no date that net understands',
      'Write it as 2026-11-03, 3.11., "yesterday" or "last tuesday".',
    )
  if (direction === 'past' && read.on > today)
    throw badInput(what, text, `lies in the future (${read.on})`, 'Give a day up to today.')
  return read.on
}
