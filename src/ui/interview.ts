import type { CivilDate } from '../domain/dates.ts'
import { NetError } from '../domain/errors.ts'
import type { KnownPerson } from '../domain/names.ts'
import type { Prompt } from './prompt.ts'

export interface Answers {
  /** What happened, in words. */
  text: string
  /** Names, or `#12` for a contact that was picked. */
  with: string[]
  on: CivilDate
  gave: string[]
  got: string[]
  todo: string[]
  they: string[]
  learned: string[]
}

interface Journal {
  /** Contacts whose name has a word that begins so, most recently met first. */
  suggest: (typed: string) => KnownPerson[]
  /** Reads a date in words; throws a NetError when it is none. */
  readDate: (words: string) => Promise<CivilDate>
}

/** Asks for an encounter bit by bit. Every question but the first can be passed over with Enter. */
export async function interview(prompt: Prompt, journal: Journal): Promise<Answers> {
  const people = await askPeople(prompt, journal)
  const names = people.map((person) => person.name)
  const on = await askDate(prompt, journal)
  const text = await prompt.text({ message: 'What was it? (e.g. coffee at Betahaus)', default: '' })
  const [whom, hint] = names.length > 1 ? ['them', ` ("${names[0]}: …" for one)`] : [names[0], '']
  return {
    with: people.map((person) => person.handle),
    on,
    text,
    gave: await askSeveral(prompt, `What did you give ${whom}?${hint}`),
    got: await askSeveral(prompt, `What did you get from ${whom}?${hint}`),
    todo: await askSeveral(prompt, 'What did you promise? (e.g. send the slides by friday)'),
    they: await askSeveral(prompt, 'What did they promise?'),
    learned: await askSeveral(prompt, 'What did you learn about them?'),
  }
}

interface Named {
  name: string
  handle: string
}

async function askPeople(prompt: Prompt, { suggest }: Journal): Promise<Named[]> {
  const people: Named[] = []
  for (;;) {
    const person = await prompt.search<Named | null>(
      people.length === 0 ? 'Who did you meet?' : 'Who else?',
      (typed) => {
        const known = suggest(typed)
          .filter(({ id }) => !people.some((other) => other.handle === `#${id}`))
          .map(({ id, name, detail }) => ({
            name: detail ? `${name} (${detail})` : name,
            value: { name, handle: `#${id}` },
          }))
        const typedName = typed.trim()
        const isNew =
          typedName !== '' &&
          !known.some((choice) => choice.value.name.toLowerCase() === typedName.toLowerCase())
        return [
          ...(typedName === '' && people.length > 0 ? [{ name: 'Nobody else', value: null }] : []),
          ...known,
          ...(isNew ? [{ name: `${typedName} (new)`, value: { name: typedName, handle: typedName } }] : []),
        ]
      },
    )
    if (!person) return people
    people.push(person)
  }
}

async function askDate(prompt: Prompt, { readDate }: Journal): Promise<CivilDate> {
  const words = await prompt.text({
    message: 'When?',
    default: 'today',
    check: (typed) =>
      readDate(typed).then(
        () => true,
        (error) =>
          error instanceof NetError && error.problem.kind === 'bad-input'
            ? `That ${error.problem.why}`
            : String(error),
      ),
  })
  return readDate(words)
}

async function askSeveral(prompt: Prompt, message: string): Promise<string[]> {
  const answers: string[] = []
  for (;;) {
    const answer = await prompt.text({
      message: answers.length === 0 ? message : 'Anything else?',
      default: '',
    })
    if (answer.trim() === '') return answers
    answers.push(answer.trim())
  }
}
