import { expect, test } from 'vitest'
import { createOutput, type Sink } from '../../src/ui/output.ts'
import { progressLine } from '../../src/ui/progress.ts'

test('a bar where the share is known, in whatever room there is', () => {
  expect(progressLine({ what: 'Reading', share: 0.5 }, 80)).toBe(
    `Reading ${'█'.repeat(20)}${'░'.repeat(20)}  50 %`,
  )
  expect(progressLine({ what: 'Reading', share: 1 }, 30)).toBe(`Reading ${'█'.repeat(16)} 100 %`)
  expect(progressLine({ what: 'Reading', share: 7 }, 20)).toBe('Reading 100 %')
  expect(progressLine({ what: 'Reading', share: null }, 80)).toBe('Reading')
  for (let width = 1; width < 90; width++)
    for (const share of [undefined, 0, 0.333, 1])
      expect(progressLine({ what: 'Grüße 王芳', share }, width).length).toBeLessThanOrEqual(width)
})

/** What reaches a terminal, or a pipe. */
function shown(terminal: boolean) {
  let text = ''
  const sink: Sink = { write: (more) => (text += more), terminal, columns: 40 }
  const output = createOutput({
    out: { ...sink, terminal: false },
    err: sink,
    columns: undefined,
    mayColour: () => false,
  })
  return { output, text: () => text }
}

test('stands in one line, is drawn when it changes, and is gone once something else is shown', () => {
  const { output, text } = shown(true)
  const view = (share: number) => ({ what: 'x', share })
  output.progress(0.5, view)
  output.progress(0.5, view)
  expect(text().split('\r')).toHaveLength(2)
  output.show('done', (told) => told)
  expect(text().endsWith('\r\u001b[Kdone\n')).toBe(true)
  output.show('more', (told) => told)
  expect(text().endsWith('done\nmore\n')).toBe(true)
})

test('nobody sees it without a terminal', () => {
  const { output, text } = shown(false)
  output.progress(0.5, (share) => ({ what: 'x', share }))
  expect(text()).toBe('')
})
