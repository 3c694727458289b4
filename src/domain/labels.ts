import { badInput } from './errors.ts'

/** Whole terminal sequences, so that not "[31m" is left of a colour (ECMA-48 §5.4). */
export const ESCAPE_SEQUENCES =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][\s\S]*?(?:\u0007|\u001b\\|$)|[@-Z\\-_])/g
/** Single control characters, and marks that reorder or hide text. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g
const LONGEST = 500

/** Text as it is kept where a line is meant: NFC, without control characters, with single spaces. May come out empty. */
export const asLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(ESCAPE_SEQUENCES, '')
    .replace(/\s+/g, ' ')
    .replace(CONTROLS, '')
    .replace(/ {2,}/g, ' ')
    .trim()

/** A line that says something. @throws NetError when nothing is left of it or it is endless */
export function readLine(what: string, text: string): string {
  const line = asLine(text)
  if (line === '') throw badInput(what, undefined, 'is empty', 'Give at least one letter.')
  if (line.length > LONGEST) throw badInput(what, line, `is too long (${LONGEST} characters at most)`)
  return line
}

/**
 * A person's name, or another name of theirs.
 * @throws NetError when it has no letter, or would be taken for a number or for "me"
 */
export function readName(what: string, text: string): string {
  const name = readLine(what, text)
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name))
    throw badInput(what, name, 'has no letter in it', 'Give a name, a nickname or initials.')
  if (name.startsWith('#') || /^\d+$/.test(name))
    throw badInput(what, name, 'would be taken for the number of a contact', 'Add a word, e.g. "Agent 47".')
  if (/^me$/i.test(name)) throw badInput(what, name, 'means yourself here', 'Add a word to it.')
  return name
}

/** A tag, with or without the # before it. @throws NetError when nothing is left of it */
export const readTag = (text: string): string => readLine('the tag', asLine(text).replace(/^#+/, ''))
