import { sparkline } from '../../chart.ts'
import { listed, oneLine } from '../../text.ts'
import type { Block } from './blocks.ts'

/** What Markdown would read as marks, so that a name or a note stays what it is (CommonMark 0.31 §2.4). */
export const escaped = (text: string): string => oneLine(text).replace(/[\\`*_[\]<>|#&~]/g, '\\$&')

const row = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`
const tableOf = (heading: string[], right: number, rows: (string | number)[][]): string[] => [
  row(heading),
  row(heading.map((_, at) => (at < heading.length - right ? '---' : '---:'))),
  ...rows.map(row),
]

/** A block as lines of Markdown (CommonMark, with GitHub's tables). */
export function markdownLines(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [escaped(block.text)]
    case 'bars': {
      const noted = block.rows.some(({ note }) => note)
      return tableOf(
        noted ? ['', '', ''] : ['', ''],
        noted ? 0 : 1,
        block.rows.map(({ label, value, note = '' }) =>
          noted ? [escaped(label), value, escaped(note)] : [escaped(label), value],
        ),
      )
    }
    case 'mirror':
      return tableOf(
        ['', escaped(block.left), escaped(block.right)],
        2,
        block.rows.map(({ label, left, right }) => [escaped(label), left, right]),
      )
    case 'curve':
      return [`${block.from} \`${sparkline(block.values, 60)}\` ${block.to}`, '', escaped(block.end)]
    case 'people':
      return [`**${escaped(block.label)}:** ${listed(block.names.map(escaped))}`]
    case 'steps':
      return block.rows.map(({ name, why }) => `- **${escaped(name)}**: ${escaped(why)}`)
  }
}
