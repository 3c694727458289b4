/** What an operation was about: the facts that a sentence in `net history` is made of. */
export interface About {
  people?: string[]
  /** The words that were recorded: a favour, a promise, a circle's name. */
  text?: string
  count?: number
}
