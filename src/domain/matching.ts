import type { PersonRef } from './contacts.ts'
import { EVIDENCE_KINDS, type Evidence } from './evidence.ts'
import { fold } from './names.ts'
import type { Offering } from './offerings.ts'
import { descending } from './order.ts'
import { LONG_ROOT, partsOf, topicsOf } from './topics.ts'

/** What somebody can do, as it is known; `who` is `null` for what I can do. */
export interface Ability extends Evidence {
  who: PersonRef | null
}

/** Somebody who could help with a need. */
export interface Helper {
  who: PersonRef | null
  /** What speaks for it, the strongest first. */
  why: Evidence[]
}

/** A need, and who could help with it. */
export interface Match {
  need: Offering
  /** The best first: for whom more of the need speaks, then those with the stronger evidence. */
  helpers: Helper[]
}

/** Of so many with one word the first are looked at: the strongest evidence, the newest. */
const MOST_OF_A_WORD = 200

/** Roots of words of needs that no field is told by (project, company, Kunde, advice …); they would make everything fit. */
const COMMON: ReadonlySet<string> = new Set(
  `project projekt work job arbeit team compan firma unternehm business client custom kund peopl leut person time zeit experienc erfahr year jahr idea idee contact kontakt support unterstutz advic rat tip tipp thing first own small larg big free week month day`.split(
    ' ',
  ),
)

const rootsOf = (text: string): string[] =>
  topicsOf(text)
    .map(({ root }) => root)
    .filter((root) => !COMMON.has(root))

/** Tells what may fit any of these needs, by parts of their words; whether it does, the matchmaker says. */
export function mayFitAny(needs: Offering[]): (text: string) => boolean {
  const roots = needs.flatMap(({ what }) => rootsOf(what))
  const parts = new Set(roots.flatMap((root) => [root.slice(0, LONG_ROOT), root.slice(-LONG_ROOT)]))
  if (parts.size === 0) return () => false
  const any = new RegExp([...parts].map((part) => part.replace(/[+#]/g, '\\$&')).join('|'))
  return (text) => any.test(fold(text))
}

/**
 * Finds for each need who could help: somebody else, of whom at least half of its words is known. Abilities are looked up by
 * their words, so that many needs and many people cost no more than what fits.
 */
export function matchmaker(abilities: Ability[]): (need: Offering) => Match {
  const ranked = [...abilities].sort((a, b) => rank(a) - rank(b) || descending(a.on ?? '', b.on ?? ''))
  const index = remembered(indexOf(ranked))
  // Many look for the same.
  const helpersWith = remembered((what: string) => helpersFor(what, index))
  return (need) => ({
    need,
    helpers: helpersWith(need.what).filter(({ who }) => (who?.id ?? 0) !== (need.who?.id ?? 0)),
  })
}

/** A function of a text that is asked the same again and again. */
function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (!known.has(text)) known.set(text, find(text))
    return known.get(text)!
  }
}

function helpersFor(what: string, index: (root: string) => Set<Ability>): Helper[] {
  const wanted = rootsOf(what)
  const helpers = new Map<number, Fit>()
  for (const root of wanted)
    for (const ability of index(root)) {
      const id = ability.who?.id ?? 0
      const helper = helpers.get(id)
      if (helper) addTo(helper, ability, root)
      else helpers.set(id, { found: 1, last: root, why: [ability], best: rank(ability) })
    }
  const fitting = [...helpers.values()].filter(({ found }) => found * 2 >= wanted.length)
  return fitting.sort(byFit).map(toHelper)
}

/** How somebody fits; there are thousands, so it is no more than needed. */
interface Fit {
  /** How many of the words speak for them, and the last one that did. */
  found: number
  last: string
  why: Ability[]
  /** The rank of the strongest of what speaks for it. */
  best: number
}

function addTo(fit: Fit, ability: Ability, root: string): void {
  if (fit.last !== root) fit.found++
  fit.last = root
  if (fit.why.includes(ability)) return
  fit.why.push(ability)
  fit.best = Math.min(fit.best, rank(ability))
}

const byFit = (a: Fit, b: Fit): number => b.found - a.found || a.best - b.best

const RANKS = new Map(EVIDENCE_KINDS.map((kind, at) => [kind, at]))

const rank = ({ kind }: Ability): number => RANKS.get(kind)!

function toHelper({ why }: Fit): Helper {
  const all = why.sort((a, b) => rank(a) - rank(b) || descending(a.on ?? '', b.on ?? ''))
  return { who: all[0]!.who, why: all.map(({ kind, text, by, on }) => ({ kind, text, by, on })) }
}

/** Abilities by the roots of their words, and by the parts of those that are put together. */
function indexOf(abilities: Ability[]): (root: string) => Set<Ability> {
  const whole = new Map<string, Ability[]>()
  const parts = new Map<string, string[]>()
  const roots = new Map<string, string[]>()
  for (const ability of abilities) {
    const own = roots.get(ability.text) ?? rootsOf(ability.text)
    roots.set(ability.text, own)
    for (const root of own) {
      const known = whole.get(root)
      if (known) {
        if (known.length < MOST_OF_A_WORD) known.push(ability)
        continue
      }
      whole.set(root, [ability])
      for (const part of new Set(partsOf(root))) parts.set(part, [...(parts.get(part) ?? []), root])
    }
  }
  return (root) =>
    new Set([root, ...(parts.get(root) ?? []), ...partsOf(root)].flatMap((each) => whole.get(each) ?? []))
}
