/** Texts by code unit, as ISO dates sort by time; `localeCompare` would load all of ICU for an order that nobody sees. */
export const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const descending = (a: string, b: string): number => ascending(b, a)
