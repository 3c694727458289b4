import type { About } from '../../domain/operation.ts'
import type { CsvColumns } from '../csv.ts'
import { kindTold } from '../encounter-kinds.ts'
import type { View } from '../output.ts'
import { table } from '../table.ts'
import { capitalised, counted, cut, listed, oneLine, wrap } from '../text.ts'

/** An operation as `net history --json` shows it; `what` is the sentence. */
export interface HistoryRow {
  id: number
  /** Local date and time with offset. */
  at: string
  what: string
  command: string
  people: string[]
  undone: boolean
}

interface Words {
  people: string[]
  who: string
  text: string
  count: number | undefined
}

/** Longer names, notes and lists are cut: a sentence is for finding an operation again, not for reading a record. */
const LONGEST = 60

const detail = (text: string) => (text === '' ? '' : `: ${text}`)
const ofWhom = (who: string) => (who === '' ? '' : ` with ${who}`)

/** What each command did, as one would tell it. */
const SENTENCES: Record<string, (words: Words) => string> = {
  log: ({ who, text }) => `logged ${text ? kindTold(text) : 'an encounter'}${ofWhom(who)}`,
  gave: ({ who, text }) => `gave ${who}${detail(text)}`,
  got: ({ who, text }) => `got from ${who}${detail(text)}`,
  done: ({ text, count }) =>
    `kept ${count && count > 1 ? counted(count, 'promise') : 'a promise'}${detail(text)}`,
  'done let-off': ({ text, count }) =>
    `let ${count && count > 1 ? counted(count, 'promise') : 'a promise'} go${detail(text)}`,
  'done broken': ({ text, count }) =>
    `closed ${count && count > 1 ? counted(count, 'promise') : 'a promise'} that did not come about${detail(text)}`,
  offer: ({ who, text }) => `${who ? `noted that ${who} offers` : 'noted what you can do'}${detail(text)}`,
  need: ({ who, text }) =>
    `${who ? `noted that ${who} looks for` : 'noted what you might need'}${detail(text)}`,
  'offer close': ({ who, text }) => `closed an offer${who && ` of ${who}`}${detail(text)}`,
  'need close': ({ who, text }) => `closed a need${who && ` of ${who}`}${detail(text)}`,
  vouch: ({ people: [by = '', whom = 'you'], text }) => `noted that ${by} spoke for ${whom}${detail(text)}`,
  'vouch remove': ({ people: [by = '', whom = 'you'], text }) =>
    `removed that ${by} spoke for ${whom}${detail(text)}`,
  add: ({ who }) => `added ${who}`,
  edit: ({ who, text }) => `changed ${who}${text && ` (${text})`}`,
  merge: ({ who, text }) => `made ${text} part of ${who}`,
  'duplicates apart': ({ who }) => `kept ${who} apart`,
  delete: ({ who }) => `deleted ${who}`,
  'alias add': ({ who, text }) => `${who} also goes by ${text}`,
  'alias remove': ({ who, text }) => `took the name ${text} from ${who}`,
  'tag add': ({ who, text }) => `tagged ${who} ${text}`,
  'tag remove': ({ who, text }) => `took ${text} from ${who}`,
  'circle add': ({ text }) => `made the circle ${text}`,
  'circle edit': ({ text }) => `changed the circle ${text}`,
  'circle remove': ({ text }) => `removed the circle ${text}`,
  'circle put': ({ who, text }) => `put ${who} into the circle ${text}`,
  'circle drop': ({ who, text }) => `took ${who} out of the circle ${text}`,
  pause: ({ who, text }) => `paused ${who || 'all reminders'}${text && ` until ${text}`}`,
  resume: ({ who }) => `took ${who || 'reminders'} up again`,
  letgo: ({ who }) => `let ${who} go`,
  snooze: ({ who, text }) => `left ${who} out of reminders until ${text}`,
  intro: ({ who, text }) => `brought ${who} together${detail(text)}`,
  'intro offer': ({ who, text }) => `noted an introduction that is offered, of ${who}${detail(text)}`,
  'intro by': ({ who, text }) => `noted an introduction by somebody else, of ${who}${detail(text)}`,
  'intro agree': ({ who }) => `noted that ${who} agreed to an introduction`,
  'intro made': ({ who }) => `noted that the introduction of ${who} is made`,
  'intro decline': ({ who }) => `noted that the introduction of ${who} is not wanted`,
  'intro result': ({ who, text }) => `noted what came of the introduction of ${who}${detail(text)}`,
  'intro thank': ({ who }) => `thanked ${who} for an introduction`,
  'intro remove': ({ who }) => `took out the introduction of ${who}`,
  met: ({ who, text }) => `met ${who}${text && ` through ${text}`}`,
  'tie add': ({ who }) => `noted that ${who} know each other`,
  'tie remove': ({ who }) => `took out the tie of ${who}`,
  'event add': ({ text }) => `added the event ${text}`,
  'event edit': ({ text }) => `changed the event ${text}`,
  'event remove': ({ text }) => `removed the event ${text}`,
  'event review': ({ text }) => `said how ${text} was`,
  'event expect': ({ who, text }) => `expected ${who} at ${text}`,
  'event unexpect': ({ who, text }) => `did not expect ${who} at ${text} any more`,
  config: ({ text }) => `set ${text}`,
  'config unset': ({ text }) => `set ${text} back to what it is by default`,
  'outcome add': ({ text, who }) => `recorded what came of it: ${text}${who && ` (${who})`}`,
  'outcome edit': ({ text }) => `changed the outcome ${text}`,
  'outcome remove': ({ text }) => `removed the outcome ${text}`,
  stage: ({ who, text }) => `set the stage of ${who}: ${text}`,
  'stage remove': ({ who, text }) => `took the stage ${text} off ${who}`,
  'drafts take': ({ text, count }) =>
    `logged ${counted(count ?? 0, 'meeting')} from a calendar${detail(text)}`,
  'drafts drop': ({ text, count }) =>
    `left ${counted(count ?? 0, 'meeting')} of a calendar out${detail(text)}`,
  'import calendar': ({ text, count }) => `found ${counted(count ?? 0, 'meeting')}${text && ` in ${text}`}`,
  import: ({ text, count }) => `imported ${counted(count ?? 0, 'contact')}${text && ` from ${text}`}`,
}

/** An operation in a plain sentence, without its full stop; of a command that has no words of its own here, its name and what it was about. */
export function operationSentence({ what, about }: { what: string; about: About }): string {
  const words = {
    people: (about.people ?? []).map((name) => cut(name, LONGEST)),
    who: cut(listed(about.people ?? []), LONGEST),
    text: cut(oneLine(about.text ?? ''), LONGEST),
    count: about.count,
  }
  const sentence = Object.hasOwn(SENTENCES, what) ? SENTENCES[what]!(words) : fallback(what, words)
  return oneLine(sentence)
}

const fallback = (what: string, { who, text, count }: Words): string =>
  `${what}${detail([who, text, count === undefined ? '' : String(count)].filter(Boolean).join(', '))}`

const minute = (at: string) => at.slice(0, 16).replace('T', ' ')

export const olderHistory: View<{ shown: number }> = ({ shown }, { chalk }) =>
  chalk.dim(`There is more: --limit ${shown * 5} shows it.`)

export const historyCsv: CsvColumns<HistoryRow> = [
  ['id', (row) => row.id],
  ['at', (row) => row.at],
  ['what', (row) => row.what],
  ['command', (row) => row.command],
  ['undone', (row) => String(row.undone)],
]

const NOTHING_YET = 'Nothing was written yet. "net log" writes the first line.'
const BEGUN_ANEW =
  'The history is empty: "net forget" lets it begin anew. What is written from now on will stand here.'

/** @param isNew whether the journal holds nothing */
export const historyView =
  (isNew: boolean): View<HistoryRow[]> =>
  (rows, style) =>
    rows.length === 0
      ? isNew
        ? NOTHING_YET
        : wrap(BEGUN_ANEW, style.width).join('\n')
      : table(
          rows,
          [
            { heading: '#', cell: (row) => String(row.id), align: 'right' },
            { heading: 'When', cell: (row) => minute(row.at) },
            {
              heading: 'What',
              cell: (row) => `${capitalised(row.what)}${row.undone ? ' (taken back)' : ''}`,
              flexible: true,
              colour: (text, row, { chalk }) => (row.undone ? chalk.dim(text) : text),
            },
          ],
          style,
        )

export interface Turned {
  operation: number
  what: string
}

export const undoneView: View<Turned> = ({ what }, { chalk }) =>
  `${chalk.green('✓')} Taken back: ${what}.\n  ${chalk.dim('"net redo" brings it again.')}`

export const redoneView: View<Turned> = ({ what }, { chalk }) =>
  `${chalk.green('✓')} Done again: ${what}.\n  ${chalk.dim('"net undo" takes it back.')}`
