import { describe, expect, test } from 'vitest'
import { NetError } from '../../src/domain/errors.ts'
import { archiveIn, archivePieces, isArchive, readArchive } from '../../src/exchange/archive.ts'
import { linesOf } from '../../src/exchange/lines.ts'

const TABLES = {
  contact: [
    { id: 1, name: 'Jürgen "J" Müller', note: 'a\nb ]},{ [' },
    { id: 2, name: 'Ada', note: null },
  ],
  empty: [],
  tag: [{ tag: 'x', weight: 0.5 }],
}
const WRITTEN = [
  ...archivePieces(
    3,
    '2026-11-03',
    Object.entries(TABLES).map(([table, rows]) => ({ table, rows: rows as never[] })),
  ),
].join('')
const rows = (text: string) => [...archiveIn(linesOf([Buffer.from(text)])).rows]

describe('an archive', () => {
  test('is told by its first line, and read row by row, each with its line', () => {
    expect(isArchive(WRITTEN)).toBe(true)
    expect(isArchive(`\ufeff${WRITTEN}`)).toBe(true)
    expect(rows(WRITTEN)).toEqual([
      { table: 'contact', row: TABLES.contact[0], line: 3 },
      { table: 'contact', row: TABLES.contact[1], line: 4 },
      { table: 'tag', row: TABLES.tag[0], line: 7 },
    ])
    expect(rows(WRITTEN.replaceAll('\n', '\r\n'))).toHaveLength(3)
  })

  test('that another program wrote anew is read as well', () => {
    const anew = JSON.stringify(JSON.parse(WRITTEN), null, 2)
    expect(isArchive(anew)).toBe(false)
    expect([...readArchive(anew)!.rows]).toEqual(rows(WRITTEN).map((each) => ({ ...each, line: null })))
    for (const other of [
      '{}',
      '[]',
      '{"format":"net-journal"}',
      '{"format":"net-journal","version":1,"tables":{"a":[1]}}',
    ])
      expect(readArchive(other)).toBeUndefined()
  })

  test('that is cut off anywhere is told of, with the line', () => {
    const whole = WRITTEN.trimEnd()
    for (let length = WRITTEN.indexOf('\n') + 1; length < whole.length; length++) {
      let problem: unknown
      try {
        rows(whole.slice(0, length))
      } catch (error) {
        problem = error instanceof NetError ? error.problem : error
      }
      expect(problem, String(length)).toMatchObject({ kind: 'archive', why: 'broken' })
    }
  })

  test.each([
    ['a row of something else', 'contact": [', 'contact": [\n  [1],'],
    ['a row that is none', '{"id":2', '{"id:2'],
    ['a row outside of a table', '"empty": [],', '{"id":3}'],
  ])('with %s is told of, with the line', (_, from, to) => {
    expect(() => rows(WRITTEN.replace(from, to))).toThrowError(
      expect.objectContaining({
        problem: expect.objectContaining({ kind: 'archive', line: expect.any(Number) }),
      }),
    )
  })
})
