/**
 * What a section of the report says, before it is drawn: the same blocks become bars on a terminal and tables in Markdown,
 * so that the words stand in one place.
 */
export type Block =
  | { kind: 'text'; text: string }
  /** A bar for each row, all to one scale. */
  | { kind: 'bars'; rows: { label: string; value: number; note?: string }[] }
  /** Two bars for each row, back to back. */
  | { kind: 'mirror'; left: string; right: string; rows: { label: string; left: number; right: number }[] }
  /** A line over time. */
  | { kind: 'curve'; from: string; to: string; values: number[]; end: string }
  /** People under a label, or a sentence about each. */
  | { kind: 'people'; label: string; names: string[] }
  | { kind: 'steps'; rows: { name: string; why: string }[] }

/** One row of the CSV: what it is, what it was in the period before where that is known. */
export interface Figure {
  key: string
  value: string | number
  before?: number
}

/** What views may know beside a section's data. */
export interface Telling {
  today: string
  /** The period before, in words: "Q2 2026". */
  before: string
}

/** How one section is told. A section without blocks is left out. */
export interface SectionView<Data> {
  title: string
  blocks(data: Data, telling: Telling): Block[]
  figures(data: Data): Figure[]
}
