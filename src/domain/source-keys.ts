import type { ContactCard } from './contact-card.ts'
import { agreement } from './identify.ts'
import { fold } from './names.ts'

/** Somebody of a program's file as they were kept when it was last read. */
export interface SeenPerson {
  sourceId: string
  card: ContactCard
}

/**
 * What a program knows the people of one file by. Where it gives them no key, or one key to two of them, it is the name; of those
 * who have one name the one is taken who has a second fact in common with what was seen of them, so that nobody becomes
 * somebody else, and who comes anew is counted: "grace hopper 2".
 * @param seenOf whom the program named so when it was last read; the name is folded
 * @returns to be asked once for each person of the file, in their order
 */
export function sourceKeys(seenOf: (name: string) => SeenPerson[]) {
  /** Key → folded name of who has it in this file. */
  const taken = new Map<string, string>()
  const named = new Map<string, Namesakes>()
  const namesakes = (name: string): Namesakes => {
    const known = named.get(name)
    if (known) return known
    const seen = seenOf(name)
    const found = { free: seen, used: new Set(seen.map(({ sourceId }) => sourceId)), count: 0 }
    named.set(name, found)
    return found
  }
  return (given: string | null, card: ContactCard): string => {
    const name = fold(card.name)
    const isTaken = (wanted: string) => taken.has(wanted)
    const isOwn = given !== null && (taken.get(given) ?? name) === name
    const key = isOwn ? again(given, isTaken) : keyByName(name, card, namesakes(name), isTaken)
    taken.set(key, name)
    return key
  }
}

/** A card that stands in the file twice is one person, but each is compared with what it said before. */
function again(given: string, isTaken: (key: string) => boolean): string {
  let key = given
  for (let count = 2; isTaken(key); count++) key = `${given}${AGAIN}${count}`
  return key
}

const AGAIN = ' again '

/** The key that a program gave, of one that was counted because it gave it again. */
export const firstKey = (key: string): string => key.split(AGAIN)[0]!

/** Those of one name. */
interface Namesakes {
  /** Whom the file has not named yet. */
  free: SeenPerson[]
  used: Set<string>
  /** How many keys were made of the name. */
  count: number
}

function keyByName(
  name: string,
  card: ContactCard,
  namesakes: Namesakes,
  isTaken: (key: string) => boolean,
): string {
  const { free, used } = namesakes
  const agreeing = free.findIndex((each) => agreement(each.card, card).length > 0)
  const at = agreeing >= 0 ? agreeing : free.findIndex((each) => saysLittle(each.card) || saysLittle(card))
  const [same] = at >= 0 ? free.splice(at, 1) : []
  if (same) return same.sourceId
  for (;;) {
    namesakes.count++
    const key = namesakes.count === 1 ? name : `${name} ${namesakes.count}`
    if (!used.has(key) && !isTaken(key)) return key
  }
}

/** Nothing that could contradict. */
const saysLittle = ({ org, place, reach, dates }: ContactCard): boolean =>
  org === null && place === null && reach.length === 0 && dates.length === 0

/**
 * By what it is kept that somebody was brought along once, so that who is deleted here is not brought again. Where the key is but a
 * name, an address belongs to it: another of that name is somebody else.
 */
export function personRecord(key: string, card: ContactCard): string {
  const address =
    isKeyByName(key, card) && card.reach.find(({ kind }) => kind === 'email' || kind === 'phone')?.value
  return [PERSON, key, address && fold(address)].filter(Boolean).join(' ')
}

/** Whether the program gave no key of its own. */
export const isKeyByName = (key: string, { name }: ContactCard): boolean =>
  key === fold(name) || key.startsWith(`${fold(name)} `)

/** How such a record begins. */
export const PERSON = 'person'
