import { cut, widthOf } from './text.ts'

/** How far something is that takes long. */
export interface Progress {
  what: string
  /** 0 to 1; left out where nobody knows how much there is. */
  share?: number | null
}

/** What makes a bar worth looking at, and wide enough. */
const NARROWEST = 8
const WIDEST = 40

/** In one line of at most `width` columns: what is done, a bar where the share is known, and per cent. */
export function progressLine({ what, share }: Progress, width: number): string {
  if (share === undefined || share === null) return cut(what, width)
  const done = Math.min(1, Math.max(0, share))
  const percent = ` ${Math.floor(done * 100)} %`.padStart(6)
  const free = width - widthOf(what) - 1 - percent.length
  if (free < NARROWEST) return cut(what + percent, width)
  const columns = Math.min(WIDEST, free)
  const full = Math.floor(done * columns)
  return `${what} ${'█'.repeat(full)}${'░'.repeat(columns - full)}${percent}`
}
