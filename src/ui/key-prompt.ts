/** What one key answers. */
export interface KeyChoice<T> {
  /** Small letters, any of which will do; the first is shown. */
  keys: string
  name: string
  value: T
}

interface KeyQuestion<T> {
  message: string
  choices: readonly KeyChoice<T>[]
}

interface Terminal {
  input: NodeJS.ReadStream
  output: NodeJS.WriteStream
}

/** Asks a question that one key answers, without Enter: inquirer's own ask for two, and going through a hundred of something is enough work. */
export async function askKey<T>(question: KeyQuestion<T>, terminal: Terminal): Promise<T> {
  const { createPrompt, makeTheme, useKeypress, usePrefix, useState } = await import('@inquirer/core')
  const ask = createPrompt<T, KeyQuestion<T>>(({ message, choices }, done) => {
    const [answer, setAnswer] = useState<string | undefined>(undefined)
    const theme = makeTheme()
    const status = answer === undefined ? 'idle' : 'done'
    const prefix = usePrefix({ theme, status })
    useKeypress(({ name, ctrl }, line) => {
      line.clearLine(0)
      const chosen = choices.find(({ keys }) => !ctrl && name?.length === 1 && keys.includes(name))
      if (!chosen || answer !== undefined) return
      setAnswer(chosen.name)
      done(chosen.value)
    })
    const asked = `${prefix} ${theme.style.message(message, status)}`
    if (answer !== undefined) return `${asked} ${theme.style.answer(answer)}`
    const keys = choices.map(({ keys: [key], name }) => `${theme.style.key(key!)} ${name}`)
    return [asked, keys.join(theme.style.help('  '))]
  })
  return ask(question, terminal)
}
