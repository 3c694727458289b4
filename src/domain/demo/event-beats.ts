/** What recurs: everybody knows it by its name, and goes there again or not. */
export interface DemoSeries {
  format: string
  place: string
  /** Minor units of euros. */
  cost: number | null
  hours: number
  /** What follows an event's name in the journal. */
  visits: DemoVisit[]
}

export interface DemoVisit {
  ago: number
  who: string[]
  line: string
  /** Contacts that matter, something learned, fun: the answers to the three questions. Not yet reviewed without them. */
  review?: [contacts: boolean, insight: boolean, fun: boolean, note?: string]
}

const [yes, no] = [true, false]

export const SERIES: Record<string, DemoSeries> = {
  Netzwerkfrühstück: {
    format: 'breakfast',
    place: 'Café Kirschkern',
    cost: 1500,
    hours: 2,
    visits: [
      {
        ago: 661,
        who: ['Änne Löwenzahn'],
        line: 'Netzwerkfrühstück mit Änne Löwenzahn. Zwölf Leute an einem Tisch, und alle erzählen.',
        review: [yes, yes, yes],
      },
      {
        ago: 566,
        who: ['Clara Regenbogen', 'Tilda Oatcake'],
        line: 'Netzwerkfrühstück mit Clara Regenbogen und Tilda Oatcake. Offene Worte über Preise.',
        review: [yes, no, yes],
      },
      {
        ago: 413,
        who: ['Gustav Laubfrosch', 'Clara Regenbogen'],
        line: 'Netzwerkfrühstück mit Gustav Laubfrosch und Clara Regenbogen. Frösche, Fusionen und gutes Brot.',
        review: [no, no, yes],
      },
      {
        ago: 247,
        who: ['Xenia Glühwurm', 'Luise Herbstlaub'],
        line: 'Netzwerkfrühstück mit Xenia Glühwurm und Luise Herbstlaub. Kultur an einem langen Tisch.',
        review: [yes, no, yes],
      },
      {
        ago: 145,
        who: ['Ronja Steinpilz', 'Änne Löwenzahn'],
        line: 'Netzwerkfrühstück mit Ronja Steinpilz und Änne Löwenzahn. Ein Rührei für alle.',
        review: [no, yes, yes],
      },
      {
        ago: 82,
        who: ['Wanda Sauerampfer', 'Veit Kümmel'],
        line: 'Netzwerkfrühstück mit Wanda Sauerampfer und Veit Kümmel. Honig für alle.',
        review: [yes, no, yes],
      },
    ],
  },
  Gestaltungstage: {
    format: 'conference',
    place: 'Werk Zwei',
    cost: 29_000,
    hours: 14,
    visits: [
      {
        ago: 382,
        who: ['Celia Moonbridge', 'Greta Silbermond'],
        line: 'Gestaltungstage mit Celia Moonbridge und Greta Silbermond. Die besten Gespräche in der Kaffeeschlange.',
        review: [yes, yes, yes, 'The queue for coffee was the best talk'],
      },
      {
        ago: 5,
        who: ['Silas Bramblewick', 'Łucja Rumianek'],
        line: 'Gestaltungstage with Silas Bramblewick and Łucja Rumianek. Two days of type and waiting rooms.',
      },
    ],
  },
  Gründerabend: {
    format: 'pitch night',
    place: 'Halle Nord',
    cost: 2000,
    hours: 3,
    visits: [
      {
        ago: 612,
        who: ['Quentin Marshmallow'],
        line: 'Gründerabend, met Quentin Marshmallow. Twelve pitches, one question each.',
        review: [no, no, no],
      },
      {
        ago: 321,
        who: ['Nora Seebernstein'],
        line: 'Gründerabend mit Nora Seebernstein. Laut, und niemand fragt nach.',
        review: [no, no, no],
      },
      {
        ago: 205,
        who: ['Percy Gooseberry'],
        line: 'Gründerabend with Percy Gooseberry. Both wondered why we came.',
        review: [no, no, no, 'Mostly pitches at the bar'],
      },
    ],
  },
}

/** The next breakfast, and who said they would come. */
export const TO_COME = {
  series: 'Netzwerkfrühstück',
  inDays: 9,
  guests: ['Clara Regenbogen', 'Xenia Glühwurm', 'Wanda Sauerampfer', 'Zoë Lavendel'],
}

export const ROUND_SERIES = {
  name: 'Freelancer round',
  format: 'Stammtisch',
  hours: 3,
  /** What the owner of the journal says of one after the other, again and again. */
  reviews: [
    [no, yes, yes],
    [no, no, yes],
    [yes, no, yes],
    [no, no, yes],
  ] as const,
}
