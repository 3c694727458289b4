import { type Command, InvalidArgumentError } from 'commander'
import type { AppContext } from '../context.ts'
import type { CivilDate } from '../domain/dates.ts'
import { readDateInWords } from '../domain/dates-in-words.ts'
import { badInput } from '../domain/errors.ts'
import { WEIGHTS, type WeightName } from '../domain/favours.ts'

/** The examples under a command's help; every command has at least one. */
export const examples = (command: Command, ...lines: string[]): Command =>
  command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`)

/** An option that may be given several times. */
export const several = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value]

export function positiveNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It takes a whole number, 1 or more.')
  return Number(text)
}

/** A number of days between encounters. */
export function days(text: string): number {
  const count = positiveNumber(text)
  if (count > 36_500) throw new InvalidArgumentError('It takes a number of days, up to 36500.')
  return count
}

export function weightName(text: string): WeightName {
  if (!Object.hasOwn(WEIGHTS, text))
    throw new InvalidArgumentError(`It is one of ${Object.keys(WEIGHTS).join(', ')}.`)
  return text as WeightName
}

/**
 * The number of a record, as lists show it: "12" or "#12".
 * @param list the command that shows the numbers
 * @throws NetError when it is none
 */
export function recordNumber(what: string, text: string, list: string): number {
  const number = /^#?(\d{1,15})$/.exec(text.trim())?.[1]
  if (number === undefined)
    throw badInput(what, text, 'is no number', `"${list}" shows them with their numbers.`)
  return Number(number)
}

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

/** The day `--on` names, today without it. @throws NetError when it is none or lies in the future */
export const dayOf = async (context: AppContext, on: string | undefined): Promise<CivilDate> =>
  on === undefined ? context.today() : dateArgument(context, '--on', on, 'past')
