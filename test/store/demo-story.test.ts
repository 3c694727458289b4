import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { CAST } from '../../src/domain/demo/cast.ts'
import { type DemoLog, type DemoStep, demoStory } from '../../src/domain/demo/story.ts'
import { writeStory } from '../../src/store/demo-story.ts'
import { openJournalToRead } from '../../src/store/journal.ts'

const DAYS = ['2026-11-03', '2026-02-28', '2027-01-01', '2024-02-29']
const migrations = join(import.meta.dirname, '..', '..', 'migrations')

/** A journal in memory with the story of a day. */
function told(today: string) {
  const journal = openJournalToRead({
    file: '/nowhere/demo.db',
    migrations,
    now: () => `${today}T12:00:00+00:00`,
  })
  onTestFinished(() => journal.close())
  const steps = demoStory(today)
  const written = writeStory(journal, steps, today, () => {})
  return {
    journal,
    steps,
    written,
    logs: steps.filter((step): step is DemoStep & DemoLog => step.do === 'log'),
  }
}

describe.each(DAYS)('the demo of %s', (today) => {
  test('is the same each time, in order, and ends before that day is over', () => {
    const steps = demoStory(today)
    expect(demoStory(today)).toEqual(steps)
    const moments = steps.map(({ on, time }) => `${on} ${time}`)
    expect(moments).toEqual([...moments].sort())
    expect(steps.at(-1)!.on <= today).toBe(true)
  })

  test('is written in lines that are understood as they are meant', () => {
    const { journal, logs } = told(today)
    let promised = 0
    logs.forEach((step, index) => {
      const encounter = journal.encounters.byId(index + 1)!
      expect.soft(encounter.text, 'typed is what is kept').toBe(step.line)
      expect.soft(encounter.people.map(({ name }) => name).sort(), step.line).toEqual([...step.who].sort())
      expect.soft({ line: step.line, on: encounter.on, event: encounter.event }).toEqual({
        line: step.line,
        on: step.met,
        event: step.event,
      })
      if (step.kind) expect.soft(encounter.kind, step.line).toBe(step.kind)
      if (step.place !== undefined) expect.soft(encounter.place, step.line).toBe(step.place)
      for (const { due } of step.promises)
        expect.soft(journal.followUps.byId(++promised)?.due, step.line).toBe(due)
    })
    expect(journal.followUps.byId(promised + 1)).toBeUndefined()
  })

  test('is of a believable size', () => {
    const { written, steps } = told(today)
    expect(written.people).toBe(CAST.length)
    expect(written.encounters).toBeGreaterThan(300)
    expect(written.encounters).toBeLessThan(420)
    expect(written.favours).toBeGreaterThan(100)
    const talk = steps.flatMap((step) => (step.do === 'log' ? [step.line] : []))
    expect(new Set(talk).size).toBe(talk.length)
  })
})
