import { tidiedLine, tidiedText } from '../../domain/arriving-card.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { kindOf } from '../../domain/entry/kind.ts'
import { tokensOf } from '../../domain/entry/tokens.ts'
import { favourKind, WEIGHTS } from '../../domain/favours.ts'
import { fold } from '../../domain/names.ts'
import type { ForeignJournal, ForeignNote, LeftOut } from '../../exchange/foreign.ts'
import type { Journal } from '../../store/journal.ts'

/** A person of a file, and what the file's program knows them by. */
export type FilePerson = PersonRef & { key: string }

export interface RecordsTaken {
  /** How many were taken, for the first time. */
  count: number
  leftOut: LeftOut[]
}

/**
 * Takes what a file tells beside people: meetings become encounters, notes what was learned, tasks what I promised, gifts favours,
 * who brought whom introductions, who belongs to whom ties. Each is taken once; of people who are not in the journal only the words
 * stay. To be called inside an operation.
 * @param people those of the file, by what the file calls them
 */
export function takeRecords(
  journal: Journal,
  format: string,
  told: Omit<ForeignJournal, 'contacts' | 'unread'>,
  people: ReadonlyMap<string, FilePerson>,
  today: CivilDate,
): RecordsTaken {
  const who = (key: string): PersonRef[] => {
    const known = people.get(key)
    if (known) return [{ id: known.id, name: known.name }]
    const named = journal.names.named(fold(key))
    return named.length === 1 ? [{ id: named[0]!.id, name: named[0]!.name }] : []
  }
  const everybody = (keys: string[]) => [
    ...new Map(keys.flatMap(who).map((person) => [person.id, person])).values(),
  ]
  let count = 0
  const once = (kind: string, key: string, take: () => void) => {
    if (!journal.sources.isFirst(format, `${kind} ${key}`)) return
    take()
    count++
  }
  const keyOf = ({ sourceId, on, text }: { sourceId: string | null; on: CivilDate | null; text: string }) =>
    sourceId ?? `${on ?? ''} ${fold(text)}`

  for (const meeting of told.meetings)
    once('meeting', keyOf(meeting), () => {
      const { on, tags } = meeting
      const text = tidiedText(meeting.text)
      const place = tidiedLine(meeting.place ?? '') || null
      const kind = meeting.kind ?? kindOf(tokensOf(text), () => false) ?? 'meeting'
      journal.encounters.add({ on, kind, place, event: null, text, tags, people: everybody(meeting.people) })
    })
  // What has neither a key nor a day is told apart by whom it is about.
  const keyOfNote = (note: ForeignNote) =>
    note.sourceId === null && note.on === null
      ? `${note.people.map((each) => people.get(each)?.key ?? each).join(' ')} ${fold(note.text)}`
      : keyOf(note)
  for (const note of told.notes) {
    const about = everybody(note.people)
    if (about.length > 0)
      once('note', keyOfNote(note), () =>
        journal.facts.add({ what: tidiedText(note.text), people: about, on: note.on ?? today }),
      )
  }
  // What was due is over, and would only be a pile of overdue promises.
  const [over, open] = [told.tasks.filter(isOver), told.tasks.filter((task) => !isOver(task))]
  for (const task of open) {
    const toward = everybody(task.people)
    if (toward.length > 0)
      once('task', keyOf(task), () =>
        journal.followUps.add({
          whose: 'mine',
          what: tidiedText(task.text),
          madeOn: task.on ?? today,
          due: task.due,
          people: toward,
        }),
      )
  }
  for (const favour of told.favours) {
    const toward = everybody(favour.people)
    if (toward.length > 0)
      once('favour', keyOf(favour), () =>
        journal.favours.add({
          direction: favour.direction,
          what: tidiedText(favour.text),
          kind: favourKind(favour.text),
          weight: WEIGHTS.small,
          on: favour.on ?? today,
          people: toward,
        }),
      )
  }
  for (const { person, by } of told.introductions) {
    const [[a], [introducer]] = [who(person), who(by)]
    if (!a || !introducer || a.id === introducer.id || journal.introductions.introducedBy(a.id)) continue
    once('introduction', `${by} ${person}`, () => {
      const metOn = journal.cards.byId(a.id)!.metOn
      const on = metOn?.length === 10 ? metOn : today
      journal.introductions.add({ introducerId: introducer.id, aId: a.id, bId: null, on })
    })
  }
  for (const pair of told.ties) {
    const [[one], [other]] = [who(pair.a), who(pair.b)]
    if (!one || !other || one.id === other.id || journal.ties.between(one.id, other.id)) continue
    once('tie', [pair.a, pair.b].sort().join(' '), () => journal.ties.add(one.id, other.id, null))
  }
  for (const key of told.letGo)
    for (const { id } of who(key)) once('letgo', key, () => journal.contacts.letGo(id, today))
  return {
    count,
    leftOut: [...told.leftOut, ...(over.length > 0 ? [{ what: 'reminder', count: over.length }] : [])],
  }

  function isOver({ due }: { due: CivilDate | null }): boolean {
    return due !== null && due < today
  }
}
