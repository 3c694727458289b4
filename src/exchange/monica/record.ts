import { type CivilDate, isCivilDate } from '../../domain/dates.ts'
import type { ForeignJournal } from '../foreign.ts'

export type Json = Record<string, any>

export const asObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
export const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
export const propertiesOf = (record: unknown): Json => asObject(asObject(record).properties)

/** The records of one type among the collections of an account or a contact. */
export const recordsOf = (owner: unknown, type: string): unknown[] =>
  asList(asObject(owner).data).flatMap((each) =>
    asObject(each).type === type ? asList(asObject(each).values) : [],
  )

/** The day of a moment as Monica writes it: 2019-04-03, 2019-04-03T10:00:00Z. */
export function dayIn(value: unknown): CivilDate | null {
  const day = asText(value).slice(0, 10)
  return isCivilDate(day) ? day : null
}

export const written = (record: unknown) => ({
  sourceId: asText(asObject(record).uuid) || null,
  on: dayIn(asObject(record).created_at),
})

/** What the format has that is read nowhere is counted, so that it can be told. */
export function leaveOutOthers(read: ForeignJournal, owner: unknown, known: readonly string[]): void {
  for (const each of asList(asObject(owner).data)) {
    const { type, values } = asObject(each)
    const count = asList(values).length
    if (count > 0 && !known.includes(asText(type))) leaveOut(read, asText(type), count)
  }
}

export function leaveOut(read: ForeignJournal, what: string, count = 1): void {
  const told = read.leftOut.find((each) => each.what === what)
  if (told) told.count = (told.count ?? 0) + count
  else read.leftOut.push({ what, count })
}
