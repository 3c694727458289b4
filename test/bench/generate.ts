import { addDays, type CivilDate } from '../../src/domain/dates.ts'
import { fold, nameWords } from '../../src/domain/names.ts'
import { connect } from '../../src/store/database.ts'
import { listMigrations } from '../../src/store/migrate.ts'
import { openToWrite } from '../../src/store/open.ts'
import { type Chance, createChance } from './chance.ts'
import { addNetwork } from './generate-network.ts'
import { DAYS, type Favours, type Insert, insertInto, LAST_DAY, list, uid } from './rows.ts'

export { LAST_DAY }

export interface Size {
  contacts: number
  encounters: number
}

const FIRST =
  list(`Ada, Ben, Carla, David, Elif, Finn, Greta, Hugo, Ida, Jonas, Klara, Lin, Mira, Nils, Olga, Paul, Quinn, Rosa, Sami,
  Tara, Uwe, Vera, Wim, Xenia, Yusuf, Zoë, Anna, Björn, Cem, Dörte, Emil, Freya, Gül, Hannes, Inès, Jürgen, Kaya, Łukasz, Maja, Noor`)
const LAST =
  list(`Adler, Becker, Costa, Dietz, Engel, Fischer, Grün, Hopper, Ivanova, Jansen, Krüger, Lovelace, Moreno, Nowak, Okafor,
  Peters, Quast, Richter, Schäfer, Tanaka, Ulrich, Vogel, Weiß, Yıldız, Zhang, Brandt, Conrad, Dubois, Ernst, Falk`)
const PLACES = list('Betahaus, Café Central, the station, Hallesches Haus, the library, St. Oberholz')
const CITIES = list('Berlin, Lisbon, Hamburg, Leipzig, Wien, Zürich, London, Porto, Köln, Łódź')
const ORGS = Array.from(
  { length: 300 },
  (_, at) => `${LAST[at % LAST.length]} ${['Labs', 'GmbH', '& Co'][at % 3]} ${at}`,
)
const ROLES =
  list(`designer, UX researcher, founder, CTO, journalist, notary, translator, illustrator, analyst, carpenter, lawyer, tax adviser,
  teacher, sound engineer, photographer, project lead, recruiter, product manager, editor, bookseller, nurse, architect, baker, chemist,
  data engineer, event manager, florist, gardener, historian, interpreter, librarian, musician, optician, physicist, potter, surveyor`)
const KINDS = list('coffee, meal, drink, call, video, mail, chat, visit, walk, event, meeting')
const TOPICS =
  list(`the grant, a new office in Lisbon, her conference talk, hiring designers, moving house, the roadmap, pricing of the
  workshop, their podcast, a bakery that closed, open source, the marathon in spring`)
const FAVOURS = list(
  'intro to a designer, feedback on the talk, tip on the grant, a place to work, passed on a lead',
)
const CIRCLES = { close: 30, colleagues: 60, founders: 90, alumni: 365 }

/**
 * Makes a journal of a given size, the same one for the same seed. It is written past the program, in one transaction and
 * without a history: by its own commands it would take hours.
 */
export function generateJournal(file: string, migrations: string, size: Size, seed = 1): void {
  openToWrite(file, listMigrations(migrations)).db.close()
  const db = connect(file)
  const insert = insertInto(db)
  const chance = createChance(seed)
  db.exec('BEGIN')
  addContacts(insert, chance, size.contacts)
  const favours = addEncounters(insert, chance, size)
  addNetwork(insert, chance, size.contacts, favours)
  db.exec('COMMIT')
  db.close()
}

function nameOf(serial: number): string {
  const first = FIRST[serial % FIRST.length]!
  const rest = Math.floor(serial / FIRST.length)
  const married = LAST[Math.floor(rest / LAST.length)]
  return rest < LAST.length ? `${first} ${LAST[rest]}` : `${first} ${married}-${LAST[rest % LAST.length]}`
}

function addContacts(insert: Insert, chance: Chance, count: number): void {
  const circles = Object.entries(CIRCLES).map(([name, cadence]) =>
    insert('circle', uid(), name, name, cadence),
  )
  for (let serial = 0; serial < count; serial++) {
    const name = nameOf(serial)
    const id = insert(
      'contact',
      uid(),
      name,
      fold(name),
      chance.oneIn(2) ? chance.one(ORGS) : null,
      chance.oneIn(2) ? chance.one(ROLES) : null,
      chance.one(CITIES),
      addDays(LAST_DAY, -chance.below(DAYS)),
    )
    for (const word of nameWords(name)) insert('name_word', word, id)
    insert('search_text', 'contact', id, fold(name))
    if (chance.oneIn(3)) insert('circle_member', chance.one(circles), id)
    if (chance.oneIn(5)) insert('contact_tag', id, 'startup', 'startup')
    if (chance.oneIn(4))
      insert('special_date', uid(), id, 'birthday', `--${addDays(LAST_DAY, chance.below(365)).slice(5)}`)
    if (chance.oneIn(50))
      insert('pause', uid(), id, addDays(LAST_DAY, -chance.below(400)), addDays(LAST_DAY, chance.below(60)))
  }
}

function addEncounters(insert: Insert, chance: Chance, { contacts, encounters }: Size): Favours {
  const favours: Favours = { gave: [], got: [] }
  // Some are met often and most seldom.
  const anyone = () => 1 + Math.floor(chance.number() ** 2 * contacts)
  for (let serial = 0; serial < encounters; serial++) {
    const on = addDays(LAST_DAY, Math.floor((serial / encounters - 1) * DAYS) + 1)
    const text = `Talked about ${chance.one(TOPICS)} and ${chance.one(TOPICS)}.`
    const id = insert('encounter', uid(), on, chance.one(KINDS), chance.one(PLACES), text, null)
    insert('search_text', 'encounter', id, fold(text))
    const person = anyone()
    for (const met of new Set([person, chance.oneIn(3) ? anyone() : person]))
      insert('encounter_contact', met, on, id)
    if (chance.oneIn(3)) addFavour(insert, chance, id, person, on, favours)
    if (chance.oneIn(10)) addPromise(insert, chance, id, person, on)
    if (chance.oneIn(8)) addFact(insert, chance.one(TOPICS), id, person, on)
  }
  return favours
}

function addFact(insert: Insert, what: string, encounter: number, person: number, on: CivilDate): void {
  const id = insert('fact', uid(), encounter, what, on)
  insert('fact_contact', person, id)
  insert('search_text', 'fact', id, fold(what))
}

function addFavour(
  insert: Insert,
  chance: Chance,
  encounter: number,
  person: number,
  on: CivilDate,
  favours: Favours,
): void {
  const what = chance.one(FAVOURS)
  const direction = chance.one(['gave', 'got'] as const)
  const id = insert('favour', uid(), encounter, direction, what, 'advice', chance.one([1, 3, 9]), on)
  favours[direction].push(id)
  insert('favour_contact', person, id)
  insert('search_text', 'favour', id, fold(what))
}

function addPromise(insert: Insert, chance: Chance, encounter: number, person: number, on: CivilDate): void {
  const done = addDays(on, chance.below(30))
  const closing = done > LAST_DAY || chance.oneIn(20) ? [null, null] : [done, 1]
  const due = addDays(on, 7 + chance.below(14))
  const id = insert(
    'follow_up',
    uid(),
    encounter,
    chance.one(['mine', 'theirs']),
    'send the slides',
    on,
    due,
    ...closing,
  )
  insert('follow_up_contact', person, id)
  insert('search_text', 'follow-up', id, 'send the slides')
}
