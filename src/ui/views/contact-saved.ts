import type { CardChange, ContactCard } from '../../domain/contact-card.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import type { Style, View } from '../output.ts'
import { counted, cut, listed, oneLine, wrapLines } from '../text.ts'

const done = ({ chalk }: Style, text: string) => `${chalk.green('✓')} ${text}`
const named = ({ id, name }: PersonRef, { chalk }: Style) => `${chalk.bold(name)} ${chalk.dim(`#${id}`)}`
const quoted = (names: string[]) => listed(names.map((name) => `"${name}"`))

const inLines = (text: string, { terminal, width }: Style) => (terminal ? wrapLines(text, width) : text)

/** As a word of a command that stands in double quotes itself. */
const inShell = (word: string) =>
  /^[\p{L}\p{N}_.-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`

const madeCircles = (made: string[], style: Style): string[] =>
  made.length === 0
    ? []
    : [
        style.chalk.dim(
          inLines(
            `  ${made.length === 1 ? 'The circle' : 'The circles'} ${quoted(made)} ${made.length === 1 ? 'is' : 'are'} new; "net circle edit ${inShell(made[0]!)} --cadence 30" says how often to meet.`,
            style,
          ),
        ),
      ]

export interface ContactAdded {
  operation: number | null
  contact: ContactCard & { id: number; introducedBy: PersonRef | null }
  newCircles: string[]
}

export const contactAdded: View<ContactAdded> = ({ contact, newCircles }, style) => {
  const said = [
    [contact.role, contact.org].filter(Boolean).join(', '),
    contact.place,
    contact.introducedBy && `through ${contact.introducedBy.name}`,
    contact.circles.length > 0 && `in ${listed(contact.circles)}`,
  ].filter(Boolean)
  const rest = said.length > 0 ? `: ${said.join(' · ')}` : ''
  return [done(style, `Added ${named(contact, style)}${rest}`), ...madeCircles(newCircles, style)].join('\n')
}

/** Somebody else is found by the same word. */
export const isNamesake: View<PersonRef> = (person) =>
  `  There is ${person.name} (#${person.id}) as well; if that is the same person, "net undo" takes this back.`

export interface ContactEdited {
  operation: number | null
  contact: ContactCard & PersonRef
  changes: CardChange[]
  newCircles: string[]
}

export const contactEdited: View<ContactEdited> = ({ contact, changes, newCircles }, style) => {
  const { chalk, width } = style
  if (changes.length === 0) return `Nothing to change: ${contact.name} is as you say already.`
  const wide = Math.max(...changes.map(({ field }) => field.length))
  const room = Math.max(20, width - wide - 4)
  const shown = (text: string, columns: number) =>
    text === '' ? chalk.dim('(nothing)') : cut(oneLine(text), columns)
  const half = Math.floor((room - 3) / 2)
  return [
    done(style, `Changed ${named(contact, style)}`),
    ...changes.map(({ field, before, after }) => {
      const change =
        before === '' ? shown(after, room) : `${shown(before, half)} ${chalk.dim('→')} ${shown(after, half)}`
      return `  ${chalk.dim(field.padEnd(wide))}  ${change}`
    }),
    ...madeCircles(newCircles, style),
  ].join('\n')
}

/** Where the text of an edit is kept that could not be taken over. */
export const editKept: View<{ file: string }> = ({ file }) => `  Your text is kept in ${file}`

export interface ContactDeleted {
  operation: number | null
  contact: PersonRef
  kept: { encounters: number; favours: number; outcomes: number }
  gone: { promises: number; facts: number; offerings: number; endorsements: number; introductions: number }
}

export const contactDeleted: View<Omit<ContactDeleted, 'operation'>> = (deleted, style) =>
  [
    done(style, `Deleted ${style.chalk.bold(deleted.contact.name)}`),
    ...consequences(deleted).map((line) => `  ${line}`),
    style.chalk.dim('  "net undo" brings everything back.'),
  ].join('\n')

/** What deleting means, for the question before it. */
export const deletion: View<Omit<ContactDeleted, 'operation'>> = (deleted, { chalk }) =>
  consequences(deleted)
    .map((line, at) => `${at === 0 ? `Deleting ${chalk.bold(deleted.contact.name)}:\n` : ''}  ${line}`)
    .join('\n')

function consequences({ kept, gone }: Omit<ContactDeleted, 'operation'>): string[] {
  const stays = [
    kept.encounters > 0 && counted(kept.encounters, 'encounter'),
    kept.favours > 0 && counted(kept.favours, 'favour'),
    kept.outcomes > 0 && counted(kept.outcomes, 'outcome'),
  ].filter((part) => part !== false)
  const goes = [
    gone.facts > 0 && counted(gone.facts, 'thing you learned', 'things you learned'),
    gone.promises > 0 && counted(gone.promises, 'open promise'),
    gone.offerings > 0 && counted(gone.offerings, 'offer or need', 'offers and needs'),
    gone.endorsements > 0 && counted(gone.endorsements, 'good word'),
    gone.introductions > 0 && counted(gone.introductions, 'introduction'),
  ].filter((part) => part !== false)
  return [
    ...(stays.length > 0
      ? [
          `${listed(stays)} ${kept.encounters + kept.favours + kept.outcomes === 1 ? 'stays' : 'stay'}, without the person.`,
        ]
      : []),
    ...(goes.length > 0 ? [`${listed(goes)} ${sum(gone) === 1 ? 'goes' : 'go'} along.`] : []),
  ]
}

const sum = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0)

export interface NamesChanged {
  operation: number | null
  contact: PersonRef
  aliases: string[]
  alias: string
  done: 'added' | 'removed' | 'was-there'
}

export const aliasesChanged: View<NamesChanged> = ({ contact, aliases, alias, done: what }, style) => {
  if (what === 'was-there') return `${contact.name} goes by "${alias}" already.`
  const now =
    aliases.length > 0
      ? `${contact.name} goes by ${quoted(aliases)} too.`
      : `No other names of ${contact.name} are left.`
  return done(style, what === 'added' ? now : `"${alias}" is taken off. ${now}`)
}

export interface TagsChanged {
  operation: number | null
  contact: PersonRef
  tags: string[]
  changed: string[]
  done: 'added' | 'removed'
}

export const tagsChanged: View<TagsChanged> = ({ contact, tags, changed, done: what }, style) => {
  const hash = (words: string[]) => words.map((tag) => `#${tag}`).join(' ')
  if (changed.length === 0) return `${contact.name} has that already: ${hash(tags)}`
  const line = `${named(contact, style)}: ${what} ${hash(changed)}`
  return done(style, `${line}${tags.length > 0 ? style.chalk.dim(` (now ${hash(tags)})`) : ''}`)
}

/** Two people go by one name: each time it is said, net asks. */
export const isAlsoCalled: View<{ name: string; alias: string }> = ({ name, alias }) =>
  `  ${name} goes by "${alias}" as well; where it is said, you will be asked who is meant.`
