/** A favour goes one of two ways: what I gave, what I got. */
export type FavourDirection = 'gave' | 'got'

/** How much a favour weighs in the balance of the network. */
export type WeightName = 'small' | 'medium' | 'large'
export const WEIGHTS: Record<WeightName, number> = { small: 1, medium: 3, large: 9 }

/** What a favour was about, for the report. */
export const FAVOUR_KINDS = ['introduction', 'work', 'advice', 'feedback', 'invitation', 'help'] as const
export type FavourKind = (typeof FAVOUR_KINDS)[number]

/** First match wins: "intro for a job" is an introduction. English and German, as whole words or beginnings of them. */
const SIGNS: [FavourKind, RegExp][] = [
  ['introduction', /(?<!\p{L})(intro|introduc|vorgestellt|bekannt gemacht|vermittel|kontakt(?!\p{L}))/iu],
  [
    'work',
    /(?<!\p{L})(job|lead|order|referr|project|client|customer|contract|auftrag|aufträge|projekt|kund|empfehl|recommend)/iu,
  ],
  ['feedback', /(?<!\p{L})(feedback|review|proofread|rückmeldung|korrektur|gegengelesen)/iu],
  ['advice', /(?<!\p{L})(tips?(?!\p{L})|tipp|advice|advis|hint|hinweis|rat(?!\p{L})|ratschlag|mentor)/iu],
  ['invitation', /(?<!\p{L})(invit|einladung|eingeladen|ticket|lunch|dinner|coffee|kaffee|mittagessen)/iu],
]

/** The kind a favour's words suggest; `help` where they suggest none. */
export const favourKind = (what: string): FavourKind =>
  SIGNS.find(([, sign]) => sign.test(what))?.[0] ?? 'help'
