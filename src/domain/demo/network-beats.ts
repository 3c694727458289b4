import type { Stage } from '../stages.ts'

/** What the journal's owner notes of the network itself, beside meetings. Days are counted back from today. */
export type NetworkBeat =
  | { ago: number; tie: [string, string]; since?: string }
  | { ago: number; introduce: [string, string]; purpose: string; by?: string; offered?: true }
  /** The course of an introduction: of two by me, or (`by`) of one to me. */
  | { ago: number; agree: string; between: [string, string] }
  | { ago: number; result: string; between: [string] | [string, string]; by?: string }
  | { ago: number; thank: string; for: string }
  /** Without `whom` it is for the owner of the journal. */
  | { ago: number; vouch: string; whom?: string; topic?: string; story?: string }
  /** `who` null: the owner of the journal. */
  | { ago: number; offer: string; who: string | null }
  | { ago: number; need: string; who: string | null }
  | { ago: number; stage: Stage; who: string }
  | DemoOutcome

export interface DemoOutcome {
  ago: number
  outcome: string
  /** Minor units. */
  value: number | null
  currency: string
  via?: string
  customer?: string
  /** Work that came another way. */
  elsewhere?: true
}

// biome-ignore format: a list
const ties: NetworkBeat[] = [
  { ago: 708, tie: ['Jonas Wolkenreiter', 'Mila Sonnentau'], since: '2016' },
  { ago: 699, tie: ['Björn Eisvogel', 'Käthe Blumenkohl'], since: '2012' },
  { ago: 699, tie: ['Björn Eisvogel', 'Jonas Wolkenreiter'], since: '2013' },
  { ago: 699, tie: ['Käthe Blumenkohl', 'Viktor Wacholder'] },
  { ago: 640, tie: ['Henrik Tannenzapf', 'Silas Bramblewick'] },
  { ago: 640, tie: ['Henrik Tannenzapf', 'Lotte Kranich'] },
  { ago: 630, tie: ['Lotte Kranich', 'Konrad Zwiebelring'] },
  { ago: 605, tie: ['Sören Bärlauch', 'Mila Sonnentau'] },
  { ago: 605, tie: ['Sören Bärlauch', 'Dörte Heidekraut'] },
  { ago: 602, tie: ['Caspar Windmühl', 'Finn Leuchtturm'] },
  { ago: 598, tie: ['Friederike Apfelstrudel', 'Matteo Zitronenbaum'] },
  { ago: 550, tie: ['Änne Löwenzahn', 'Clara Regenbogen'] },
  { ago: 541, tie: ['Clara Regenbogen', 'Tobias Kieselstein'] },
  { ago: 440, tie: ['Emil Hollerbusch', 'Caspar Windmühl'] },
  { ago: 432, tie: ['Gwen Applethwaite', 'Zoë Lavendel'] },
  { ago: 421, tie: ['Zoë Lavendel', 'Olga Schneeglöckchen'] },
  { ago: 385, tie: ['Tobias Kieselstein', 'Ivo Brombeer'] },
  { ago: 345, tie: ['Emil Hollerbusch', 'Greta Silbermond'] },
  { ago: 265, tie: ['Rosa Hagebutte', 'Pablo Nusskern'] },
  { ago: 260, tie: ['Luise Herbstlaub', 'Dörte Heidekraut'] },
  { ago: 228, tie: ['Luise Herbstlaub', 'Xenia Glühwurm'] },
  { ago: 159, tie: ['Ivo Brombeer', 'Edda Federkiel'], since: '2011' },
  { ago: 128, tie: ['Ronja Steinpilz', 'Pablo Nusskern'] },
  { ago: 120, tie: ['Ronja Steinpilz', 'Matteo Zitronenbaum'] },
]

// biome-ignore format: a list
const introductions: NetworkBeat[] = [
  { ago: 601, result: 'schreiben und bauen seither zusammen', between: ['Jonas Wolkenreiter', 'Aylin Kirschblüte'] },
  { ago: 540, thank: 'Mila Sonnentau', for: 'Oskar Nebelhorn' },
  { ago: 462, result: 'the relaunch of the website', between: ['Oskar Nebelhorn'], by: 'Mila Sonnentau' },
  { ago: 390, thank: 'Oskar Nebelhorn', for: 'Imogen Lanternby' },
  { ago: 330, result: 'a series of river maps', between: ['Rufus Quillfeather', 'Mila Sonnentau'] },
  { ago: 168, introduce: ['Benno Tintenfass', 'Łucja Rumianek'], purpose: 'bound booklets for waiting rooms', by: 'Silas Bramblewick' },
  { ago: 108, thank: 'Imogen Lanternby', for: 'Jasper Copperkettle' },
  { ago: 70, introduce: ['Theo Bachforelle', 'Yusuf Feigenblatt'], purpose: 'Wärme für das Holzhochhaus' },
  { ago: 11, introduce: ['Percy Gooseberry', 'Malte Rückenwind'], purpose: 'steel frames for Velowerk', offered: true },
  { ago: 9, agree: 'Percy Gooseberry', between: ['Percy Gooseberry', 'Malte Rückenwind'] },
]

// biome-ignore format: a list
const endorsements: NetworkBeat[] = [
  { ago: 520, vouch: 'Jonas Wolkenreiter', whom: 'Tilda Oatcake', topic: 'fast websites' },
  { ago: 418, vouch: 'Clara Regenbogen', whom: 'Änne Löwenzahn', topic: 'UX research' },
  { ago: 384, vouch: 'Oskar Nebelhorn', story: 'Told his museum friends how calm the relaunch was, and that the date held' },
  { ago: 311, vouch: 'Priya Marigold', whom: 'Tilda Oatcake', topic: 'websites that need no care' },
  { ago: 209, vouch: 'Selma Quittengelee', whom: 'Änne Löwenzahn', topic: 'UX research in clinics' },
  { ago: 200, vouch: 'Imogen Lanternby', story: 'Showed the app on her phone at dinner and said: ask whoever made this' },
  { ago: 178, vouch: 'Dörte Heidekraut', whom: 'Anna Vogelbeere', topic: 'Podcasts' },
  { ago: 88, vouch: 'Clara Regenbogen', story: 'Erzählt in jedem Workshop, wie ich erst zugehört und dann gezeichnet habe' },
  { ago: 32, vouch: 'Jasper Copperkettle', story: 'Wrote to his whole association that the portal paid for itself in one summer' },
]

// biome-ignore format: a list
const offersAndNeeds: NetworkBeat[] = [
  { ago: 690, offer: 'websites for culture', who: null },
  { ago: 515, offer: 'small, fast websites', who: 'Tilda Oatcake' },
  { ago: 470, need: 'a photographer', who: null },
  { ago: 469, need: 'somebody who knows patents', who: null },
  { ago: 441, offer: 'documentary films', who: 'Emil Hollerbusch' },
  { ago: 425, offer: 'Podcasts schneiden', who: 'Anna Vogelbeere' },
  { ago: 390, offer: 'Verträge für Freie', who: 'Ivo Brombeer' },
  { ago: 352, need: 'jemand für die Titel', who: 'Greta Silbermond' },
  { ago: 245, need: 'somebody who mends cameras', who: null },
  { ago: 190, offer: 'talks on type design', who: 'Silas Bramblewick' },
  { ago: 170, offer: 'interviews with patients', who: 'Änne Löwenzahn' },
  { ago: 140, need: 'interviews with patients and nurses', who: 'Łucja Rumianek' },
  { ago: 81, need: 'Räume für ein zweites Lokal', who: 'Veit Kümmel' },
  { ago: 60, need: 'jemanden, der Podcasts schneidet', who: 'Dörte Heidekraut' },
  { ago: 36, need: 'talks on type and design', who: 'Celia Moonbridge' },
  { ago: 21, offer: 'a first look at booking portals', who: null },
]

/** Six orders through the network, one in another currency and one without an amount; two that came another way. */
// biome-ignore format: a list
const results: NetworkBeat[] = [
  { ago: 592, outcome: 'Wartung für eine Zahnarztpraxis', value: 120_000, currency: 'EUR', elsewhere: true },
  { ago: 505, stage: 'interested', who: 'Oskar Nebelhorn' },
  { ago: 462, outcome: 'Relaunch der Website', value: 850_000, currency: 'EUR', via: 'Mila Sonnentau', customer: 'Oskar Nebelhorn' },
  { ago: 462, stage: 'customer', who: 'Oskar Nebelhorn' },
  { ago: 399, stage: 'recommender', who: 'Oskar Nebelhorn' },
  { ago: 394, stage: 'interested', who: 'Imogen Lanternby' },
  { ago: 322, outcome: 'Visitor app for the museum', value: 1_240_000, currency: 'EUR', via: 'Oskar Nebelhorn', customer: 'Imogen Lanternby' },
  { ago: 322, stage: 'customer', who: 'Imogen Lanternby' },
  { ago: 286, outcome: 'Licence for the drinking fountain map', value: 90_000, currency: 'EUR', customer: 'Priya Marigold' },
  { ago: 238, outcome: 'Shop for a tea merchant', value: 260_000, currency: 'EUR', elsewhere: true },
  { ago: 201, stage: 'recommender', who: 'Imogen Lanternby' },
  { ago: 196, stage: 'interested', who: 'Jasper Copperkettle' },
  { ago: 151, outcome: 'Workshop in Zürich', value: 420_000, currency: 'CHF', customer: 'Harriet Pinecrest' },
  { ago: 122, outcome: 'Booking portal', value: 960_000, currency: 'EUR', via: 'Imogen Lanternby', customer: 'Jasper Copperkettle' },
  { ago: 122, stage: 'customer', who: 'Jasper Copperkettle' },
  { ago: 92, outcome: 'Titel für den Kurzfilm', value: 180_000, currency: 'EUR', customer: 'Greta Silbermond' },
  { ago: 57, outcome: 'Texte und Vorlagen für das Intranet', value: 320_000, currency: 'EUR', via: 'Clara Regenbogen', customer: 'Selma Quittengelee' },
  { ago: 57, stage: 'customer', who: 'Selma Quittengelee' },
  { ago: 48, stage: 'interested', who: 'Jette Strandkorb' },
  { ago: 20, outcome: 'Lehrauftrag im Sommersemester', value: null, currency: 'EUR', via: 'Lotte Kranich' },
]

export const NETWORK_BEATS: readonly NetworkBeat[] = [
  ...ties,
  ...introductions,
  ...endorsements,
  ...offersAndNeeds,
  ...results,
]
