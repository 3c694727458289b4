import type { EncounterKind } from './entry.ts'
import { ENCOUNTER_KINDS } from './entry.ts'
import type { Token } from './tokens.ts'
import { isCapital } from './tokens.ts'
import { INTO, isRole, NOT_THERE } from './words.ts'

/** The words that tell how people met; the longer German ones are known by their beginnings. */
const WORDS: Record<EncounterKind, string> = {
  coffee: 'coffee coffees coffe cofee espresso cappuccino latte tea tee cuppa kaffee kaffees kaffe kafee',
  meal: 'lunch lunches lunched dinner dined breakfast brunch supper meal ate eat mittagessen mittag frühstück abendessen abendbrot essen gegessen brotzeit pizza',
  drink:
    'beer beers drink drinks wine pint pints pub cocktail cocktails bar bier biere bierchen wein feierabendbier glühwein sekt trinken getrunken',
  call: 'call calls called phone phoned phonecall rang telefonat telefoniert telefonierte anruf angerufen telefon rief tel tel.',
  video: 'video videocall videoanruf videotelefonat zoom facetime skype videokonferenz',
  mail: 'mail mails mailed email emails emailed e-mail e-mails gemailt letter brief postkarte postcard',
  chat: 'chat chatted chats whatsapp slack discord dm dms signal telegram threema sms texted messaged gechattet',
  visit: 'visit visited visiting besuch besucht besuchte',
  walk: 'walk walked hike hiked stroll spaziergang spazieren spaziert wanderung gewandert wandern',
  event:
    'meetup meetups conference konferenz messe event barcamp workshop stammtisch vernissage hackathon unconference convention',
  meeting: 'meeting treffen besprechung termin gespräch',
}
const KIND_OF = new Map(
  Object.entries(WORDS).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word, kind as EncounterKind] as const),
  ),
)
const COMPOUNDS: [RegExp, EncounterKind][] = [
  [/^kaffee/, 'coffee'],
  [/^(?:mittag|abend|früh)(?:s|essen|stück)/, 'meal'],
  [/^bier/, 'drink'],
  [/^video/, 'video'],
  [/^telefon/, 'call'],
  [/^(?:zoom|teams)-|videocall$/, 'video'],
  [/-call$|^tel[ck]o$/, 'call'],
  [/-mail$/, 'mail'],
  [/nachricht$/, 'chat'],
  [/besuch$/, 'visit'],
  [/bier$/, 'drink'],
  [/(?:geschäfts|weihnachts|arbeits|team)essen$/, 'meal'],
  [/(?:konferenz|messe|meetup|stammtisch)$/, 'event'],
  [/frühstück$/, 'meal'],
]
/** "Teams" is one only as a name; "video call" is a video, "conference call" a call. */
const BEFORE_CALL: Record<string, EncounterKind> = {
  video: 'video',
  zoom: 'video',
  teams: 'video',
  conference: 'call',
  phone: 'call',
}

/** A picture in place of the word. */
const PICTURES: [RegExp, EncounterKind][] = [
  [/^(?:☕|🍵)/u, 'coffee'],
  [/^(?:🍕|🍽|🍴|🍝|🥗|🍔|🍜|🍣|🥐)/u, 'meal'],
  [/^(?:🍺|🍻|🍷|🥂|🍸|🍹)/u, 'drink'],
  [/^(?:📞|☎|📱)/u, 'call'],
  [/^(?:📧|✉|📩)/u, 'mail'],
  [/^💬/u, 'chat'],
  [/^🚶/u, 'walk'],
]

const FIRST_WORDS = 8
/** "Julia vom Meetup angerufen" */
const saysWhence = (word: string) => INTO.has(word) || word === 'vom' || word === 'from'

/** How people met, by the first words of a sentence; `undefined` when they do not tell. `skip` says which words are names or dates. */
export function kindOf(tokens: Token[], skip: (at: number) => boolean): EncounterKind | undefined {
  let seen = 0
  for (let at = 0; at < tokens.length && seen < FIRST_WORDS; at++) {
    const token = tokens[at]!
    if (NOT_THERE.has(token.lower) && at > 0) return undefined
    if (skip(at)) continue
    if (token.kind === 'break' && token.text !== ':') return undefined
    const pictured = token.kind === 'emoji' && PICTURES.find(([form]) => form.test(token.text))
    if (pictured) return pictured[1]
    if (token.kind !== 'word') continue
    seen++
    const before = tokens[at - 1]
    if (before && saysWhence(before.lower) && isCapital(token)) continue
    if (before && token.lower === 'called' && isRole(before.lower)) continue
    const kind = kindOfWord(token, tokens[at + 1])
    if (kind) return kind
  }
  return undefined
}

function kindOfWord(token: Token, next: Token | undefined): EncounterKind | undefined {
  if (next && /^(?:call|calls|anruf)$/.test(next.lower) && BEFORE_CALL[token.lower])
    return BEFORE_CALL[token.lower]
  if (token.text === 'Teams') return 'video'
  return kindOfName(token.lower)
}

const kindOfName = (word: string): EncounterKind | undefined =>
  KIND_OF.get(word) ?? COMPOUNDS.find(([form]) => form.test(word))?.[1]

/** A kind as a flag gives it: by its own name or by any word for it; `undefined` for anything else. */
export function readKind(word: string): EncounterKind | undefined {
  const lower = word.trim().toLowerCase()
  return ENCOUNTER_KINDS.find((kind) => kind === lower) ?? kindOfName(lower)
}
