import type { AppContext } from '../context.ts'
import type { Circle, PersonRef } from '../domain/contacts.ts'
import { badInput, NetError } from '../domain/errors.ts'
import { findPerson, fold, isNearMiss, type KnownPerson } from '../domain/names.ts'
import type { Journal } from '../store/journal.ts'

/**
 * The contact that a user names, by the one matcher; asks when several fit and there is a terminal.
 * @throws NetError not-found with near misses, or ambiguous with the candidates
 */
export async function chooseContact(context: AppContext, wanted: string): Promise<PersonRef> {
  const found = findPerson(wanted, context.reading().names)
  if (found.state === 'one') return { id: found.person.id, name: found.person.name }
  if (found.state === 'none')
    throw new NetError({
      kind: 'not-found',
      what: 'contact',
      wanted,
      suggestions: found.near.map((person) => person.name),
    })
  return chooseAmong(context, wanted, found.people)
}

/** How I am named where a contact or I may stand. */
const ME = new Set(['me', 'myself', 'mich', 'mir', 'ich'])

export const isMe = (wanted: string): boolean => ME.has(wanted.trim().toLowerCase())

/** The contact that a user names, or `null` for the user. @throws NetError as `chooseContact` does */
export const chooseContactOrMe = async (context: AppContext, wanted: string): Promise<PersonRef | null> =>
  isMe(wanted) ? null : chooseContact(context, wanted)

/**
 * Which of several people of a name is meant.
 * @param asks whether that may be asked
 * @throws NetError ambiguous with the candidates where it may not
 */
export async function chooseAmong(
  context: AppContext,
  wanted: string,
  people: KnownPerson[],
  asks = context.prompt.interactive,
): Promise<PersonRef> {
  if (!asks)
    throw new NetError({
      kind: 'ambiguous',
      what: 'contact',
      wanted,
      candidates: people.map(({ id, name, detail }) => ({ id, name, detail: detail ?? undefined })),
    })
  return context.prompt.choose<PersonRef>(
    `Which ${wanted}?`,
    people.map(({ id, name, detail, lastOn }) => ({
      name: `${name}${detail ? ` (${detail})` : ''}`,
      value: { id, name },
      // What is planned is yet to come.
      description: lastOn && lastOn <= context.today() ? `last met on ${lastOn}` : undefined,
    })),
  )
}

/**
 * Whether a name that is no known one is a slip of one near it.
 * @param wanted as it was typed
 * @param name as somebody new would be called
 * @returns the contact that is meant, `null` for somebody new
 * @throws NetError not-found with the near misses where that may not be asked
 */
export async function chooseNearOrNew(
  context: AppContext,
  { wanted, name, near }: { wanted: string; name: string; near: KnownPerson[] },
  asks = context.prompt.interactive,
): Promise<PersonRef | null> {
  if (near.length === 0) return null
  if (!asks) {
    const suggestions = near.map((person) => person.name)
    throw new NetError({ kind: 'not-found', what: 'contact', wanted, suggestions, creatable: true })
  }
  return context.prompt.choose<PersonRef | null>(`Who is ${name}?`, [
    ...near.map((person) => ({ name: person.name, value: { id: person.id, name: person.name } })),
    { name: `${name}, somebody new`, value: null },
  ])
}

/** The contact a pause is about, `null` for the whole journal; exactly one of them is to be named. */
export async function chooseOneOrAll(
  context: AppContext,
  command: string,
  wanted: string,
  all: boolean,
): Promise<PersonRef | null> {
  if (all && wanted !== '')
    throw badInput(command, undefined, 'takes a contact or --all, not both', 'Leave one of them out.')
  if (all) return null
  if (wanted === '')
    throw badInput(
      command,
      undefined,
      'needs a contact, or --all for the whole journal',
      `"${command} --help" shows examples.`,
    )
  return chooseContact(context, wanted)
}

/** The circle of that name. @throws NetError not-found with near misses */
export function chooseCircle(journal: Journal, wanted: string): Circle {
  const circle = journal.circles.byName(wanted)
  if (circle) return circle
  throw new NetError({
    kind: 'not-found',
    what: 'circle',
    wanted,
    suggestions: nearNames(
      wanted,
      journal.circles.all().map(({ name }) => name),
    ),
  })
}

/** Of some names, those so near that `wanted` may be a slip of them, or a part. */
export const nearNames = (wanted: string, names: string[]): string[] => {
  const folded = fold(wanted)
  return names.filter((name) => isNearMiss(fold(name), folded) || fold(name).startsWith(folded))
}
