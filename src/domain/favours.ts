/** A favour goes one of two ways: what I gave, what I got. */
export type FavourDirection = 'gave' | 'got'

/** How much a favour weighs in the balance of the network. */
export type WeightName = 'small' | 'medium' | 'large'
export const WEIGHTS: Record<WeightName, number> = { small: 1, medium: 3, large: 9 }

/** What a favour was about, for the report. */
export const FAVOUR_KINDS = ['introduction', 'work', 'advice', 'feedback', 'invitation', 'help'] as const
export type FavourKind = (typeof FAVOUR_KINDS)[number]

/** First match wins: "intro for a job" is an introduction. English and German, in small letters, as whole words or beginnings of them. */
const SIGNS: [FavourKind, RegExp][] = [
  ['introduction', /(?<![a-zà-ɏ])(intro|introduc|vorgestellt|bekannt gemacht|vermittel|kontakt(?![a-zà-ɏ]))/],
  [
    'work',
    /(?<![a-zà-ɏ])(job|lead|order|referr|project|client|customer|contract|auftrag|aufträge|projekt|kund|empfehl|recommend)/,
  ],
  ['feedback', /(?<![a-zà-ɏ])(feedback|review|proofread|rückmeldung|korrektur|gegengelesen)/],
  [
    'advice',
    /(?<![a-zà-ɏ])(tips?(?![a-zà-ɏ])|tipp|advice|advis|hint|hinweis|rat(?![a-zà-ɏ])|ratschlag|mentor)/,
  ],
  ['invitation', /(?<![a-zà-ɏ])(invit|einladung|eingeladen|ticket|lunch|dinner|coffee|kaffee|mittagessen)/],
]

/** The kind a favour's words suggest; `help` where they suggest none. */
export const favourKind = (what: string): FavourKind =>
  SIGNS.find(([, sign]) => sign.test(what.toLowerCase()))?.[0] ?? 'help'
