import { addDays, type CivilDate, daysBetween, weekdayOf } from '../dates.ts'
import type { EncounterKind } from '../entry/entry.ts'
import type { Promiser } from '../promises.ts'
import { BEATS } from './beats.ts'
import { CAST, type DemoPerson } from './cast.ts'
import type { Meeting } from './meetings.ts'
import { PHRASES, type Phrases, PLACES } from './phrases.ts'
import { type Chance, dealer } from './random.ts'

/** An encounter as somebody would type it. */
export interface Told {
  line: string
  kind: EncounterKind
  place: string | null
  /** What was promised in it, in the order of the line. */
  promises: { due: CivilDate | null }[]
}

type Language = 'en' | 'de'
const WEEKDAYS: Record<Language, string[]> = {
  en: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  de: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
}
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** "by friday", "bis 3.11.": how a day to come is written on a day. */
export function byDay(day: CivilDate, written: CivilDate, language: Language): string {
  const ahead = daysBetween(written, day)
  const [, month, date] = day.split('-').map(Number) as [number, number, number]
  if (ahead > 1 && ahead < 6)
    return `${language === 'en' ? 'by' : 'bis'} ${WEEKDAYS[language][weekdayOf(day) - 1]}`
  return language === 'en' ? `by ${date} ${MONTHS[month - 1]}` : `bis ${date}.${month}.`
}

const firstName = (name: string) => name.split(' ')[0]!
const isOnlyOne = (first: string) => CAST.filter(({ name }) => firstName(name) === first).length === 1

/**
 * Tells meetings one after the other, first to last: nothing is said twice in a row, people are called by their first
 * names once they are known, and early on much more is given than got.
 */
export function narrator(today: CivilDate, luck: Chance) {
  const packs = { en: packsOf(PHRASES.en, luck), de: packsOf(PHRASES.de, luck) }
  const place = dealer(PLACES, luck)
  const told = new Map<DemoPerson, number>()
  const favours = new Map(CAST.map((person) => [person, scriptedFavours(person.name)]))

  function called(person: DemoPerson): string {
    const first = firstName(person.name)
    return told.has(person) && isOnlyOne(first) && luck.percent(60) ? first : person.name
  }

  /** Which way a favour goes, if any: nobody is only drawn on by chance. */
  function directionFor(person: DemoPerson, ago: number): 'gave' | 'got' | undefined {
    const before = favours.get(person)!
    if (person.favours === 'none') return undefined
    if (!luck.percent(person.favours ? 80 : 34)) return undefined
    const share = ago > 470 ? 84 : ago > 200 ? 60 : 64
    const byChance = luck.percent(share) ? 'gave' : 'got'
    const balanced = before.gave - before.got > 1 ? 'got' : before.got > before.gave ? 'gave' : byChance
    const direction = person.favours ?? balanced
    before[direction]++
    return direction
  }

  function promiseIn(
    language: Language,
    on: CivilDate,
    whose: Promiser,
  ): { text: string; due: CivilDate | null } {
    const what = packs[language][whose]()
    if (luck.percent(20)) return { text: what, due: null }
    const due = addDays(on, luck.between(2, 14))
    return { text: `${what} ${byDay(due, on, language)}`, due }
  }

  return function tell({ ago, people, round }: Meeting): Told {
    const on = addDays(today, -ago)
    const [person] = people as [DemoPerson]
    const language = person.in
    const { headings, and } = PHRASES[language]
    const pack = packs[language]
    const alone = people.length === 1
    const [kind, opening] = round ? ROUND[language] : pack.opening()
    const at = opening.includes('{place}') ? (round ? ROUND_PLACE : place()) : null
    const names = people.map(called)
    const who = names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`
    const sentences = [`${opening.replace('{who}', who).replace('{place}', at ?? '')}.`]
    if (luck.percent(alone ? 45 : 10))
      sentences.push(pack.cares().replace('{care}', luck.oneOf(person.cares)).replace('{first}', names[0]!))
    if (sentences.length < 2 || luck.percent(35)) sentences.push(pack.talk())

    const direction = directionFor(person, ago)
    const addressee = alone ? '' : ` ${person.name}`
    if (direction) sentences.push(`${headings[direction]}${addressee}: ${pack[direction]()}.`)
    const promises: Told['promises'] = []
    for (const [whose, heading, often] of [
      ['mine', headings.todo, 20],
      ['theirs', headings.they, 9],
    ] as const) {
      if (!luck.percent(often) || person.favours) continue
      const { text, due } = promiseIn(language, on, whose)
      sentences.push(`${heading}${addressee}: ${text}${text.endsWith('.') ? '' : '.'}`)
      promises.push({ due })
    }
    const learned = told.get(person) ?? 0
    const fact = person.facts[learned]
    if (fact && luck.percent(55)) {
      sentences.push(`${headings.learned}${addressee}: ${fact}.`)
      told.set(person, learned + 1)
    }
    for (const each of people) if (!told.has(each)) told.set(each, 0)
    const tag = person.tags?.[0]
    if (tag && luck.percent(14)) sentences.push(`#${tag}`)
    return { line: sentences.join(' '), kind, place: at, promises }
  }
}

/** How often each way the threads of the story go with somebody. */
function scriptedFavours(name: string): { gave: number; got: number } {
  const count = (heading: RegExp, way: 'gave' | 'got') =>
    BEATS.filter((beat) =>
      'line' in beat
        ? beat.who[0] === name && heading.test(beat.line)
        : way in beat && Object.values(beat).includes(name),
    ).length
  return { gave: count(/(gave|gegeben)[^.]*:/, 'gave'), got: count(/(got|bekommen)[^.]*:/, 'got') }
}

const ROUND_PLACE = 'Gasthaus Elsterblick'
const ROUND: Record<Language, [EncounterKind, string]> = {
  en: ['event', 'Meetup of the freelancers at {place} with {who}'],
  de: ['event', 'Stammtisch im {place} mit {who}'],
}

function packsOf(phrases: Phrases, luck: Chance) {
  return {
    opening: dealer(phrases.openings, luck),
    talk: dealer(phrases.talk, luck),
    cares: dealer(phrases.cares, luck),
    gave: dealer(phrases.gave, luck),
    got: dealer(phrases.got, luck),
    mine: dealer(phrases.mine, luck),
    theirs: dealer(phrases.theirs, luck),
  }
}
