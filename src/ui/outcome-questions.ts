import type { Prompt } from './prompt.ts'

/** How an outcome came, as the options of `net outcome add` say it. */
export interface HowItCame {
  via?: string
  customer?: string
  event?: string
  notNetwork?: true
}

interface Suggestion {
  id: number
  name: string
  detail: string | null
}

interface Known {
  contacts: (typed: string) => Suggestion[]
  events: (typed: string) => Suggestion[]
}

/** Asks how an outcome came, the one thing that later nobody remembers. */
export async function askHowItCame(prompt: Prompt, known: Known): Promise<HowItCame> {
  const way = await prompt.choose('How did it come?', [
    { name: 'Somebody brought it', value: 'via' as const },
    { name: 'The customer came to me', value: 'customer' as const },
    { name: 'From an event', value: 'event' as const },
    { name: 'Another way: an advert, a portal, a cold call', value: 'notNetwork' as const },
  ])
  if (way === 'notNetwork') return { notNetwork: true }
  if (way === 'event') return { event: await pick(prompt, 'Which event?', known.events) }
  return { [way]: await pick(prompt, way === 'via' ? 'Who brought it?' : 'Who is it?', known.contacts) }
}

const pick = (prompt: Prompt, message: string, find: (typed: string) => Suggestion[]): Promise<string> =>
  prompt.search(message, (typed) =>
    find(typed).map(({ id, name, detail }) => ({
      name: detail ? `${name} (${detail})` : name,
      value: `#${id}`,
    })),
  )
