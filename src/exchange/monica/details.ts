import type { EncounterKind } from '../../domain/entry/entry.ts'
import type { ForeignJournal } from '../foreign.ts'
import {
  asList,
  asObject,
  asText,
  dayIn,
  type Json,
  leaveOut,
  leaveOutOthers,
  propertiesOf,
  recordsOf,
  written,
} from './record.ts'

/** What of a contact's records is read, here and where the contact and its meetings are. */
const TYPES = [
  'activity',
  'address',
  'call',
  'contact_field',
  'conversation',
  'gift',
  'life_event',
  'note',
  'pet',
  'reminder',
  'task',
]

/**
 * Reads what hangs on a contact: calls and conversations, which are meetings; notes, life events and pets, which are worth knowing;
 * gifts, which are favours; what is to be done. The rest is counted; debts in money are among it, since no account is kept of anybody.
 * @param fieldTypes the ways to reach people
 * @param lifeEventTypes what happens in lives, by their uuid
 * @returns to be asked for each contact, with what other records call them
 */
export function detailReader(
  read: ForeignJournal,
  fieldTypes: Map<string, Json>,
  lifeEventTypes: Map<string, Json>,
) {
  return (record: unknown, person: string): void => {
    const people = [person]
    const each = (type: string, put: (properties: Json, record: unknown) => void) => {
      for (const one of recordsOf(record, type)) put(propertiesOf(one), one)
    }
    const meet = (one: unknown, on: unknown, kind: EncounterKind, text: string) => {
      const day = dayIn(on)
      const { sourceId } = written(one)
      if (day) read.meetings.push({ sourceId, on: day, kind, text, people, place: null, tags: [], line: 0 })
    }
    const learn = (one: unknown, text: string, on = written(one).on) => {
      if (text) read.notes.push({ ...written(one), on, text, people })
    }
    const { first_met_through: through, is_dead, is_active } = propertiesOf(record)
    if (asText(through)) read.introductions.push({ person, by: asText(through) })
    if (is_dead === true || is_active === false) read.letGo.push(person)
    each('call', ({ called_at, content }, one) => meet(one, called_at, 'call', asText(content)))
    each('conversation', ({ happened_at, contact_field_type, messages }, one) => {
      const isMail = fieldTypes.get(asText(contact_field_type))?.type === 'email'
      meet(one, happened_at, isMail ? 'mail' : 'chat', messagesIn(messages))
    })
    each('note', ({ body }, one) => learn(one, asText(body)))
    each('life_event', ({ name, note, type, happened_at }, one) => {
      const event = asText(name) || asText(lifeEventTypes.get(asText(type))?.name)
      learn(one, together(event, note), dayIn(happened_at) ?? written(one).on)
    })
    each('pet', ({ name, category }, one) => learn(one, together(category, name)))
    each('gift', ({ name, comment, status, date }, one) => {
      const what = together(name, comment)
      const on = dayIn(date) ?? written(one).on
      if (what === '') return
      if (status === 'idea') learn(one, `gift idea: ${what}`)
      else
        read.favours.push({
          ...written(one),
          on,
          text: what,
          people,
          direction: status === 'received' ? 'got' : 'gave',
        })
    })
    each('task', ({ title, description, completed }, one) => {
      if (completed) leaveOut(read, 'finished task')
      else if (asText(title))
        read.tasks.push({ ...written(one), text: together(title, description), people, due: null })
    })
    each('reminder', ({ title, description, initial_date, frequency_type, delible, inactive }, one) => {
      // Those of birthdays are not the user's: a journal tells of them by itself.
      if (delible === false) return
      const due = dayIn(initial_date)
      if (frequency_type !== 'one_time' || inactive === true || !due || !asText(title))
        leaveOut(read, 'reminder')
      else read.tasks.push({ ...written(one), text: together(title, description), people, due })
    })
    leaveOutOthers(read, record, TYPES)
  }
}

const together = (head: unknown, more: unknown): string =>
  [asText(head), asText(more)].filter(Boolean).join(': ')

/** What was written to and fro, with arrows for who wrote. */
const messagesIn = (messages: unknown): string =>
  asList(messages)
    .map((each) => ({ ...asObject(each), ...propertiesOf(each) }) as Json)
    .filter(({ content }) => asText(content) !== '')
    .map(({ content, written_by_me }) => `${written_by_me ? '→' : '←'} ${asText(content)}`)
    .join('\n')
