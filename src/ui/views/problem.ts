import type { Candidate, JournalTrouble, Problem } from '../../domain/errors.ts'
import type { View } from '../output.ts'
import { capitalised, cut, oneLine, wrap } from '../text.ts'

const NOTHING_TO: Record<'undo' | 'redo', Explained> = {
  undo: { wrong: 'There is nothing to take back.', next: '"net history" shows what was written.' },
  redo: {
    wrong: 'There is nothing to do again.',
    next: 'Only what "net undo" took back last comes again, as long as nothing was written since.',
  },
}

/** What is wrong, and what to do about it: a line each. */
interface Explained {
  wrong: string
  next: string
  list?: string[]
}

const JOURNAL: Record<JournalTrouble, [wrong: string, next: string]> = {
  'not-a-database': [
    'is not a journal: it is no SQLite file',
    'Name the right file with --db or NET_DB, or see "net restore" for a backup.',
  ],
  damaged: [
    'is damaged',
    'Nothing was changed. "net doctor" looks closer; "net restore" brings back a backup.',
  ],
  newer: ['was written by a newer version of net', 'Update net, then try again. Nothing was changed.'],
  'is-directory': ['is a folder, not a file', 'Name a file inside it with --db or NET_DB.'],
  unreadable: [
    "can't be opened",
    'Look at its path and permissions, or name another file with --db or NET_DB.',
  ],
  'read-only': [
    "can't be written to",
    'Look at its permissions and those of its folder. Nothing was changed.',
  ],
  'disk-full': ['could not be written: the disk is full', 'Make room and try again. Nothing was changed.'],
  locked: ['is in use by another program', 'Try again in a moment. Nothing was changed.'],
  'not-ours': [
    'is a database of another program',
    'Name another file with --db or NET_DB. Nothing was changed.',
  ],
  'native-module': [
    'could not be opened: better-sqlite3 does not fit this Node',
    'Run "npm rebuild better-sqlite3" where net is installed.',
  ],
  io: ['could not be read or written', 'Look at the disk it is on. "net doctor" looks closer.'],
}

const BACKUP: Partial<Record<JournalTrouble, string>> = {
  newer: 'Update net, then try again. The journal is as it was.',
  'disk-full': 'Make room and try again. The journal is as it was.',
  unreadable: 'Look at its path and permissions. The journal is as it was.',
  'read-only': 'Look at the permissions of its folder. The journal is as it was.',
  'native-module': JOURNAL['native-module'][1],
}

const candidate = ({ id, name, detail }: Candidate) => `#${id} ${name}${detail ? ` (${detail})` : ''}`

function explain(problem: Problem): Explained {
  switch (problem.kind) {
    case 'bad-input': {
      const value = problem.value === undefined ? '' : ` "${cut(oneLine(problem.value), 60)}"`
      return { wrong: `${problem.what}${value} ${problem.why}`, next: problem.hint ?? '' }
    }
    case 'not-found': {
      if (problem.what === 'operation') return NOTHING_TO[problem.wanted === 'redo' ? 'redo' : 'undo']
      const [first, ...others] = problem.suggestions.map((name) => `"${name}"`)
      return {
        wrong: `No ${NOUN[problem.what] ?? problem.what} "${named(problem)}".`,
        next: first
          ? `Did you mean ${[first, ...others].slice(0, 5).join(' or ')}?${problem.creatable ? ` If it is ${problem.what === 'contact' ? 'somebody' : 'something'} new, add --new.` : ''}`
          : (NOT_FOUND[problem.what] ?? ''),
      }
    }
    case 'ambiguous':
      return {
        wrong: `"${cut(oneLine(problem.wanted), 60)}" could be several:`,
        list: problem.candidates.slice(0, 10).map(candidate),
        next: `Give more of the name, or the number, e.g. "#${problem.candidates[0]?.id ?? 1}".`,
      }
    case 'already-there':
      if (problem.what === 'follow-up')
        return {
          wrong: `#${problem.id} is closed already: ${cut(oneLine(problem.name), 60)}`,
          next: '"net todo" shows what is open.',
        }
      if (problem.what === 'offer' || problem.what === 'need')
        return {
          wrong: `#${problem.id} is closed already: ${cut(oneLine(problem.name), 60)}`,
          next: `"net ${problem.what} list" shows what is open.`,
        }
      if (problem.what === 'introduction')
        return {
          wrong: `That introduction is recorded already: ${cut(oneLine(problem.name), 60)} (#${problem.id}).`,
          next: 'If it is about something else this time, say so with --for.',
        }
      if (problem.what === 'endorsement')
        return {
          wrong: `That good word is recorded already: ${cut(oneLine(problem.name), 60)} (#${problem.id}).`,
          next: 'If there is more to it, say so with --topic or --story.',
        }
      if (problem.what === 'tie')
        return {
          wrong: `It is known already that ${cut(oneLine(problem.name), 60)} know each other.`,
          next: '"net tie list" shows who knows whom.',
        }
      if (problem.what === 'file' || problem.what === 'folder')
        return {
          wrong:
            problem.what === 'file'
              ? `There is a file ${problem.name} already.`
              : `There is something in the folder ${problem.name} already.`,
          next: `Nothing was overwritten; name another one${problem.forcible ? ', or add --force' : ''}.`,
        }
      return {
        wrong: `There is ${article(problem.what)} ${problem.what} "${cut(oneLine(problem.name), 60)}" already${problem.id ? ` (#${problem.id})` : ''}.`,
        next: problem.what === 'contact' ? 'For another person of that name add --new.' : '',
      }
    case 'journal': {
      const [wrong, next] = JOURNAL[problem.why]
      return problem.role === 'backup'
        ? {
            wrong: `The backup ${problem.file} ${wrong}.`,
            next: BACKUP[problem.why] ?? 'The journal is as it was.',
          }
        : { wrong: `The journal ${problem.file} ${wrong}.`, next }
    }
    case 'disk-full':
      return {
        wrong: `The disk is full: ${problem.file} could not be written.`,
        next: 'Make room and try again.',
      }
    case 'archive':
      return {
        wrong: `The archive ${archiveTrouble(problem)}.`,
        next: 'Nothing of it was taken; the journal is as it was.',
      }
    case 'changed-meanwhile':
      return {
        wrong: `${problem.name} was changed while you were editing.`,
        next: `Nothing was overwritten; your text is kept in ${problem.kept}`,
      }
    case 'needs-terminal':
      return { wrong: `There is no terminal to ask "${problem.what}"`, next: '' }
    case 'out-of-date':
      return {
        wrong: 'That was recorded by an older net and does not fit the journal any more.',
        next: 'Nothing was changed. "net edit" and "net delete" change what is there.',
      }
    case 'unsound':
      return { wrong: 'Something is not as it should be; what it is stands above.', next: '' }
    case 'cancelled':
      return { wrong: 'Cancelled, nothing was written.', next: '' }
  }
}

function archiveTrouble(problem: Extract<Problem, { kind: 'archive' }>): string {
  const { why, line, table = '', row = '', column = '', to = '' } = problem
  const misfit = `does not fit together: in "${table}", the row with ${cut(oneLine(row), 60)}`
  const at = line === null ? '' : ` (line ${line})`
  switch (why) {
    case 'broken':
      return `is broken or not whole: line ${line} can't be read`
    case 'unknown-table':
      return `has a table "${cut(oneLine(table), 60)}" that the journal does not know${at}`
    case 'unknown-column':
      return `has "${cut(oneLine(column), 60)}" in its table "${table}", which the journal does not know${at}`
    case 'refers-to-nothing':
      return `${misfit} names a ${column} that its table "${to}" does not have`
    case 'missing':
      return `${misfit} has no ${column}${at}`
    case 'twice':
      return `${misfit} has the same ${column} as another${at}`
    case 'wrong-kind':
      return `${misfit} has a text where a number belongs, or a number for a text: ${column}${at}`
    case 'out-of-bounds':
      return `${misfit} has something in ${column || 'it'} that can't be there${at}`
  }
}

/** What is known by its number alone. */
const NUMBERED: ReadonlySet<string> = new Set(['follow-up', 'offer', 'need', 'endorsement'])

const named = ({ what, wanted }: Extract<Problem, { kind: 'not-found' }>): string =>
  NUMBERED.has(what) && /^\d+$/.test(wanted) ? `#${wanted}` : cut(oneLine(wanted), 60)

const article = (noun: string): string => (/^[aeiou]/.test(noun) ? 'an' : 'a')

const NOUN: Partial<Record<string, string>> = {
  'follow-up': 'open promise',
  endorsement: 'good word',
  backup: 'file',
  destination: 'contact, organisation or place',
}

const NOT_FOUND: Partial<Record<string, string>> = {
  contact: '"net list" shows everyone, "net add" makes a new one.',
  destination: '"net list" shows everyone, with where they are.',
  circle: '"net circle list" shows them, "net circle add" makes a new one.',
  'follow-up': '"net todo" shows the open ones with their numbers.',
  introduction: '"net intro list" shows them with their numbers.',
  offer: '"net offer list" shows them with their numbers.',
  need: '"net need list" shows them with their numbers.',
  endorsement: '"net vouch list" shows them with their numbers.',
  event: '"net event list" shows them, "net event add" makes a new one.',
  outcome: '"net outcome list" shows them with their numbers.',
  draft: '"net drafts" shows them with their numbers.',
  tie: '"net tie list" shows who knows whom.',
  file: 'Look at its path.',
  backup: 'Look at its path. "net doctor" lists the backups beside the journal.',
}

/** A problem in one line, without colours: to be put beside what it is about. */
export function problemInLine(problem: Problem): string {
  const { wrong, next, list = [] } = explain(problem)
  const listed = list.length > 0 ? `${list.join(', ')}.` : ''
  return oneLine([/[.:?!]$/.test(wrong) ? wrong : `${wrong}.`, listed, next].filter(Boolean).join(' '))
}

export const problemView: View<Problem> = (problem, { chalk, terminal, width }) => {
  const { wrong, next, list = [] } = explain(problem)
  // A log keeps one line each.
  const fitting = (line: string) => (terminal ? wrap(line, Math.max(20, width - 2)) : [line])
  const [first = '', ...rest] = [`net: ${wrong}`, ...list, next].filter(Boolean).flatMap(fitting)
  return [first.replace('net:', chalk.red('net:')), ...rest.map((line) => `  ${line}`)].join('\n')
}

/** For what should not have happened: the message, and how to see more. */
export const unexpectedView: View<{ message: string }> = ({ message }, { chalk }) =>
  `${chalk.red('net:')} Something went wrong: ${oneLine(message)}\n  Set NET_DEBUG=1 to see where. Nothing was half written.`

/** What commander has to say about the command line. */
export const usageView: View<{ message: string; command: string }> = ({ message, command }, { chalk }) => {
  const [wrong = '', ...rest] = message
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(/^\((.*)\)$/, '$1'))
    .filter(Boolean)
  const text = wrong.replace(/^error: /, '')
  return [
    `${chalk.red('net:')} ${capitalised(text)}.`.replace(/\.\.$/, '.'),
    `  ${[...rest, `"${command} --help" shows what it takes.`].join(' ')}`,
  ].join('\n')
}
