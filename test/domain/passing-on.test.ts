import { describe, expect, test } from 'vitest'
import { parseEntry } from '../../src/domain/entry/parse.ts'
import { favourKind } from '../../src/domain/favours.ts'
import { favourPassedOn } from '../../src/domain/passing-on.ts'
import { directoryOf } from './directory.ts'

describe('which favour was passed on', () => {
  const received = ['a tip on taxes', 'an order for the bakery', 'Logo für Müller', 'soup'].map(
    (what, id) => ({
      id,
      what,
      kind: favourKind(what),
      passedOn: what === 'soup',
    }),
  )
  const chosen = (what: string) => favourPassedOn(received, what)?.what

  test.each([
    ['the one whose words fit', 'the logo', 'Logo für Müller'],
    ['however they are written', 'job for MUELLER', 'Logo für Müller'],
    ['the words that everybody uses do not count', 'a lead for the zoo', 'an order for the bakery'],
    ['else the newest of that kind', 'a job', 'an order for the bakery'],
    ['else the newest', 'cake', 'a tip on taxes'],
  ])('%s: %s', (_, what, expected) => {
    expect(chosen(what)).toBe(expected)
  })

  test('one that was passed on already, only where the words say so', () => {
    expect(chosen('the same soup')).toBe('soup')
    const [soup] = received.filter(({ passedOn }) => passedOn)
    expect(favourPassedOn([soup!], 'cake')).toBeUndefined()
  })

  test('none, where none is known', () => {
    expect(favourPassedOn([], 'the logo')).toBeUndefined()
  })
})

describe('"(from Ada)" in a log line', () => {
  const people = ['Ada Lovelace', 'Lin', 'Ben'].map((name, at) => ({ id: at + 1, name }))
  const favourIn = (text: string) => {
    const [favour] = parseEntry(text, {}, directoryOf(people), {
      today: '2026-11-03',
      dayFirst: true,
    }).favours
    const names = (mentions: any[]) => mentions.map((mention) => mention.person?.name ?? mention.said)
    return { ...favour!, people: names(favour!.people), from: names(favour!.from) }
  }

  test.each([
    [
      'Coffee with Lin. gave: the logo job (from Ada)',
      { what: 'the logo job', from: ['Ada Lovelace'], weight: 3 },
    ],
    ['Kaffee mit Lin. gegeben: Auftrag (von Ada)', { what: 'Auftrag', from: ['Ada Lovelace'] }],
    [
      'Coffee with Lin. gave: the job (from Ada) (large)',
      { what: 'the job', from: ['Ada Lovelace'], weight: 9 },
    ],
    [
      'Coffee with Lin. gave: the job (large) (from Ada)',
      { what: 'the job', from: ['Ada Lovelace'], weight: 9 },
    ],
    ['Coffee with Lin and Ada. gave: the job (from Ada)', { people: ['Lin'], from: ['Ada Lovelace'] }],
    ['Coffee with Lin. gave: the job (from Ada and Ben)', { people: ['Lin'], from: ['Ada Lovelace', 'Ben'] }],
  ])('%s', (text, expected) => {
    expect(favourIn(text)).toMatchObject(expected)
  })

  test.each([
    'Coffee with Lin. gave: sausages (from Berlin)',
    'Coffee with Lin. gave: the job from Ada',
    'Coffee with Ada. gave: the job (from Ada)',
    'Coffee with Lin. gave: (from Ada)',
    'Coffee with Lin. got: the job (from Ada)',
  ])('%s: nothing is passed on, and no word is lost', (text) => {
    expect(favourIn(text)).toMatchObject({ from: [], what: text.slice(text.indexOf(': ') + 2) })
  })
})
