import { NetError } from '../domain/errors.ts'
import { askKey, type KeyChoice } from './key-prompt.ts'
import { printable, wrapLines } from './text.ts'

export interface Choice<T> {
  name: string
  value: T
  /** Shown under the list while the choice is pointed at. */
  description?: string
}

export interface TextQuestion {
  message: string
  default?: string
  /** Whether the default stands in the line to be changed, rather than to be taken or replaced. */
  editable?: boolean
  /** `true` when the answer will do, else what is wrong with it. */
  check?: (answer: string) => true | string | Promise<true | string>
}

/** What inquirer puts before a question. */
const MARK = '? '

export type Prompt = ReturnType<typeof createPrompt>

interface PromptOptions {
  interactive: () => boolean
  input: () => NodeJS.ReadStream
  /** Questions go to stderr, so that stdout holds data alone. */
  output: () => NodeJS.WriteStream
}

/** Questions to the user. Without a terminal each of them throws `needs-terminal`; Ctrl-C throws `cancelled`. */
export function createPrompt({ interactive, input, output }: PromptOptions) {
  const ask = <T>(question: { message: string; [option: string]: unknown }): Promise<T> =>
    answered(question.message, async () => {
      const { default: inquirer } = await import('inquirer')
      const prompt = inquirer.createPromptModule({ input: input(), output: output() })
      const { answer } = (await prompt([
        { ...question, message: fitting(question.message), name: 'answer' } as never,
      ])) as { answer: T }
      return answer
    })

  /** inquirer breaks a line that is too long wherever the edge is, in the middle of a word. */
  const fitting = (message: string) => wrapLines(message, (output().columns || 80) - MARK.length)

  async function answered<T>(message: string, answer: () => Promise<T>): Promise<T> {
    if (!interactive()) throw new NetError({ kind: 'needs-terminal', what: message })
    try {
      return await answer()
    } catch (error) {
      if (error instanceof Error && /ExitPromptError|AbortPromptError/.test(error.name))
        throw new NetError({ kind: 'cancelled' })
      throw error
    }
  }

  const shown = <T>(choices: Choice<T>[]) =>
    choices.map((choice) => ({
      ...choice,
      name: printable(choice.name),
      description: choice.description && printable(choice.description),
    }))

  return {
    /** Whether there is somebody to ask. */
    get interactive() {
      return interactive()
    },

    text: ({ message, default: given, editable, check }: TextQuestion) =>
      ask<string>({
        type: 'input',
        message,
        default: given,
        ...(editable && { prefill: 'editable' }),
        ...(check && { validate: check }),
      }),

    confirm: (message: string, given: boolean) => ask<boolean>({ type: 'confirm', message, default: given }),

    choose: <T>(message: string, choices: Choice<T>[]) =>
      // inquirer would begin at a choice whose value is undefined, as if it were the default.
      ask<T>({ type: 'select', message, choices: shown(choices), default: choices[0]?.value }),

    /** One key answers, without Enter. */
    key: <T>(message: string, choices: readonly KeyChoice<T>[]): Promise<T> =>
      answered(message, () =>
        askKey({ message: fitting(message), choices }, { input: input(), output: output() }),
      ),

    /** A list that narrows with what is typed. */
    search: <T>(message: string, find: (typed: string) => Choice<T>[]) =>
      ask<T>({ type: 'search', message, source: (typed: string | undefined) => shown(find(typed ?? '')) }),
  }
}
