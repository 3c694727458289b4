import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyCard } from '../../src/domain/contact-card.ts'
import { oneCard } from '../../src/domain/one-card.ts'
import { archivePieces, readArchive } from '../../src/exchange/archive.ts'
import { dump, expectSound, newJournal, type OpenJournal } from './journals.ts'

const TODAY = '2026-11-03'
const DAYS = ['2024-02-29', '2025-12-31', TODAY]

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() !== '' && !text.includes('\0'))
const day = fc.constantFrom(...DAYS)
const who = fc.nat(3)
const pair = fc.tuple(who, who).filter(([a, b]) => a !== b)

/** Something that is written about four people. */
const deeds = fc.uniqueArray(
  fc.oneof(
    fc.tuple(fc.constant('encounter' as const), fc.uniqueArray(who, { minLength: 1 }), words, day),
    fc.tuple(fc.constant('favour' as const), fc.uniqueArray(who, { minLength: 1 }), words, day),
    fc.tuple(fc.constant('promise' as const), fc.uniqueArray(who, { minLength: 1 }), words, day),
    fc.tuple(fc.constant('fact' as const), fc.uniqueArray(who, { minLength: 1 }), words, day),
    fc.tuple(fc.constant('tie' as const), pair, words, day),
    fc.tuple(fc.constant('introduction' as const), pair, words, day),
    fc.tuple(fc.constant('endorsement' as const), pair, words, day),
    fc.tuple(fc.constant('outcome' as const), pair, words, day),
    fc.tuple(fc.constant('offering' as const), pair, words, day),
    fc.tuple(fc.constant('stage' as const), pair, words, day),
    fc.tuple(fc.constant('pause' as const), pair, words, day),
    fc.tuple(fc.constant('apart' as const), pair, words, day),
    fc.tuple(fc.constant('source' as const), pair, words, day),
  ),
  // A stage is reached once a day.
  { maxLength: 12, selector: ([kind, at, , on]) => `${kind} ${at[0]} ${on}` },
)
const people = fc.array(fc.record({ name: words, note: words, tag: words, circle: words, alias: words }), {
  minLength: 4,
  maxLength: 4,
})

type Deed = typeof deeds extends fc.Arbitrary<(infer D)[]> ? D : never
type Person = typeof people extends fc.Arbitrary<(infer P)[]> ? P : never

function written({ journal }: OpenJournal, some: Person[], done: Deed[]): void {
  journal.operations.record('log', () => {
    const refs = some.map(({ name, note, tag, circle, alias }) =>
      journal.cards.add(
        { ...emptyCard(name), note, tags: [tag], circles: [circle], aliases: [alias] },
        TODAY,
      ),
    )
    for (const deed of done) write(journal, refs, deed)
  })
}

function write(
  journal: OpenJournal['journal'],
  refs: { id: number; name: string }[],
  [kind, at, what, on]: Deed,
) {
  const some = at.map((index) => refs[index]!)
  const [a, b] = [some[0]!, some[1] ?? some[0]!]
  switch (kind) {
    case 'encounter':
      return journal.encounters.add({
        on,
        kind: 'coffee',
        place: what,
        event: what,
        text: what,
        tags: [what],
        people: some,
      })
    case 'favour':
      return journal.favours.add({ direction: 'gave', what, kind: 'help', weight: 3, on, people: some })
    case 'promise':
      return journal.followUps.add({ whose: 'mine', what, madeOn: on, due: null, people: some })
    case 'fact':
      return journal.facts.add({ what, on, people: some })
    case 'tie':
      return journal.ties.add(a.id, b.id, on, null)
    case 'introduction':
      return journal.introductions.add({ introducerId: a.id, aId: b.id, bId: null, on, purpose: what })
    case 'endorsement':
      return journal.endorsements.add({ byId: a.id, forId: b.id, topic: what, story: null, on })
    case 'outcome':
      return journal.outcomes.add({
        title: what,
        on,
        value: 5,
        currency: 'EUR',
        fromNetwork: true,
        viaId: a.id,
        customerId: b.id,
        eventId: null,
        note: what,
      })
    case 'offering':
      return journal.offerings.add({ kind: 'offer', what, contactId: a.id, on })
    case 'stage':
      return journal.stages.add(a.id, 'customer', on)
    case 'pause':
      return journal.pauses.add({ contactId: a.id, from: on, until: null, why: what })
    case 'apart':
      return journal.duplicates.tellApart(a.id, b.id)
    case 'source':
      return journal.sources.put(
        { contactId: a.id, format: 'vcard', sourceId: what, card: emptyCard(what), original: what },
        on,
      )
  }
}

test('any journal comes back from its archive, row for row', () => {
  fc.assert(
    fc.property(people, deeds, (some, done) => {
      const [from, to] = [newJournal(), newJournal()]
      written(from, some, done)
      const { archive } = from.journal
      const text = [...archivePieces(archive.version(), TODAY, archive.rows())].join('')
      to.journal.operations.record('import', () => to.journal.archive.load(readArchive(text)!))
      expect(dump(to.db)).toEqual(dump(from.db))
      expectSound(to.db)
    }),
    { numRuns: 25 },
  )
})

test('any two people are made one, keep what both had, and are two again', () => {
  fc.assert(
    fc.property(people, deeds, pair, (some, done, [keep, go]) => {
      const open = newJournal()
      const { db, journal } = open
      written(open, some, done)
      const [kept, other] = [keep + 1, go + 1]
      const had = (id: number, table: string, key: string) =>
        new Set(db.prepare(`SELECT ${key} FROM ${table} WHERE contact_id = ?`).pluck().all(id))
      const links = [
        ['encounter_contact', 'encounter_id'],
        ['favour_contact', 'favour_id'],
        ['follow_up_contact', 'follow_up_id'],
        ['fact_contact', 'fact_id'],
        ['offering', 'id'],
        ['pause', 'id'],
        ['source', 'id'],
      ] as const
      const both = links.map(([table, key]) => new Set([...had(kept, table, key), ...had(other, table, key)]))
      const before = dump(db)
      const notes = [kept, other].map((id) => journal.contacts.byId(id)!.note)
      journal.operations.record('merge', () => {
        const card = oneCard(journal.cards.byId(kept)!, journal.cards.byId(other)!)
        journal.duplicates.moveAll(kept, other)
        journal.cards.save(kept, card)
      })
      expect(links.map(([table, key]) => had(kept, table, key))).toEqual(both)
      for (const note of notes) expect(journal.contacts.byId(kept)!.note).toContain(note)
      expect(journal.contacts.byId(other)).toBeUndefined()
      expectSound(db)
      const after = dump(db)
      journal.operations.undo()
      expect(dump(db)).toEqual(before)
      journal.operations.redo()
      expect(dump(db)).toEqual(after)
    }),
    { numRuns: 25 },
  )
})
