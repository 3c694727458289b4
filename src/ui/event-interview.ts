import type { Answers } from '../domain/events.ts'
import type { Prompt } from './prompt.ts'

const QUESTIONS: Record<keyof Answers, string> = {
  contacts: 'Did you make contacts that matter?',
  insight: 'Did you learn something relevant?',
  fun: 'Did you enjoy it?',
}

/** One of the three questions after an event. */
export const askQuestion = (
  prompt: Prompt,
  question: keyof Answers,
  event: string,
  before = false,
): Promise<boolean> => prompt.confirm(`${event}: ${QUESTIONS[question]}`, before)

export const askNote = (prompt: Prompt, before = ''): Promise<string> =>
  prompt.text({ message: 'Anything else worth keeping? (Enter for nothing)', default: before })
