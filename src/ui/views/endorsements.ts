import type { CivilDate } from '../../domain/dates.ts'
import type { Advocate, Endorsement } from '../../domain/endorsements.ts'
import type { CsvColumns } from '../csv.ts'
import { dayTold, fromToday, partialDate } from '../dates.ts'
import type { Style, View } from '../output.ts'
import { beside, cut, inShell, oneLine, wrap } from '../text.ts'

export interface EndorsementSaved {
  operation: number | null
  endorsement: Endorsement
}

/** Longer stories are in the journal, but not said again. */
const LONGEST = 200

/** 'UX research: "She turned our onboarding round"'; empty when neither is known. */
export const toldIn = ({ topic, story }: Pick<Endorsement, 'topic' | 'story'>): string =>
  [topic, story === null ? null : `“${oneLine(story)}”`].filter(Boolean).join(': ')

const parties = ({ by, for: whom }: Endorsement): string => `${by.name} speaks for ${whom?.name ?? 'you'}`

export const endorsementRecorded =
  (today: CivilDate): View<EndorsementSaved> =>
  ({ endorsement }, style) => {
    const { chalk } = style
    const { id, on } = endorsement
    const told = toldIn(endorsement)
    const when = dayTold(on, today, style)
    return `${chalk.green('✓')} ${parties(endorsement)}${told && `: ${cut(told, LONGEST)}`} ${chalk.dim(`(#${id}, ${when})`)}`
  }

/** Somebody who recommends me has come a long way, and a story carries further than a word. */
export const recommenderHint: View<Endorsement & { isRecommender: boolean }> = (
  { by, story, isRecommender },
  { chalk },
) =>
  [
    isRecommender ? '' : `net stage ${inShell(by.name)} recommender – keeps that ${by.name} recommends you.`,
    story === null ? 'What was told is what others remember: --story "why you were the right one".' : '',
  ]
    .filter((line) => line !== '')
    .map((line) => chalk.dim(`  ${line}`))
    .join('\n')

export const endorsementRemoved: View<EndorsementSaved> = ({ endorsement }, { chalk }) =>
  `${chalk.green('✓')} Removed: ${parties(endorsement)}`

export const endorsementsCsv: CsvColumns<Endorsement> = [
  ['id', ({ id }) => id],
  ['by', ({ by }) => by.name],
  ['for', ({ for: whom }) => whom?.name ?? 'me'],
  ['topic', ({ topic }) => topic],
  ['story', ({ story }) => story],
  ['on', ({ on }) => on],
]

export const endorsementsView =
  (today: CivilDate): View<Endorsement[]> =>
  (endorsements, style) =>
    endorsements.map((endorsement) => endorsementLines(endorsement, today, style).join('\n')).join('\n')

function endorsementLines(endorsement: Endorsement, today: CivilDate, style: Style): string[] {
  const { chalk, width } = style
  const { id, by, for: whom, on } = endorsement
  const when = dayTold(on, today, style)
  const head = `${chalk.dim(`#${id}`)} ${chalk.bold(by.name)} for ${whom ? chalk.bold(whom.name) : 'you'} ${chalk.dim(`(${when})`)}`
  const told = toldIn(endorsement)
  return [head, ...(told ? beside('   ', told, width) : [])]
}

export const noEndorsements: View<undefined> = () =>
  'No good words yet. Who speaks for whom, and on what: net vouch Ada for Lin --topic "UX research"\nWho put in a good word for you, and how: net vouch Ada for me --story "…"'

/** One row for each story. */
export const advocatesCsv: CsvColumns<Advocate & { told: Advocate['stories'][number] }> = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['on', ({ told }) => told.on],
  ['topic', ({ told }) => told.topic],
  ['story', ({ told }) => told.story],
]

/** Who they are, what they told, and when we last met: a handful to be read, not a ranking. */
export const advocatesView =
  (today: CivilDate): View<Advocate[]> =>
  (advocates, style) =>
    advocates.map((advocate) => advocateLines(advocate, today, style).join('\n')).join('\n\n')

function advocateLines({ id, name, lastOn, stories }: Advocate, today: CivilDate, style: Style): string[] {
  const { chalk, width } = style
  const met = lastOn === null ? 'not met yet' : `last met ${fromToday(lastOn, today)}`
  return [
    ...wrap(`${chalk.bold(name)} ${chalk.dim(`#${id}, ${met}`)}`, width),
    ...stories.flatMap((told) =>
      beside(`  ${chalk.dim(partialDate(told.on))}  `, toldIn(told) || 'spoke for you', width),
    ),
  ]
}

export const noAdvocates: View<undefined> = () =>
  'Nobody is written down yet who put in a good word for you. A handful is plenty. When you hear of it, keep the story:\nnet vouch Ada for me --story "told her board how we saved the launch"'
