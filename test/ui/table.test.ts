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
