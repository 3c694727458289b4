import { bar, barToLeft, sparkline } from '../../chart.ts'
import type { Style } from '../../output.ts'
import { cut, listedUpTo, pad, widthOf, wrap } from '../../text.ts'
import type { Block } from './blocks.ts'

const INDENT = '  '
/** Longer bars say no more. */
const WIDEST_BAR = 36
const WIDEST_CURVE = 60
const NARROWEST_BAR = 4
const NAMES_SHOWN = 6
const LEAST_BESIDE_NAMES = 8

/** A block as lines no wider than the terminal. */
export function blockLines(block: Block, style: Style): string[] {
  const width = style.width - INDENT.length
  return linesOf(block, { ...style, width }).map((line) => (line === '' ? '' : INDENT + line).trimEnd())
}

function linesOf(block: Block, style: Style): string[] {
  switch (block.kind) {
    case 'text':
      return wrap(block.text, style.width)
    case 'bars':
      return bars(block.rows, style)
    case 'mirror':
      return mirror(block, style)
    case 'curve':
      return curve(block, style)
    case 'people':
      return people(block, style)
    case 'steps':
      return steps(block.rows, style)
  }
}

const widest = (texts: string[]): number => Math.max(0, ...texts.map(widthOf))

function bars(rows: Extract<Block, { kind: 'bars' }>['rows'], { width, chalk }: Style): string[] {
  const labels = widest(rows.map(({ label }) => label))
  const numbers = widest(rows.map(({ value }) => String(value)))
  const most = Math.max(...rows.map(({ value }) => value))
  const notes = widest(rows.map(({ note = '' }) => note))
  const besideNotes = width - labels - numbers - notes - 6
  const withNotes = notes > 0 && besideNotes >= 2 * NARROWEST_BAR
  const room = Math.min(WIDEST_BAR, withNotes ? besideNotes : width - labels - numbers - 4)
  return rows.map(({ label, value, note = '' }) => {
    const drawn = room < NARROWEST_BAR ? '' : `${chalk.cyan(pad(bar(value, most, room), room))}  `
    const beside = withNotes && note !== '' ? `  ${chalk.dim(note)}` : ''
    return `${pad(label, labels)}  ${drawn}${pad(String(value), numbers, 'start')}${beside}`
  })
}

function mirror(block: Extract<Block, { kind: 'mirror' }>, { width, chalk }: Style): string[] {
  const { rows } = block
  const labels = widest(rows.map(({ label }) => label))
  const numbers = widest(rows.flatMap(({ left, right }) => [String(left), String(right)]))
  const most = Math.max(...rows.flatMap(({ left, right }) => [left, right]))
  const side = Math.min(WIDEST_BAR / 2, Math.floor((width - labels - 5) / 2) - numbers - 1)
  if (side < NARROWEST_BAR)
    return rows.flatMap(({ label, left, right }) =>
      wrap(`${label}: ${block.left} ${left}, ${block.right} ${right}`, width),
    )
  const half = side + numbers + 1
  const heading = `${pad('', labels)}  ${pad(block.left, half, 'start')} │ ${block.right}`
  return [
    chalk.dim(cut(heading, width)),
    ...rows.map(({ label, left, right }) => {
      const gave = pad(`${left || ''} ${barToLeft(left, most, side)}`, half, 'start')
      const got = `${bar(right, most, side)} ${right || ''}`
      return `${pad(label, labels)}  ${chalk.green(gave)} ${chalk.dim('│')} ${chalk.cyan(got.trim())}`
    }),
  ]
}

function curve(block: Extract<Block, { kind: 'curve' }>, { width, chalk }: Style): string[] {
  const { from, to, values, end } = block
  const beside = width - widthOf(from) - widthOf(to) - 4
  const drawn =
    beside < NARROWEST_BAR
      ? [
          chalk.green(sparkline(values, width)),
          ...wrap(`${from} to ${to}`, width).map((line) => chalk.dim(line)),
        ]
      : [
          `${chalk.dim(from)}  ${chalk.green(sparkline(values, Math.min(beside, WIDEST_CURVE)))}  ${chalk.dim(to)}`,
        ]
  return [...drawn, ...wrap(end, width)]
}

function people({ label, names }: Extract<Block, { kind: 'people' }>, { width, chalk }: Style): string[] {
  // "1 more" would take the room of the name itself.
  const text = listedUpTo(names, names.length === NAMES_SHOWN + 1 ? names.length : NAMES_SHOWN)
  const line = `${label}  ${text}`
  if (widthOf(line) <= width) return [line.replace(label, () => chalk.bold(label))]
  return [
    ...wrap(label, width).map((part) => chalk.bold(part)),
    ...wrap(text, width - INDENT.length).map((part) => INDENT + part),
  ]
}

/** Names that are too long go on beneath, since their ends tell events of one name apart. */
function steps(rows: Extract<Block, { kind: 'steps' }>['rows'], { width, chalk }: Style): string[] {
  const names = Math.min(widest(rows.map(({ name }) => name)), Math.floor((width * 2) / 5))
  const room = Math.max(LEAST_BESIDE_NAMES, width - names - 2)
  return rows.flatMap(({ name, why }) => {
    const [left, right] = [wrap(name, names), wrap(why, room)]
    const lines = left.length > right.length ? left : right
    return lines.map((_, at) => `${chalk.bold(pad(left[at] ?? '', names))}  ${right[at] ?? ''}`)
  })
}
