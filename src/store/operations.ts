import type { About } from '../domain/operation.ts'
import { replay } from './changes.ts'
import { type Db, immediately } from './database.ts'
import { newUid } from './uid.ts'

export interface Operation {
  id: number
  /** Local date and time with offset, ISO 8601. */
  at: string
  what: string
  about: About
  /** Taken back. */
  undone: boolean
}

/** How an operation stands: it holds; it was taken back; it was taken back and other work has gone on from there. */
const STATE = { done: 0, undone: 1, leftBehind: 2 }

const SELECT = 'SELECT id, at, what, about, undone FROM operation'
const LAST_DONE = `${SELECT} WHERE undone = ${STATE.done} ORDER BY id DESC LIMIT 1`
const FIRST_UNDONE = `${SELECT} WHERE undone = ${STATE.undone} ORDER BY id LIMIT 1`
/** What is written now may take the place of what was taken back: that can't come again. */
const LEAVE_BEHIND = `UPDATE operation SET undone = ${STATE.leftBehind} WHERE undone = ${STATE.undone}`

export function operationStore(db: Db, now: () => string) {
  function turn(found: string, way: 'undo' | 'redo'): Operation | undefined {
    return immediately(db, () => {
      const row = db.prepare(found).get()
      if (!row) return undefined
      replay(db, row.id, way)
      const state = way === 'undo' ? STATE.undone : STATE.done
      db.prepare('UPDATE operation SET undone = ? WHERE id = ?').run(state, row.id)
      return { ...toOperation(row), undone: way === 'undo' }
    })
  }

  return {
    /**
     * Runs everything a command writes as one transaction and one operation. Any throw leaves the journal untouched.
     * @param what the command's name
     * @param work does the writing; it may fill in what the operation was about
     * @returns the operation's id, `null` when nothing was changed
     */
    record<T>(what: string, work: (about: About) => T): { operation: number | null; result: T } {
      if (db.inTransaction) throw new Error('an operation is being recorded already')
      return immediately(db, () => {
        const about: About = {}
        const insert = db.prepare('INSERT INTO operation (uid, at, what, about) VALUES (?, ?, ?, ?)')
        const id = Number(insert.run(newUid(db), now(), what, '{}').lastInsertRowid)
        db.prepare('INSERT INTO recording (operation_id) VALUES (?)').run(id)
        const result = work(about)
        db.prepare('DELETE FROM recording').run()
        const changed = db.prepare('SELECT 1 FROM change WHERE operation_id = ? LIMIT 1').get(id)
        if (changed) {
          db.prepare(LEAVE_BEHIND).run()
          db.prepare('UPDATE operation SET about = ? WHERE id = ?').run(JSON.stringify(about), id)
        } else {
          db.prepare('DELETE FROM operation WHERE id = ?').run(id)
        }
        return { operation: changed ? id : null, result }
      })
    },

    /** Takes the last operation back. @returns it, or `undefined` when there is none */
    undo: () => turn(LAST_DONE, 'undo'),

    /** Does the operation again that was taken back last, unless something was written since. */
    redo: () => turn(FIRST_UNDONE, 'redo'),

    /** Newest first. */
    list(limit: number): Operation[] {
      return db.prepare(`${SELECT} ORDER BY id DESC LIMIT ?`).all(limit).map(toOperation)
    },
  }
}

const toOperation = (row: any): Operation => ({
  ...row,
  about: JSON.parse(row.about),
  undone: row.undone !== STATE.done,
})
