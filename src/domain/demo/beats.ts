import type { WeightName } from '../favours.ts'
import { SERIES } from './event-beats.ts'

/** What happens at a fixed place in the story: the threads that run through two years. Days are counted back from today. */
export type Beat =
  | { ago: number; who: string[]; line: string; event?: string }
  /** `from`: who had given me what I passed on. */
  | { ago: number; gave: string; what: string; weight: WeightName; from?: string }
  | { ago: number; got: string; what: string; weight: WeightName }
  | { ago: number; pause: string | null; days: number; why: string }
  | { ago: number; letGo: string }
  | { ago: number; snooze: string; days: number }

/** No encounters then: the whole journal rests. */
export const JOURNAL_PAUSE = { ago: 300, days: 28 }

/** An introduction to Oskar leads to an order, that to Imogen, and that to Jasper: three years of patience in two. */
const theChain: Beat[] = [
  {
    ago: 561,
    who: ['Mila Sonnentau'],
    line: 'Kaffee mit Mila Sonnentau im Café Kirschkern. Sie kennt jemanden, der seine Website neu bauen will. bekommen: Kontakt zu Oskar Nebelhorn. versprochen: Arbeitsproben schicken',
  },
  {
    ago: 556,
    who: ['Oskar Nebelhorn'],
    line: 'Erstes Telefonat mit Oskar Nebelhorn. Sympathisch, hat es nicht eilig. gegeben: Rat zur Ausschreibung',
  },
  {
    ago: 505,
    who: ['Oskar Nebelhorn'],
    line: 'Besuch von Oskar Nebelhorn. Die alte Website gemeinsam angeschaut. gegeben: ehrliche Rückmeldung zur Navigation. gelernt: entscheidet nie an einem Montag',
  },
  { ago: 462, got: 'Oskar Nebelhorn', what: 'Auftrag: Relaunch der Website', weight: 'large' },
  {
    ago: 399,
    who: ['Oskar Nebelhorn'],
    line: 'Telefonat mit Oskar Nebelhorn. Die neue Website läuft, alle zufrieden. bekommen: Kontakt zu Imogen Lanternby',
  },
  {
    ago: 394,
    who: ['Imogen Lanternby'],
    line: 'Video call with Imogen Lanternby. No budget, but many questions. gave: an hour of advice on the archive',
  },
  { ago: 322, got: 'Imogen Lanternby', what: 'order: visitor app for the museum', weight: 'large' },
  {
    ago: 201,
    who: ['Imogen Lanternby'],
    line: 'Lunch with Imogen Lanternby at Betonwerk. The app is in the house tour already. got: intro to Jasper Copperkettle',
  },
  {
    ago: 196,
    who: ['Jasper Copperkettle'],
    line: 'Call with Jasper Copperkettle. Wants to see how it feels to work together first. gave: review of the booking form',
  },
  { ago: 122, got: 'Jasper Copperkettle', what: 'order: booking portal', weight: 'large' },
]

/** What goes into the network before anything comes out of it. */
const given: Beat[] = [
  {
    ago: 668,
    who: ['Jonas Wolkenreiter', 'Aylin Kirschblüte'],
    line: 'Mittagessen mit Jonas Wolkenreiter und Aylin Kirschblüte im Betonwerk. Die beiden kannten sich noch nicht. gegeben Jonas Wolkenreiter: Kontakt zu Aylin Kirschblüte',
  },
  {
    ago: 634,
    who: ['Gwen Applethwaite'],
    line: 'Lunch with Gwen Applethwaite at Salon Paprika. New in town, full of plans. gave: intro to Aylin Kirschblüte. learned: builds a cider startup with her daughters',
  },
  { ago: 528, gave: 'Jonas Wolkenreiter', what: 'passed on the festival website', weight: 'large' },
  { ago: 516, gave: 'Tobias Kieselstein', what: 'Klientin aus der Kultur empfohlen', weight: 'medium' },
  {
    ago: 402,
    who: ['Selma Quittengelee'],
    line: 'Kaffee mit Selma Quittengelee. Sucht jemanden für Leichte Sprache. gegeben: Kontakt zu Aylin Kirschblüte',
  },
  { ago: 388, gave: 'Aylin Kirschblüte', what: 'Texte für das Klinikum weitergegeben', weight: 'large' },
  {
    ago: 340,
    who: ['Rufus Quillfeather'],
    line: 'Call with Rufus Quillfeather. Looks for someone who can draw rivers. gave: intro to Mila Sonnentau',
  },
  {
    ago: 262,
    who: ['Dörte Heidekraut'],
    line: 'Spaziergang mit Dörte Heidekraut. Die Werkstatt soll auch Ton aufnehmen. gegeben: Kontakt zu Anna Vogelbeere',
  },
  { ago: 250, gave: 'Tilda Oatcake', what: 'passed on the shop for a bike maker', weight: 'large' },
  {
    ago: 236,
    who: ['Luise Herbstlaub'],
    line: 'Kaffee mit Luise Herbstlaub im Kanalhaus. Das neue Stück braucht Klang. gegeben: Kontakt zu Sören Bärlauch',
  },
  { ago: 176, gave: 'Anna Kornblume', what: 'Umbau der Stiftung empfohlen', weight: 'medium' },
  {
    ago: 148,
    who: ['Xenia Glühwurm'],
    line: 'Feierabendbier mit Xenia Glühwurm im Kiosk Nummer Neun. Das Kino sucht kurze Filme. gegeben: Kontakt zu Greta Silbermond',
  },
  {
    ago: 138,
    who: ['Łucja Rumianek'],
    line: 'Coffee with Łucja Rumianek. Her waiting rooms are wonderful. gave: intro to Selma Quittengelee',
  },
  {
    ago: 117,
    who: ['Nils Wintergarten'],
    line: 'Besuch von Nils Wintergarten. Kisten voller Äpfel, und niemand kocht. gegeben: Kontakt zu Pablo Nusskern',
  },
  {
    ago: 41,
    who: ['Una Driftwood'],
    line: 'Visited Una Driftwood. The studio smells of salt. gave: intro to Imogen Lanternby',
  },
]

const received: Beat[] = [
  {
    ago: 524,
    who: ['Wilhelmina Thistlewood'],
    line: 'Call with Wilhelmina Thistlewood. As kind and sharp as ever. got: intro to Rufus Quillfeather',
  },
  {
    ago: 484,
    who: ['Clara Regenbogen'],
    line: 'Kaffee mit Clara Regenbogen im Café Kirschkern. Sie begleitet gerade ein Team im Wandel. bekommen: Kontakt zu Selma Quittengelee',
  },
  {
    ago: 314,
    who: ['Olga Schneeglöckchen'],
    line: 'Telefonat mit Olga Schneeglöckchen. Sie kennt wirklich alle. bekommen: Kontakt zu Ottilie Fliederbusch',
  },
  {
    ago: 189,
    who: ['Jasper Copperkettle'],
    line: 'Coffee with Jasper Copperkettle at Kanalhaus. Quick decisions, good questions. got: intro to Jette Strandkorb',
  },
  { ago: 92, got: 'Greta Silbermond', what: 'Auftrag: Titel für den Kurzfilm', weight: 'medium' },
  {
    ago: 57,
    got: 'Selma Quittengelee',
    what: 'Auftrag: Texte und Vorlagen für das Intranet',
    weight: 'medium',
  },
]

/** He comes with his pitch deck every now and then. */
const drawnOn: Beat[] = [
  { ago: 588, gave: 'Quentin Marshmallow', what: 'feedback on the pitch deck', weight: 'medium' },
  { ago: 402, gave: 'Quentin Marshmallow', what: 'review of the new pitch deck', weight: 'medium' },
  { ago: 231, gave: 'Quentin Marshmallow', what: 'an hour of advice on dog yoga', weight: 'medium' },
]

/** What one gave goes on to another. */
const passedOn: Beat[] = [
  { ago: 217, got: 'Harriet Pinecrest', what: 'lead: an archive that needs a website', weight: 'medium' },
  {
    ago: 213,
    gave: 'Tilda Oatcake',
    what: 'lead: an archive that needs a website',
    weight: 'medium',
    from: 'Harriet Pinecrest',
  },
  { ago: 112, got: 'Oskar Nebelhorn', what: 'Karten für die Segeltage', weight: 'small' },
  {
    ago: 110,
    gave: 'Kai Dünengras',
    what: 'Karten für die Segeltage',
    weight: 'small',
    from: 'Oskar Nebelhorn',
  },
]

const hardTimesAndEnds: Beat[] = [
  { ago: JOURNAL_PAUSE.ago, pause: null, days: JOURNAL_PAUSE.days, why: 'the little one is here' },
  { ago: 294, got: 'Jonas Wolkenreiter', what: 'stood in for me at the museum, two weeks', weight: 'large' },
  { ago: 288, got: 'Mila Sonnentau', what: 'jeden Freitag Suppe', weight: 'small' },
  {
    ago: 46,
    who: ['Leni Pusteblume'],
    line: 'Spaziergang mit Leni Pusteblume. Noch drei Wochen bis zur Geburt. gelernt: freut sich über Suppe',
  },
  { ago: 40, pause: 'Leni Pusteblume', days: 110, why: 'a newborn' },
  { ago: 150, letGo: 'Viktor Wacholder' },
  { ago: 12, snooze: 'Ulrike Schmetterling', days: 45 },
]

const justNow: Beat[] = [
  {
    ago: 24,
    who: ['Rufus Quillfeather'],
    line: 'Call with Rufus Quillfeather. He raves about the river drawings. got: intro to Hannah Meerrettich. learned: moves the press into a boathouse',
  },
  {
    ago: 16,
    who: ['Priya Marigold'],
    line: 'Video call with Priya Marigold. She maps where beaches wander. gave: intro to Kai Dünengras. gave: feedback on the map',
  },
  {
    ago: 33,
    who: ['Moritz Pfefferkorn'],
    line: 'Kaffee mit Moritz Pfefferkorn. Er hat beim Workshop fotografiert. sie: Fotos vom Workshop schicken bis {-9}',
  },
  {
    ago: 30,
    who: ['Hugo Pebblesworth'],
    line: 'Ran into Hugo Pebblesworth on the tram. After more than a year! His beaver game is out. learned: moves back for good',
  },
  {
    ago: 20,
    who: ['Änne Löwenzahn'],
    line: 'Kaffee mit Änne Löwenzahn im Café Kirschkern. Sie wertet gerade Interviews aus. versprochen: Interviewnotizen schicken bis {-5}',
  },
  {
    ago: 12,
    who: ['Imogen Lanternby'],
    line: 'Call with Imogen Lanternby. Spring opening, the archive goes online. todo: send the estimate by {+2}. learned: the board loves the app',
  },
  {
    ago: 6,
    who: ['Mila Sonnentau'],
    line: 'Kaffee mit Mila Sonnentau im Café Kirschkern. Das Kinderbuch ist beim Drucker. versprochen: zur Buchpremiere Leute einladen bis {+9}. gelernt: braucht für die Premiere einen Raum #buch',
  },
  {
    ago: 3,
    who: ['Gwen Applethwaite'],
    line: 'Lunch with Gwen Applethwaite at Salon Paprika. The tasting room opens in spring. they: send the floor plan by {+4}. learned: looks for a sign painter #startup',
  },
]

const atEvents: Beat[] = Object.entries(SERIES).flatMap(([event, { visits }]) =>
  visits.map(({ ago, who, line }) => ({ ago, who, line, event })),
)

export const BEATS: readonly Beat[] = [
  ...theChain,
  ...given,
  ...received,
  ...drawnOn,
  ...passedOn,
  ...atEvents,
  ...hardTimesAndEnds,
  ...justNow,
]
