import { bashCompletion } from '../completion/bash.ts'
import { fishCompletion } from '../completion/fish.ts'
import { zshCompletion } from '../completion/zsh.ts'
import type { View } from '../output.ts'
import { oneLine } from '../text.ts'

/**
 * Scripts that ask `net complete -- …` at each Tab. They are our own because the library at hand (@bomb.sh/tab 0.0.22)
 * evaluates the words typed so far in bash, so that Tab runs a `$(…)`; needs the bash-completion package; takes quoted
 * words apart in zsh; and puts forward only what begins, case included, with what was typed: no `Mü`, no last names.
 */
export const COMPLETION_SCRIPTS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion }
export type Shell = keyof typeof COMPLETION_SCRIPTS

export const completionScript: View<Shell> = (shell) => COMPLETION_SCRIPTS[shell]

export interface Candidate {
  value: string
  description: string
}

/** What may stand at the cursor. `files`: whatever file the shell finds. */
export interface Candidates {
  of: 'words' | 'files'
  candidates: Candidate[]
}

/** A line each, then one that says what they are, so that a script knows it was `net` that answered. */
export const candidateLines: View<Candidates> = ({ of, candidates }) =>
  [
    ...candidates.map(({ value, description }) => `${oneLine(value)}\t${oneLine(description)}`),
    `:${of}`,
  ].join('\n')
