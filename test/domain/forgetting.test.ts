import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { remainingWords, tracesOf, unlessTheirs, withoutTraces } from '../../src/domain/forgetting.ts'
import { fold } from '../../src/domain/names.ts'

const ADA = {
  names: ['Ada Maria Müller', 'Die Zahl'],
  reach: ['ada@x.example', '+49 30 5550100', 'https://www.ada.example/', '@adamm', 'Musterweg 1, Berlin'],
}
const BEN = { names: ['Ben Müller'], reach: ['ben@x.example'] }
const of = (text: string) => withoutTraces(text, tracesOf(ADA, [BEN]))

describe('a name is taken out wherever it stands', () => {
  test.each([
    ['Tee mit Ada Maria Müller.', 'Tee mit […].'],
    ['ADA MARIA MUELLER, Ada Muller', '[…], […]'],
    ['Müller, Ada Maria', '[…]'],
    ['A. Müller kam', '[…] kam'],
    ['Ada Müllers Firma, Ada Müller’s Idee', '[…] Firma, […] Idee'],
    ['@"Ada Müller" und @adamariamüller', '[…] und […]'],
    ['die zahl', '[…]'],
    ['Schreib an ADA@x.example', 'Schreib an […]'],
    ['ruf 030/5550100 an, oder +49 (0)30 555 01 00, 0049 30 5550100', 'ruf […] an, oder […], […]'],
    ['am 3.11. 030 5550100', 'am 3.11. […]'],
    ['siehe ada.example und http://ada.example', 'siehe […] und […]'],
    ['bei ihr, Musterweg 1, Berlin', 'bei ihr, […]'],
  ])('%s', (text, left) => expect(of(text)).toBe(left))
})

test.each([
  'Ben Müllers Haus',
  'Ada allein mag jede sein',
  'Zahlen, bitte; eine Madame aus Armada',
  'ada@x.example.org.example'.replace('ada@', 'nada@'),
  '5550100123 und 1305550100',
  'Berlin',
])('what is another word, or may be another person, stays: %s', (text) => expect(of(text)).toBe(text))

test('where the person had a part a single word is theirs, unless somebody else there has it', () => {
  const traces = tracesOf(ADA, [BEN])
  const said = 'Ada kam, Müller auch; Maria Zahl'
  expect(withoutTraces(said, traces, unlessTheirs(traces.where, ['Grace Leer']))).toBe(
    '[…] kam, […] auch; […] […]',
  )
  expect(withoutTraces(said, traces, unlessTheirs(traces.where, ['Ben Müller']))).toBe(
    '[…] kam, Müller auch; […] […]',
  )
})

test('small words in a name or an alias are left to the text', () => {
  const traces = tracesOf({ names: ['Will von der Heide', 'Die Zahl'], reach: [] }, [])
  const said = 'Will kam von der Firma, die Zahl; die Heide'
  expect(withoutTraces(said, traces, traces.where)).toBe('[…] kam von der Firma, […]; die […]')
})

test('a name that another has as well is theirs where only they had a part', () => {
  const traces = tracesOf({ names: ['Jona'], reach: [] }, [{ names: ['Jonas', 'Jona'], reach: [] }])
  expect(withoutTraces('Tee mit Jona', traces)).toBe('Tee mit Jona')
  expect(withoutTraces('Tee mit Jona und Jonas', traces, unlessTheirs(traces.where, []))).toBe(
    'Tee mit […] und Jonas',
  )
})

test.each([
  ['王芳', '昨天与王芳喝咖啡', '昨天与[…]喝咖啡'],
  ['김민수', '김민수가 왔다', '[…]가 왔다'],
  ['ガガ', 'ガガさん', '[…]さん'],
  ['Юлия Козлова', 'чай с ЮЛИЯ КОЗЛОВА', 'чай с […]'],
  ['עדה כהן', 'קפה עם עדה כהן היום', 'קפה עם […] היום'],
  ['Öz', 'Öz mag Tee', '[…] mag Tee'],
  ['🎉🎉', 'Tee mit 🎉🎉!', 'Tee mit […]!'],
  ['D’Arcy O’Neill', "Tea with D'Arcy O'Neill's son", 'Tea with […] son'],
])('%s in any script', (name, text, left) => {
  const traces = tracesOf({ names: [name], reach: [] }, [])
  expect(withoutTraces(text, traces)).toBe(left)
  expect(withoutTraces(fold(text), traces)).toBe(fold(left))
})

test('a name of which folding leaves a letter is not any such letter', () => {
  const traces = tracesOf({ names: ['Ue'], reach: [] }, [])
  expect(withoutTraces('UE und u', traces)).toBe('[…] und u')
})

test('words that remain are told of, but for those that others have', () => {
  const traces = tracesOf(ADA, [BEN])
  expect(remainingWords(fold('Adas Idee, Müller'), traces)).toEqual(['ada'])
  expect(remainingWords(fold('Armada'), traces)).toEqual([])
})

test('nothing of the name is left, whatever it is and wherever it stands', () => {
  const word = fc.stringMatching(/^[A-Za-zÄÖÜäöüßéłø]{2,8}$/)
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
  const text = fc.array(word).map((words) => words.join(' '))
  fc.assert(
    fc.property(name, text, text, (who, before, after) => {
      const traces = tracesOf({ names: [who], reach: [] }, [])
      const left = withoutTraces(`${before}. ${who}: ${after}`, traces)
      expect(left).toContain('[…]')
      expect(withoutTraces(left, traces)).toBe(left)
    }),
  )
})
