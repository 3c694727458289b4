import type { SearchTerm } from '../domain/search.ts'

/** Contacts with a word in their name or an alias that lies in a range. */
export const NAMED = 'SELECT contact_id FROM name_word WHERE word >= @from AND word < @to'

/** The range of words that begin with a term; a single letter stands for itself alone. */
export const beginningOf = ({ text }: SearchTerm) =>
  text.length < 2 ? justThe({ text }) : { from: text, to: `${text}\u{10FFFF}` }

/** The range of just this word. */
export const justThe = ({ text }: Pick<SearchTerm, 'text'>) => ({ from: text, to: `${text}\u0000` })

/** Words as FTS5 wants them: in quotes nothing in them means anything. */
export const matchOf = (terms: SearchTerm[], beginnings: boolean): string =>
  terms
    .map(({ text }) => `"${text.replaceAll('"', '""')}"${beginnings && text.length > 1 ? '*' : ''}`)
    .join(' ')
