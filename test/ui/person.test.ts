import { Chalk } from 'chalk'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { widthOf } from '../../src/ui/text.ts'
import { type Person, personView } from '../../src/ui/views/person.ts'

const TODAY = '2026-11-03'

const nobody: Person = {
  id: 1,
  uid: 'u',
  name: 'Ada Lovelace',
  aliases: [],
  org: null,
  role: null,
  place: null,
  circles: [],
  tags: [],
  cadenceDays: null,
  circleCadenceDays: null,
  lastOn: null,
  addedOn: TODAY,
  letGoOn: null,
  snoozedUntil: null,
  oneSidedHints: true,
  paused: false,
  pausedUntil: null,
  pauses: [],
  stage: null,
  stages: [],
  outcomes: [],
  introducedBy: null,
  origin: [],
  introductions: [],
  metOn: null,
  metAt: null,
  reach: [],
  encounters: [],
  favours: [],
  followUps: [],
  facts: [],
  ties: [],
  offers: [],
  needs: [],
  endorsements: [],
  dates: [],
  notes: '',
}

const drawn = (person: Partial<Person>, width = 80) =>
  personView(TODAY)({ ...nobody, ...person }, { width, chalk: new Chalk({ level: 0 }), terminal: true })

describe('a person on one screen', () => {
  it('says no more than is known', () => {
    expect(drawn({})).toBe('Ada Lovelace #1')
  })

  it('tells how I came to know them, back to the first link', () => {
    const [ada, lin] = ['Ada', 'Lin'].map((name, id) => ({ kind: 'contact' as const, id, name }))
    const breakfast = { kind: 'event' as const, id: 1, name: 'Design Breakfast' }
    const metOn = '2026-03-12'
    expect(drawn({ metOn, origin: [ada!, lin!, breakfast] })).toContain(
      'first met  12 Mar 2026 through Ada, who came through Lin, met at Design\n           Breakfast',
    )
    expect(drawn({ metOn, metAt: 'Betahaus', origin: [ada!] })).toMatch(
      /first met {2}12 Mar 2026 \(Betahaus\) through Ada$/,
    )
    expect(drawn({ metOn, origin: [breakfast] })).toContain('first met  12 Mar 2026 at Design Breakfast')
    expect(drawn({ metOn, metAt: 'Design Breakfast', origin: [breakfast] })).toMatch(
      /first met {2}12 Mar 2026 \(Design Breakfast\)$/,
    )
  })

  it('puts promises of both sides first, with what "net done" takes', () => {
    const promise = { what: 'send slides', due: null, state: 'open' as const }
    expect(
      drawn({
        followUps: [
          { ...promise, id: 7, whose: 'mine', due: '2026-11-02' },
          { ...promise, id: 8, whose: 'theirs', what: 'call back' },
          { ...promise, id: 3, whose: 'mine', state: 'late' },
          { ...promise, id: 4, whose: 'theirs', state: 'kept' },
        ],
      }),
    ).toContain(
      'Promises\n  #7  you: send slides – by 2 Nov 2026, yesterday\n  #8  Ada Lovelace: call back\n  Your earlier ones: 1 kept late\n  Promises to you: 1 kept',
    )
  })

  it('speaks of a rest without reproach', () => {
    const text = drawn({
      letGoOn: '2026-10-01',
      pauses: [
        { from: '2026-11-01', until: null, why: 'new baby', everyone: false },
        { from: '2026-12-20', until: '2026-12-31', why: null, everyone: true },
      ],
    })
    expect(text.replace(/\s+/g, ' ')).toContain(
      'from 1 Nov 2026 on (new baby); 20 Dec 2026 to 31 Dec 2026, with everyone',
    )
    expect(text).toContain('since 1 Oct 2026')
  })

  it('stays one screen where there is much', () => {
    const many = <T>(make: (index: number) => T) => Array.from({ length: 60 }, (_, index) => make(index))
    const lines = drawn({
      encounters: many(() => ({
        on: TODAY,
        kind: 'coffee',
        place: 'Betahaus',
        event: null,
        text: '',
        people: [],
      })),
      favours: many(() => ({ on: TODAY, direction: 'gave', what: 'a tip', passedOn: [] })),
      facts: many(() => ({ on: TODAY, what: 'likes tea' })),
      ties: many((id) => ({ id, name: `Person ${id}`, sinceOn: null })),
    }).split('\n')
    expect(lines.length).toBeLessThan(40)
    expect(lines).toContain('Met 60 times')
    expect(lines).toContain('  2026-11-03  coffee, Betahaus')
    expect(lines).toContain('  and 55 before that')
    expect(lines.join(' ')).toContain('and 48 more')
  })

  it('is never wider than the terminal', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 300 })
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 120 }), words, words, (width, one, other) => {
        const text = drawn(
          {
            name: `x${one.replace(/\s+/g, ' ')}`,
            org: other,
            aliases: [one],
            tags: [other, one],
            notes: other,
            facts: [{ on: TODAY, what: one }],
            followUps: [{ id: 1, whose: 'theirs', what: one, due: TODAY, state: 'open' }],
            dates: [{ label: 'wedding', date: '2015' }],
          },
          width,
        )
        for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
