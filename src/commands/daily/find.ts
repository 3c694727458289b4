import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { badInput } from '../../domain/errors.ts'
import { excerpt, type Hit, phoneDigits, searchTerms } from '../../domain/search.ts'
import { type FoundRow, foundCsv, foundView, moreFoundView, nothingFoundView } from '../../ui/views/found.ts'
import { examples, positiveNumber } from '../arguments.ts'

interface FindOptions {
  limit: number
  json?: boolean
  csv?: boolean
}

/** Characters of a snippet; a terminal cuts it further. */
const SNIPPET = 160

export function registerFind(parent: Command, context: AppContext): void {
  const command = parent
    .command('find')
    .description('find people, encounters, favours, promises and facts by words in them')
    .argument('<words...>', 'all of them have to occur; their beginnings will do')
    .option('--limit <number>', 'how many of each kind', positiveNumber, 10)
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .action((words: string[], options: FindOptions) => find(context, words.join(' '), options))
  examples(command, 'net find lisbon', 'net find Grace slides', 'net find "+49 170" --json')
}

function find(context: AppContext, words: string, options: FindOptions): void {
  const terms = searchTerms(words)
  if (terms.length === 0)
    throw badInput('the search', undefined, 'has no words', 'Say what to look for, e.g. "net find lisbon".')
  const hits = context.reading().find.hits(terms, phoneDigits(words), options.limit + 1)
  const shown = firstOfEachKind(hits, options.limit)
  const rows = shown.map(({ text, ...hit }): FoundRow => {
    const { text: snippet, hits: places } = excerpt(text, terms, SNIPPET)
    return { kind: hit.kind, id: hit.id, on: hit.on, people: hit.people, snippet, hits: places }
  })
  context.output.showRows(rows, foundView, foundCsv, options)
  if (rows.length === 0) context.output.tell({ words }, nothingFoundView)
  else if (shown.length < hits.length) context.output.tell({ limit: options.limit }, moreFoundView)
}

function firstOfEachKind(hits: Hit[], limit: number): Hit[] {
  const counts = new Map<string, number>()
  return hits.filter(({ kind }) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return counts.get(kind)! <= limit
  })
}
