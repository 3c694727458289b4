import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STAGES } from '../../src/domain/stages.ts'
import type { Db } from '../../src/store/database.ts'
import type { Journal } from '../../src/store/journal.ts'
import { dump, expectSound, folder, newJournal, openJournalAt } from './journals.ts'

const WORDS = [
  'Ada',
  'Grace Hopper',
  'Zoë Müller',
  'Jean-Luc',
  '王芳',
  "O'Neill",
  'Lin',
  '🎉 done',
  'a"b',
  'tip on\nthe grant',
  '',
]
const DATES = ['2026-01-31', '2026-10-03', '2025-12-24', '2024-02-29']

/** One thing a command may do: numbers choose what it is done to, so that any sequence makes sense. */
interface Step {
  verb: keyof typeof VERBS
  one: number
  other: number
  word: string
  date: string
}

const ids = (db: Db, table: string): number[] =>
  db.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as number[]
const pick = (list: number[], number: number): number | undefined => list[number % Math.max(1, list.length)]

/** Two different contacts, if there are so many. */
function pair(db: Db, { one, other }: Step): [number, number] | undefined {
  const contacts = ids(db, 'contact')
  const first = pick(contacts, one)
  const second = pick(
    contacts.filter((id) => id !== first),
    other,
  )
  return first === undefined || second === undefined ? undefined : [first, second]
}

const people = (db: Db, step: Step) => {
  const two = pair(db, step)
  const contacts = two && step.other % 2 === 0 ? two : [pick(ids(db, 'contact'), step.one)]
  return contacts.filter((id) => id !== undefined).map((id) => ({ id, name: '' }))
}

const VERBS = {
  add: ({ contacts }: Journal, _: Db, { word, date }: Step) =>
    void contacts.add({ name: word || 'Nobody', note: word, org: word || null }, date),
  rename({ contacts }: Journal, db: Db, { one, word, other }: Step) {
    const contact = contacts.byId(pick(ids(db, 'contact'), one) ?? 0)
    if (contact) contacts.update(contact.id, { ...contact, name: word || 'X', cadenceDays: (other % 90) + 1 })
  },
  alias({ contacts }: Journal, db: Db, { one, word }: Step) {
    const id = pick(ids(db, 'contact'), one)
    if (id !== undefined && word !== '') contacts.addAlias(id, word)
  },
  dropAlias({ contacts }: Journal, db: Db, { one, word }: Step) {
    const id = pick(ids(db, 'contact'), one)
    if (id !== undefined) contacts.removeAlias(id, word)
  },
  delete({ contacts }: Journal, db: Db, { one }: Step) {
    const id = pick(ids(db, 'contact'), one)
    if (id !== undefined) contacts.delete(id)
  },
  letGo: ({ contacts }: Journal, db: Db, { one, date }: Step) =>
    contacts.letGo(pick(ids(db, 'contact'), one) ?? 0, date),
  hints: ({ contacts }: Journal, db: Db, { one, other }: Step) =>
    contacts.nameAsOneSided(pick(ids(db, 'contact'), one) ?? 0, other % 2 === 0),
  tag({ tags }: Journal, db: Db, { one, word }: Step) {
    const id = pick(ids(db, 'contact'), one)
    if (id !== undefined && word !== '') tags.add(id, word)
  },
  reach({ reach }: Journal, db: Db, { one, word }: Step) {
    const id = pick(ids(db, 'contact'), one)
    if (id !== undefined) reach.set(id, word === '' ? [] : [{ kind: 'email', label: null, value: word }])
  },
  circle({ circles }: Journal, db: Db, { one, other, word }: Step) {
    const name = word || 'Circle'
    const circle = circles.byName(name) ?? circles.add(name, (other % 60) + 1)
    const id = pick(ids(db, 'contact'), one)
    if (id !== undefined) circles.put(circle.id, id)
  },
  dropCircle({ circles }: Journal, db: Db, { one }: Step) {
    const id = pick(ids(db, 'circle'), one)
    if (id !== undefined) circles.remove(id)
  },
  pause: ({ pauses }: Journal, db: Db, { one, other, date }: Step) =>
    pauses.add({
      contactId: other % 3 === 0 ? null : (pick(ids(db, 'contact'), one) ?? null),
      from: date,
      until: other % 2 === 0 ? null : '2027-01-01',
      why: null,
    }),
  encounter: ({ encounters }: Journal, db: Db, step: Step) =>
    void encounters.add({
      on: step.date,
      kind: 'coffee',
      place: null,
      event: step.other % 3 === 0 ? step.word || 'Event' : null,
      text: step.word,
      tags: step.word === '' ? [] : [step.word, 'startup'],
      people: people(db, step),
    }),
  postpone: (_: Journal, db: Db, { one, date, word }: Step) =>
    void db
      .prepare('UPDATE encounter SET on_date = ?, text = ? WHERE id = ?')
      .run(date, word, pick(ids(db, 'encounter'), one)),
  dropEncounter: (_: Journal, db: Db, { one }: Step) =>
    void db.prepare('DELETE FROM encounter WHERE id = ?').run(pick(ids(db, 'encounter'), one)),
  dropEvent: (_: Journal, db: Db, { one }: Step) =>
    void db.prepare('DELETE FROM event WHERE id = ?').run(pick(ids(db, 'event'), one)),
  event: ({ events }: Journal, _: Db, { one, other, word, date }: Step) =>
    void events.add({
      name: word || 'Breakfast',
      on: other % 4 === 0 ? null : date,
      series: other % 3 === 0 ? 'Breakfast' : null,
      format: null,
      place: null,
      cost: other % 2 === 0 ? one : null,
      currency: other % 2 === 0 ? 'EUR' : null,
      minutes: null,
    }),
  editEvent({ events }: Journal, db: Db, { one, other, word, date }: Step) {
    const event = events.byId(pick(ids(db, 'event'), one) ?? 0)
    if (event) events.update(event.id, { ...event, name: word || 'Lunch', on: date, minutes: other })
  },
  review({ events }: Journal, db: Db, { one, other, word, date }: Step) {
    const id = pick(ids(db, 'event'), one)
    const answers = { contacts: other % 2 === 0, insight: other % 3 === 0, fun: other % 5 === 0 }
    if (id !== undefined) events.review(id, { ...answers, on: date, note: word })
  },
  expect({ events }: Journal, db: Db, step: Step) {
    const id = pick(ids(db, 'event'), step.one)
    if (id !== undefined) events[step.other % 3 === 0 ? 'unexpect' : 'expect'](id, people(db, step))
  },
  removeEvent: ({ events }: Journal, db: Db, { one }: Step) =>
    events.remove(pick(ids(db, 'event'), one) ?? 0),
  favour: ({ favours }: Journal, db: Db, step: Step) =>
    void favours.add({
      direction: step.other % 2 === 0 ? 'gave' : 'got',
      what: step.word || 'help',
      kind: 'help',
      weight: 3,
      on: step.date,
      people: people(db, step),
      encounterId: step.other % 3 === 0 ? pick(ids(db, 'encounter'), step.one) : undefined,
    }),
  passOn({ entries }: Journal, db: Db, step: Step) {
    const [from, ...others] = people(db, { ...step, other: 2 })
    if (from && others.length > 0)
      entries.addFavour(
        {
          direction: 'gave',
          what: step.word || 'help',
          weight: 3,
          people: others,
          introduces: [],
          from: [from],
        },
        step.date,
      )
  },
  followUp: ({ followUps }: Journal, db: Db, step: Step) =>
    void followUps.add({
      whose: step.other % 2 === 0 ? 'mine' : 'theirs',
      what: step.word || 'call',
      madeOn: step.date,
      due: step.other % 3 === 0 ? null : '2026-12-01',
      people: people(db, step),
      encounterId: step.other % 3 === 1 ? pick(ids(db, 'encounter'), step.one) : undefined,
    }),
  close({ followUps }: Journal, db: Db, { one, other, date }: Step) {
    const id = pick(ids(db, 'follow_up'), one)
    if (id !== undefined) followUps.close(id, date, (['kept', 'let-off', 'broken'] as const)[other % 3]!)
  },
  fact: ({ facts }: Journal, db: Db, step: Step) =>
    void facts.add({ what: step.word || 'likes tea', on: step.date, people: people(db, step) }),
  offering({ offerings }: Journal, db: Db, { one, other, word, date }: Step) {
    offerings.add({
      kind: other % 2 === 0 ? 'offer' : 'need',
      what: word || 'a desk',
      contactId: other % 3 === 0 ? null : (pick(ids(db, 'contact'), one) ?? null),
      on: date,
      encounterId: other % 5 === 0 ? pick(ids(db, 'encounter'), one) : undefined,
    })
  },
  closeOffering({ offerings }: Journal, db: Db, { one, date }: Step) {
    const id = pick(ids(db, 'offering'), one)
    if (id !== undefined) offerings.close(id, date)
  },
  vouch({ endorsements }: Journal, db: Db, step: Step) {
    const two = pair(db, step)
    if (!two) return
    const { word, date, other } = step
    endorsements.add({
      byId: two[0],
      forId: other % 3 === 0 ? null : two[1],
      topic: word || null,
      story: word,
      on: date,
    })
  },
  unvouch({ endorsements }: Journal, db: Db, { one }: Step) {
    const id = pick(ids(db, 'endorsement'), one)
    if (id !== undefined) endorsements.remove(id)
  },
  introduction({ introductions }: Journal, db: Db, step: Step) {
    const two = pair(db, step)
    if (!two) return
    const third = ids(db, 'contact').find((id) => !two.includes(id)) ?? null
    if (third === null && step.other % 2 === 0) return
    introductions.add({
      introducerId: step.other % 2 === 0 ? third : null,
      aId: two[0],
      bId: two[1],
      on: step.date,
      favourId: pick(ids(db, 'favour'), step.one),
      purpose: step.word || null,
      offered: step.one % 3 === 0,
    })
  },
  introductionCourse({ introductions, favours }: Journal, db: Db, step: Step) {
    const known = introductions.byId(pick(ids(db, 'introduction'), step.one) ?? 0)
    if (!known) return
    const { id } = known
    const courses = [
      () => introductions.agree(id, known.people[0]!.id, step.date),
      () => introductions.agree(id, known.people[1]?.id ?? null, step.date),
      () => introductions.make(id, step.date, { favourId: pick(ids(db, 'favour'), step.other) }),
      () => known.made || introductions.decline(id, step.date),
      () => introductions.addResult(id, step.word || 'a workshop', step.date),
      () => introductions.setPurpose(id, step.word || 'work'),
      () => introductions.thank(id, step.date),
      () => introductions.remove(known),
      () => {
        const favour = {
          direction: 'gave',
          what: step.word || 'intro',
          kind: 'introduction',
          weight: 3,
        } as const
        const favourId = favours.add({ ...favour, on: step.date, people: people(db, step) })
        introductions.tell({ ...introductions.partiesOf(id), on: step.date, favourId })
      },
    ]
    courses[step.other % courses.length]!()
  },
  tie({ ties }: Journal, db: Db, step: Step) {
    const two = pair(db, step)
    if (!two) return
    if (step.word === '') ties.remove(...two)
    else if (!ties.add(...two, step.one % 2 === 0 ? null : step.date)) ties.date(...two, step.date)
  },
  replaceTag: (_: Journal, db: Db, { one, word }: Step) => {
    const id = pick(ids(db, 'contact'), one)
    if (id !== undefined)
      db.prepare('INSERT OR REPLACE INTO contact_tag (contact_id, folded, tag) VALUES (?, ?, ?)').run(
        id,
        'startup',
        word || 'x',
      )
  },
  outcome: ({ outcomes }: Journal, db: Db, { one, other, word, date }: Step) => {
    const contact = pick(ids(db, 'contact'), one) ?? null
    outcomes.add({
      title: word || 'order',
      on: date,
      value: other % 3 === 0 ? null : other * 100,
      currency: other % 3 === 0 ? null : 'EUR',
      fromNetwork: other % 2 === 0,
      viaId: other % 2 === 0 ? contact : null,
      customerId: other % 5 === 0 ? contact : null,
      eventId: pick(ids(db, 'event'), other) ?? null,
      note: word,
    })
  },
  dropOutcome: ({ outcomes }: Journal, db: Db, { one }: Step) => {
    const id = pick(ids(db, 'outcome'), one)
    if (id !== undefined) outcomes.remove(id)
  },
  stage({ stages }: Journal, db: Db, { one, other, date }: Step) {
    const id = pick(ids(db, 'contact'), one)
    const stage = STAGES[other % STAGES.length]!
    if (id === undefined || stages.ofContact(id).some((each) => each.stage === stage && each.on === date))
      return
    stages.add(id, stage, date)
  },
  set: ({ settings }: Journal, _: Db, { other }: Step) => settings.set('cadence', String((other % 90) + 1)),
  unset: ({ settings }: Journal) => settings.unset('cadence'),
}

const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(...(Object.keys(VERBS) as (keyof typeof VERBS)[])),
  one: fc.nat(50),
  other: fc.nat(50),
  word: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  ),
  date: fc.constantFrom(...DATES),
})
/** What one command does: a step or several; the first few make people, so that there is something to work on. */
const operation = fc.array(step, { minLength: 1, maxLength: 4 })
const opening = fc.array(
  step.map((each): Step[] => [{ ...each, verb: 'add' }]),
  { minLength: 2, maxLength: 4 },
)
const sequence = fc
  .tuple(opening, fc.array(operation, { minLength: 1, maxLength: 20 }))
  .map(([first, rest]) => [...first, ...rest])

const perform = (journal: Journal, db: Db, steps: Step[]) =>
  journal.operations.record('test', () => {
    for (const each of steps) VERBS[each.verb](journal, db, each)
  }).operation

describe('undo and redo, over any sequence of operations', () => {
  const within = folderOf()

  test('each undo brings back every row and every search hit as it was, each redo as it became', () => {
    fc.assert(
      fc.property(sequence, (operations) => {
        const { journal, db, file } = openJournalAt(join(within(), 'journal.db'))
        try {
          const states = [dump(db)]
          for (const steps of operations) if (perform(journal, db, steps) !== null) states.push(dump(db))
          const last = states.length - 1
          for (let at = last; at > 0; at--) {
            expect(journal.operations.undo()?.undone).toBe(true)
            expect(dump(db)).toEqual(states[at - 1])
          }
          expect(journal.operations.undo()).toBeUndefined()
          expectSound(db)
          for (let at = 1; at <= last; at++) {
            expect(journal.operations.redo()?.undone).toBe(false)
            expect(dump(db)).toEqual(states[at])
          }
          expect(journal.operations.redo()).toBeUndefined()
          expectSound(db)
        } finally {
          journal.close()
          rmSync(file)
        }
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  test('undo, redo and new work mixed: what can be done again always leads to a state that was', () => {
    const move = fc.oneof(fc.constant('undo' as const), fc.constant('redo' as const), operation)
    fc.assert(
      fc.property(opening, fc.array(move, { minLength: 5, maxLength: 30 }), (first, moves) => {
        const { journal, db, file } = openJournalAt(join(within(), 'journal.db'))
        try {
          const done = [dump(db)]
          const undone: (typeof done)[number][] = []
          for (const each of [...first, ...moves]) {
            if (each === 'undo') {
              expect(journal.operations.undo() !== undefined).toBe(done.length > 1)
              if (done.length > 1) undone.push(done.pop()!)
            } else if (each === 'redo') {
              expect(journal.operations.redo() !== undefined).toBe(undone.length > 0)
              if (undone.length > 0) done.push(undone.pop()!)
            } else if (perform(journal, db, each) !== null) {
              done.push(dump(db))
              undone.length = 0
            }
            expect(dump(db)).toEqual(done.at(-1))
          }
          expectSound(db)
        } finally {
          journal.close()
          rmSync(file)
        }
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})

/** One folder for all runs of a property. */
function folderOf(): () => string {
  let path: string | undefined
  return () => {
    path ??= folder()
    return path
  }
}

describe('an operation', () => {
  test('that throws leaves nothing behind', () => {
    const { journal, db } = newJournal()
    const before = dump(db)
    expect(() =>
      journal.operations.record('test', () => {
        journal.contacts.add({ name: 'Ada' }, '2026-11-03')
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(dump(db)).toEqual(before)
    expect(journal.operations.list(10)).toEqual([])
    expect(db.prepare('SELECT count(*) FROM recording').pluck().get()).toBe(0)
  })

  test('that changes nothing is none, and leaves what was taken back to come again', () => {
    const { journal } = newJournal()
    journal.operations.record('add', () => journal.contacts.add({ name: 'Ada' }, '2026-11-03'))
    journal.operations.undo()
    expect(journal.operations.record('test', () => 7)).toEqual({ operation: null, result: 7 })
    expect(journal.operations.redo()?.what).toBe('add')
  })

  test('within an operation is refused', () => {
    const { journal } = newJournal()
    expect(() => journal.operations.record('a', () => journal.operations.record('b', () => {}))).toThrow(
      'already',
    )
  })

  test('keeps text as it is: zero bytes, control characters, half a character, a megabyte', () => {
    const { journal, db } = newJournal()
    const words = [
      'a\u0000b',
      '\u001b[31mred',
      'tab\tnew\nline',
      'half \ud83c',
      '"quoted" \\ back',
      'x'.repeat(1_000_000),
    ]
    journal.operations.record('add', () => {
      for (const word of words) journal.contacts.add({ name: word, note: word }, '2026-11-03')
    })
    const before = dump(db)
    journal.operations.undo()
    journal.operations.redo()
    expect(dump(db)).toEqual(before)
    const notes = db.prepare('SELECT note FROM contact ORDER BY id').pluck().all()
    expect(notes[0]).toBe('a\u0000b')
    expect(notes).toHaveLength(words.length)
  })

  test('of thousands of rows is taken back whole', () => {
    const { journal, db } = newJournal()
    const empty = dump(db)
    journal.operations.record('import', () => {
      for (let at = 0; at < 1500; at++) journal.contacts.add({ name: `Person ${at}` }, '2026-11-03')
    })
    const full = dump(db)
    journal.operations.undo()
    expect(dump(db)).toEqual(empty)
    journal.operations.redo()
    expect(dump(db)).toEqual(full)
  })

  test('lists what it was about, newest first', () => {
    const { journal } = newJournal()
    for (const name of ['Ada', 'Grace'])
      journal.operations.record('add', (about) => {
        about.people = [name]
        journal.contacts.add({ name }, '2026-11-03')
      })
    journal.operations.undo()
    expect(journal.operations.list(10).map(({ about, undone }) => [about.people, undone])).toEqual([
      [['Grace'], true],
      [['Ada'], false],
    ])
    expect(journal.operations.list(1)).toHaveLength(1)
  })
})
