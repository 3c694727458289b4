import type { CivilDate } from '../domain/dates.ts'
import { fold } from '../domain/names.ts'
import type { Offering, OfferingKind } from '../domain/offerings.ts'
import type { Db } from './database.ts'
import type { SearchStore } from './search.ts'
import { newUid } from './uid.ts'

export interface NewOffering {
  kind: OfferingKind
  what: string
  /** Whose it is; `null` for mine. */
  contactId: number | null
  on: CivilDate
  encounterId?: number
}

export interface OfferingFilter {
  /** A contact's, or (`null`) mine; everybody's where it is left out. */
  contactId?: number | null
  /** Closed ones too. */
  all?: boolean
  /** The newest so many; all of them where it is left out. */
  limit?: number
}

const INSERT = `INSERT INTO offering (uid, contact_id, encounter_id, kind, what, on_date) VALUES (?, ?, ?, ?, ?, ?)`
const SELECT = `SELECT offering.id, kind, what, on_date, closed_on, contact.id, contact.name
  FROM offering LEFT JOIN contact ON contact.id = contact_id`
const NEWEST_FIRST = 'ORDER BY closed_on IS NOT NULL, on_date DESC, offering.id DESC'

export type OfferingStore = ReturnType<typeof offeringStore>

/** What people can do and what they look for, and what I can do and might need. */
export function offeringStore(db: Db, search: SearchStore) {
  /** What is said once more, however it is spelled, is the same as long as it stands. */
  function standing({ kind, what, contactId }: NewOffering): number | undefined {
    const theirs = db
      .prepare(
        'SELECT id, what FROM offering WHERE kind = @kind AND contact_id IS @contactId AND closed_on IS NULL',
      )
      .all({ kind, contactId })
    return theirs.find((each) => fold(each.what) === fold(what))?.id
  }

  return {
    /** @returns its key, or that of the same one where it stands already */
    add(offering: NewOffering): number {
      const known = standing(offering)
      if (known !== undefined) return known
      const { kind, what, contactId, on, encounterId } = offering
      const values = [newUid(db), contactId, encounterId ?? null, kind, what, on]
      const id = Number(db.prepare(INSERT).run(...values).lastInsertRowid)
      search.put('offering', id, [what])
      return id
    },

    byId(id: number): Offering | undefined {
      const row = db.prepare(`${SELECT} WHERE offering.id = ?`).raw().get(id) as Row | undefined
      return row && toOffering(row)
    },

    /** Those that stand first, newest first. */
    list(kind: OfferingKind, { contactId, all = false, limit = -1 }: OfferingFilter = {}): Offering[] {
      const where = [
        'kind = @kind',
        ...(contactId === undefined ? [] : ['contact_id IS @contactId']),
        ...(all ? [] : ['closed_on IS NULL']),
      ]
      const rows = db
        .prepare(`${SELECT} WHERE ${where.join(' AND ')} ${NEWEST_FIRST} LIMIT @limit`)
        .raw()
        .all({ kind, limit, ...(contactId !== undefined && { contactId }) })
      return (rows as Row[]).map(toOffering)
    },

    /** Open ones of everybody, newest first, read as far as they are asked for. */
    *newest(kind: OfferingKind): Generator<Offering> {
      const rows = db.prepare(`${SELECT} WHERE kind = ? AND closed_on IS NULL ${NEWEST_FIRST}`).raw()
      for (const row of rows.iterate(kind) as IterableIterator<Row>) yield toOffering(row)
    },

    close(id: number, on: CivilDate): void {
      db.prepare('UPDATE offering SET closed_on = ? WHERE id = ?').run(on, id)
    },
  }
}

/** There may be thousands: a row is an array. */
type Row = [
  id: number,
  kind: OfferingKind,
  what: string,
  on: CivilDate,
  closedOn: CivilDate | null,
  whoId: number | null,
  whoName: string | null,
]

const toOffering = ([id, kind, what, on, closedOn, whoId, whoName]: Row): Offering => ({
  id,
  kind,
  what,
  on,
  closedOn,
  who: whoId === null ? null : { id: whoId, name: whoName! },
})
