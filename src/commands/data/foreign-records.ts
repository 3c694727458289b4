import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { kindOf } from '../../domain/entry/kind.ts'
import { tokensOf } from '../../domain/entry/tokens.ts'
import { fold } from '../../domain/names.ts'
import type { ForeignJournal } from '../../exchange/foreign.ts'
import type { Journal } from '../../store/journal.ts'

/**
 * Takes what a file tells beside people: meetings become encounters, notes what was learned, tasks what I promised, who brought
 * whom introductions. Each is taken once; of people who are not in the journal only the words stay. To be called inside an operation.
 * @param people those of the file, by what the file calls them
 * @returns how many were taken
 */
export function takeRecords(
  journal: Journal,
  format: string,
  { meetings, notes, tasks, introductions }: Omit<ForeignJournal, 'contacts' | 'unread'>,
  people: ReadonlyMap<string, PersonRef>,
  today: CivilDate,
): number {
  const who = (key: string): PersonRef[] => {
    const told = people.get(key)
    if (told) return [told]
    const named = journal.names.named(fold(key))
    return named.length === 1 ? [{ id: named[0]!.id, name: named[0]!.name }] : []
  }
  const everybody = (keys: string[]) => [
    ...new Map(keys.flatMap(who).map((person) => [person.id, person])).values(),
  ]
  const isFirst = (kind: string, sourceId: string | null, on: CivilDate | null, text: string) =>
    journal.sources.isFirst(format, `${kind} ${sourceId ?? `${on ?? ''} ${fold(text)}`}`)

  let taken = 0
  for (const { sourceId, on, kind, text, people: keys, place, tags } of meetings) {
    if (!isFirst('meeting', sourceId, on, text)) continue
    const met = kind ?? kindOf(tokensOf(text), () => false) ?? 'meeting'
    journal.encounters.add({ on, kind: met, place, event: null, text, tags, people: everybody(keys) })
    taken++
  }
  for (const { sourceId, on, text, people: keys } of notes) {
    const about = everybody(keys)
    if (about.length === 0 || !isFirst('note', sourceId, on, text)) continue
    journal.facts.add({ what: text, people: about, on: on ?? today })
    taken++
  }
  for (const { sourceId, on, text, people: keys } of tasks) {
    const toward = everybody(keys)
    if (toward.length === 0 || !isFirst('task', sourceId, on, text)) continue
    journal.followUps.add({ whose: 'mine', what: text, madeOn: on ?? today, due: null, people: toward })
    taken++
  }
  for (const { person, by } of introductions) {
    const [[a], [introducer]] = [who(person), who(by)]
    if (!a || !introducer || a.id === introducer.id || !isFirst('introduction', `${by} ${person}`, null, ''))
      continue
    if (journal.introductions.introducedBy(a.id)) continue
    const on = journal.cards.byId(a.id)!.metOn
    journal.introductions.add({
      introducerId: introducer.id,
      aId: a.id,
      bId: null,
      on: on?.length === 10 ? on : today,
    })
    taken++
  }
  return taken
}
