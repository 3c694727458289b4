import { tidiedLine, tidiedText } from '../../domain/arriving-card.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { kindOf } from '../../domain/entry/kind.ts'
import { tokensOf } from '../../domain/entry/tokens.ts'
import { favourKind, WEIGHTS } from '../../domain/favours.ts'
import { fold } from '../../domain/names.ts'
import type {
  ForeignFavour,
  ForeignIntroduction,
  ForeignJournal,
  ForeignMeeting,
  ForeignNote,
  ForeignTask,
  LeftOut,
} from '../../exchange/foreign.ts'
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
  let count = 0
  const taking: Taking = {
    journal,
    today,
    who: (keys) => [...new Map(keys.flatMap(personOf).map((person) => [person.id, person])).values()],
    once(kind, key, take) {
      if (!journal.sources.isFirst(format, `${kind} ${key}`)) return
      take()
      count++
    },
  }
  function personOf(key: string): PersonRef[] {
    const known = people.get(key)
    if (known) return [{ id: known.id, name: known.name }]
    const named = journal.names.named(fold(key))
    return named.length === 1 ? [{ id: named[0]!.id, name: named[0]!.name }] : []
  }
  // What has neither a key nor a day is told apart by whom it is about.
  const keyOfNote = (note: ForeignNote) =>
    note.sourceId === null && note.on === null
      ? `${note.people.map((each) => people.get(each)?.key ?? each).join(' ')} ${fold(note.text)}`
      : keyOf(note)
  // What one was to be reminded of is over, and would only be a pile of overdue promises.
  const isOver = ({ due }: ForeignTask) => due !== null && due < today
  const over = told.tasks.filter(isOver).length

  for (const meeting of told.meetings) takeMeeting(taking, meeting)
  for (const note of told.notes) takeNote(taking, note, keyOfNote(note))
  for (const task of told.tasks) if (!isOver(task)) takeTask(taking, task)
  for (const favour of told.favours) takeFavour(taking, favour)
  for (const introduction of told.introductions) takeIntroduction(taking, introduction)
  for (const { a, b } of told.ties) takeTie(taking, a, b)
  for (const key of told.letGo)
    for (const { id } of taking.who([key])) taking.once('letgo', key, () => journal.contacts.letGo(id, today))
  return {
    count,
    leftOut: [...told.leftOut, ...(over > 0 ? [{ what: 'reminder', count: over }] : [])],
  }
}

interface Taking {
  journal: Journal
  today: CivilDate
  /** Those of these who are in the journal. */
  who(keys: string[]): PersonRef[]
  /** Does it the first time that the program tells of it. */
  once(kind: string, key: string, take: () => void): void
}

const keyOf = ({ sourceId, on, text }: Pick<ForeignNote, 'sourceId' | 'on' | 'text'>) =>
  sourceId ?? `${on ?? ''} ${fold(text)}`

function takeMeeting({ journal, who, once }: Taking, meeting: ForeignMeeting): void {
  const { on, tags } = meeting
  once('meeting', keyOf(meeting), () => {
    const text = tidiedText(meeting.text)
    const place = tidiedLine(meeting.place ?? '') || null
    const kind = meeting.kind ?? kindOf(tokensOf(text), () => false) ?? 'meeting'
    journal.encounters.add({ on, kind, place, event: null, text, tags, people: who(meeting.people) })
  })
}

function takeNote(
  { journal, today, who, once }: Taking,
  { on, text, people }: ForeignNote,
  key: string,
): void {
  const about = who(people)
  if (about.length > 0)
    once('note', key, () => journal.facts.add({ what: tidiedText(text), people: about, on: on ?? today }))
}

function takeTask({ journal, today, who, once }: Taking, task: ForeignTask): void {
  const people = who(task.people)
  const what = tidiedText(task.text)
  if (people.length > 0)
    once('task', keyOf(task), () =>
      journal.followUps.add({ whose: 'mine', what, madeOn: task.on ?? today, due: task.due, people }),
    )
}

function takeFavour({ journal, today, who, once }: Taking, favour: ForeignFavour): void {
  const people = who(favour.people)
  const what = tidiedText(favour.text)
  const { direction, on } = favour
  const kind = favourKind(what)
  if (people.length > 0)
    once('favour', keyOf(favour), () =>
      journal.favours.add({ direction, what, kind, weight: WEIGHTS.small, on: on ?? today, people }),
    )
}

function takeIntroduction({ journal, today, who, once }: Taking, { person, by }: ForeignIntroduction): void {
  const [[a], [introducer]] = [who([person]), who([by])]
  if (!a || !introducer || a.id === introducer.id || journal.introductions.introducedBy(a.id)) return
  once('introduction', `${by} ${person}`, () => {
    const metOn = journal.cards.byId(a.id)!.metOn
    const on = metOn?.length === 10 ? metOn : today
    journal.introductions.add({ introducerId: introducer.id, aId: a.id, bId: null, on })
  })
}

function takeTie({ journal, who, once }: Taking, a: string, b: string): void {
  const [[one], [other]] = [who([a]), who([b])]
  if (!one || !other || one.id === other.id || journal.ties.between(one.id, other.id)) return
  once('tie', [a, b].sort().join(' '), () => journal.ties.add(one.id, other.id, null))
}
