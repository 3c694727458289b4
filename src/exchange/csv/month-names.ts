import { type CivilDate, civilDate } from '../../domain/dates.ts'

/** The months as exports in English, German and French begin them, in small letters and without accents. */
const BEGINNINGS = [
  ['jan'],
  ['feb', 'fev'],
  ['mar', 'mrz'],
  ['apr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez'],
]

/** "08 Feb 2023", "12 mars 2023", "3. März 2024". @returns `undefined` when it is none */
export function dateWithMonthName(text: string): CivilDate | undefined {
  const [, day, word, year] = /^(\d{1,2})\.?\s+(\S+?)\.?\s+(\d{4})$/.exec(text.trim()) ?? []
  if (!word) return undefined
  const plain = word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  const month = BEGINNINGS.findIndex((beginnings) => beginnings.some((each) => plain.startsWith(each)))
  return month < 0 ? undefined : civilDate(Number(year), month + 1, Number(day))
}
