import { Chalk } from 'chalk'
import { expect, test } from 'vitest'
import { type Column, table } from '../../src/ui/table.ts'

interface Row {
  name: string
  days: number
  why: string
}

const NAMES = [
  'Ada Lovelace',
  'Jürgen Groß',
  '王芳',
  'Zoë 🦊',
  'A name that is longer than there is any room for it here',
]
const COLUMNS: Column<Row>[] = [
  { heading: 'Who', cell: ({ name }) => name, flexible: true },
  { heading: 'Days', cell: ({ days }) => String(days), align: 'right' },
  {
    heading: 'Why',
    cell: ({ why }) => why,
    flexible: true,
    colour: (text, _, { chalk }) => chalk.green(text),
  },
]
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({
    name: NAMES[at % NAMES.length]!,
    days: at * 37,
    why: at % 3 === 0 ? '' : 'a promise: send the slides of the talk',
  }))

test.each([0, 1])('many rows are drawn as few are (colour %i)', (level) => {
  const style = { width: 60, chalk: new Chalk({ level: level as 0 | 1 }), terminal: level === 1 }
  const many = table(rowsOf(40), COLUMNS, style).split('\n')
  const few = table(rowsOf(10), COLUMNS, style).split('\n')
  expect(few).toHaveLength(11)
  // The widths of the columns depend on what stands in them, and the first ten rows hold the widest.
  expect(many.slice(0, 11)).toEqual(few)
})

test('what need not give way keeps its width while others can still get narrower', () => {
  const long = 'a promise: send the slides of the talk'
  const columns: Column<Row>[] = [
    { heading: 'Who', cell: ({ name }) => name },
    { heading: 'Why', cell: ({ why }) => why, flexible: true },
    { heading: 'Days', cell: ({ days }) => String(days), flexible: true },
  ]
  const drawn = (width: number) =>
    table([{ name: 'Friederike Apfelstrudel', why: long, days: 1 }], columns, {
      width,
      chalk: new Chalk({ level: 0 }),
      terminal: true,
    })
  expect(drawn(40)).toContain('Friederike Apfelstrudel  a prom')
  expect(drawn(36)).toMatch(/Friederike Apfelstr… {2}a promi… {2}1/)
})

test('a column for which there is no room is left out, when it may be', () => {
  const columns: Column<Row>[] = [
    { heading: 'Who', cell: ({ name }) => name },
    { heading: 'Why', cell: ({ why }) => why, flexible: true, optional: true },
    { heading: 'When', cell: () => '3 months ago', flexible: true, optional: true },
    { heading: 'Days', cell: ({ days }) => String(days) },
  ]
  const style = { width: 24, chalk: new Chalk({ level: 0 }), terminal: true }
  const drawn = table([{ name: 'Ada Lovelace', why: 'the slides of the talk', days: 1 }], columns, style)
  expect(drawn).toBe('Who       Why       Days\nAda Lov…  the sli…  1')
})
