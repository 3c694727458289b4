import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { operationSentence } from '../../src/ui/views/history.ts'

/** The names under which commands record what they do, as they stand in their files. */
function recorded(): string[] {
  const folder = join(import.meta.dirname, '..', '..', 'src', 'commands')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  return files.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return [...text.matchAll(/operations\s*\.record\(\s*'([^']+)'/g)].map(([, what]) => what!)
  })
}

describe('the sentence of an operation', () => {
  test.each([
    ['log', { people: ['Ada', 'Grace', 'Lin'], text: 'coffee' }, 'logged coffee with Ada, Grace and Lin'],
    ['log', { people: ['Ada'], text: 'walk' }, 'logged a walk with Ada'],
    ['log', {}, 'logged an encounter'],
    ['gave', { people: ['Ada'], text: 'tea' }, 'gave Ada: tea'],
    ['done', { text: 'a; b', count: 2 }, 'kept 2 promises: a; b'],
    ['pause', { people: [], text: '2026-12-01' }, 'paused all reminders until 2026-12-01'],
    ['resume', { people: [] }, 'took reminders up again'],
  ])('%s %j', (what, about, sentence) => {
    expect(operationSentence({ what, about })).toBe(sentence)
  })

  test('of a command it does not know is its name and what it was about', () => {
    expect(operationSentence({ what: 'teleport', about: { people: ['Ada'], text: 'to Mars' } })).toBe(
      'teleport: Ada, to Mars',
    )
    expect(operationSentence({ what: 'teleport', about: {} })).toBe('teleport')
    expect(operationSentence({ what: 'constructor', about: {} })).toBe('constructor')
  })

  test('is one short line, whatever was written', () => {
    const sentence = operationSentence({
      what: 'gave',
      about: { people: Array(500).fill('Ada'), text: 'x\ny '.repeat(9000) },
    })
    expect(sentence.length).toBeLessThan(200)
    expect(sentence).not.toContain('\n')
  })

  test('is there for every command that records something', () => {
    const all = recorded()
    expect(all).toContain('log')
    expect(all.length).toBeGreaterThan(8)
    const about = { people: ['Ada Lovelace'], text: 'some words', count: 3 }
    for (const what of all)
      expect(operationSentence({ what, about })).not.toMatch(new RegExp(`^${what}: Ada Lovelace`))
  })
})
