import { describe, expect, test } from 'vitest'
import { cut, percent, widthOf, wrap, wrapLines } from '../../src/ui/text.ts'

describe('wrap', () => {
  test.each([
    ['a word longer than the line', 'x'.repeat(25), ['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]],
    ['wide signs', '王'.repeat(7), ['王'.repeat(5), '王'.repeat(2)]],
    ['a long word after a short one', `ab ${'x'.repeat(12)}`, ['ab', 'x'.repeat(10), 'xx']],
    ['what fits', 'Ada and G.', ['Ada and G.']],
  ])('%s', (_, text, lines) => {
    expect(wrap(text, 10)).toEqual(lines)
  })

  test('loses nothing of a megabyte without a space, and does not take long over it', () => {
    const text = 'Zäune🚀'.repeat(150_000)
    const lines = wrap(text, 60)
    expect(lines.join('')).toBe(text)
    expect(Math.max(...lines.slice(0, 1000).map(widthOf))).toBeLessThanOrEqual(60)
  }, 20_000)
})

test('cut looks at no more than it shows', () => {
  expect(cut('x'.repeat(5_000_000), 5)).toBe('xxxx…')
  expect(cut('12345', 5)).toBe('12345')
  expect(cut('Jürgen  Grün', 9)).toBe('Jürgen…')
  expect(cut('Jürgen', 1)).toBe('…')
})

test('lines are broken at spaces only, and go on as far in as they began', () => {
  const path = `/a/${'long/'.repeat(5)}journal.db`
  expect(wrapLines(`net: ${path} is damaged\n  Look at its folder first.\n  ok`, 16)).toBe(
    `net:\n${path}\nis damaged\n  Look at its\n  folder first.\n  ok`,
  )
})

test.each([
  [0, '0\u00a0%'],
  [0.001, 'under 1\u00a0%'],
  [0.749, '75\u00a0%'],
  [0.999, 'over 99\u00a0%'],
  [1, '100\u00a0%'],
])('a share of %d is %s', (share, told) => expect(percent(share)).toBe(told))
