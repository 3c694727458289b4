const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']
const FULL = '█'
const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

/**
 * A bar from the left, exact to an eighth of a column. What is more than nothing is always seen.
 * @param most the value that fills `width` columns
 */
export function bar(value: number, most: number, width: number): string {
  if (value <= 0 || most <= 0 || width <= 0) return ''
  const eighths = Math.max(1, Math.round((Math.min(value, most) / most) * width * 8))
  return FULL.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!
}

/** A bar that ends at the right, in whole columns: there are no narrower blocks on that side. */
export function barToLeft(value: number, most: number, width: number): string {
  if (value <= 0 || most <= 0 || width <= 0) return ''
  return FULL.repeat(Math.max(1, Math.round((Math.min(value, most) / most) * width)))
}

/**
 * A line of values, one column each, zero always within its height. Where there are more values than columns, each column
 * shows the last of its share: a balance ends where it ends.
 */
export function sparkline(values: readonly number[], width: number): string {
  const columns = Math.min(values.length, Math.max(0, Math.floor(width)))
  const shown = Array.from(
    { length: columns },
    (_, at) => values[Math.ceil(((at + 1) * values.length) / columns) - 1]!,
  )
  const [low, high] = [Math.min(0, ...shown), Math.max(0, ...shown)]
  const height = high - low
  return shown
    .map((value) => LEVELS[height === 0 ? 0 : Math.round(((value - low) / height) * (LEVELS.length - 1))]!)
    .join('')
}
