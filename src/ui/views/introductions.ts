import type { CivilDate } from '../../domain/dates.ts'
import type { IntroductionTold } from '../../domain/introductions.ts'
import type { CsvColumns } from '../csv.ts'
import { dayTold } from '../dates.ts'
import type { Style, View } from '../output.ts'
import { beside, capitalised, cut, listed, oneLine, pad, widthOf, wrap } from '../text.ts'

export type CourseStep = 'agree' | 'made' | 'decline' | 'result' | 'thank'

export interface IntroductionRecorded {
  operation: number | null
  introduction: IntroductionTold
  done: 'offered' | CourseStep
}

/** Longer words are in the journal, but not said again. */
const LONGEST = 200

/** "Ada and Grace", "you and Lin". */
export const togetherTold = ({ people, me }: Pick<IntroductionTold, 'people' | 'me'>): string =>
  listed([...(me ? ['you'] : []), ...people.map(({ name }) => name)])

/** "you brought Ada and Grace together", "Ada introduced you to Lin", "Ben offered to bring Ada and Grace together". */
function introductionSentence({ introducer, people, me, state }: IntroductionTold): string {
  const by = introducer?.name ?? 'you'
  const names = listed(people.map(({ name }) => name))
  if (state === 'made') return me ? `${by} introduced you to ${names}` : `${by} brought ${names} together`
  return `${by} offered to ${me ? `introduce you to ${names}` : `bring ${names} together`}`
}

/** Who has to be asked yet. */
function toAsk({ people, me }: IntroductionTold): string {
  const names = people.filter(({ agreedOn }) => agreedOn === null).map(({ name }) => name)
  return listed([...names, ...(me && me.agreedOn === null ? ['you'] : [])])
}

const isUnasked = ({ people, me }: IntroductionTold): boolean =>
  me === null && people.every(({ agreedOn }) => agreedOn === null)

/** How far it has come, in a few words; empty where nothing is left to say. */
export function standing(introduction: IntroductionTold): string {
  switch (introduction.state) {
    case 'offered':
      return isUnasked(introduction)
        ? 'offered, nobody was asked yet'
        : `offered; to be asked: ${toAsk(introduction)}`
    case 'agreed':
      return 'all are fine with it; to be made'
    case 'declined':
      return 'not wanted, and that is fine'
    case 'made':
      if (introduction.result !== null) return `→ ${introduction.result}`
      return introduction.open === 'thank' ? 'a word of thanks?' : ''
  }
}

/** Whom an open introduction is about, as a label. */
export const waitsOn = (introduction: IntroductionTold): string =>
  introduction.open === 'thank'
    ? (introduction.introducer?.name ?? '')
    : capitalised(togetherTold(introduction))

/** What it waits for, with the number to say that it is done. */
export function waitsFor(introduction: IntroductionTold): string {
  const what =
    introduction.open === 'thank'
      ? `introduced you to ${listed(introduction.people.map(({ name }) => name))}; a word of thanks?`
      : standing(introduction)
  return `${what} (#${introduction.id})`
}

export const introductionRecorded =
  (today: CivilDate): View<IntroductionRecorded> =>
  ({ introduction, done }, style) => {
    const { chalk, width } = style
    const { id, on, purpose } = introduction
    const when = dayTold(on, today, style)
    const about = purpose === null || done === 'result' ? '' : `: ${cut(oneLine(purpose), LONGEST)}`
    const said = `${capitalised(answer(introduction, done))}${about} ${chalk.dim(`(#${id}, ${when})`)}`
    const following = next(introduction, done)
    return [
      ...beside(`${chalk.green('✓')} `, said, width),
      ...(following === '' ? [] : beside('  ', following, width).map((line) => chalk.dim(line))),
    ].join('\n')
  }

function answer(introduction: IntroductionTold, done: IntroductionRecorded['done']): string {
  switch (done) {
    case 'offered':
    case 'made':
      return introductionSentence(introduction)
    case 'agree':
      return introduction.state === 'agreed'
        ? `${togetherTold(introduction)} are fine with it`
        : `agreed; to be asked yet: ${toAsk(introduction)}`
    case 'decline':
      return `${togetherTold(introduction)} are not brought together, and that is fine`
    case 'result':
      return `what came of ${togetherTold(introduction)}: ${cut(oneLine(introduction.result ?? ''), LONGEST)}`
    case 'thank':
      return `you thanked ${introduction.introducer?.name ?? ''} for bringing ${togetherTold(introduction)} together`
  }
}

/** What follows from it, or comes next. */
function next({ id, introducer, me, open }: IntroductionTold, done: IntroductionRecorded['done']): string {
  const whenDone = `"net intro made ${id}" when it is done.`
  if (open === 'agree') return `"net intro agree ${id} <who>" when one of them is fine with it, ${whenDone}`
  if (open === 'make') return whenDone
  if (done !== 'made') return ''
  if (introducer === null) return 'They know each other now. It counts as a favour you gave.'
  if (me === null) return 'They know each other now.'
  const thanks = open === 'thank' ? ` "net intro thank ${id}" once you have thanked ${introducer.name}.` : ''
  return `It counts as a favour you got.${thanks}`
}

/** Two who would have introduced each other to me. */
export interface CircularIntroduction {
  introducer: string
  person: string
  /** Those between them, `person` last. */
  way: string[]
}

export const isCircular: View<CircularIntroduction> = ({ introducer, person, way }, { width }) =>
  beside(
    '  ',
    `${introducer} came to you through ${way.join(', who came through ')}: so that ${introducer} introduced ${person} to you is kept as a favour, and not as how you met.`,
    width,
  ).join('\n')

export interface IntroductionRemoved {
  operation: number | null
  introduction: IntroductionTold
}

export const introductionRemoved: View<IntroductionRemoved> = ({ introduction }, { chalk }) =>
  [
    `${chalk.green('✓')} The introduction of ${togetherTold(introduction)} (#${introduction.id}) is taken out`,
    chalk.dim('  "net undo" brings it back.'),
  ].join('\n')

export const introductionsView =
  (today: CivilDate): View<IntroductionTold[]> =>
  (rows, style) => {
    const numbers = Math.max(0, ...rows.map(({ id }) => String(id).length)) + 1
    const when = ({ on }: IntroductionTold) => dayTold(on, today, style)
    const dates = Math.max(0, ...rows.map((row) => widthOf(when(row))))
    return rows
      .flatMap((row) => {
        const lead = `${pad(`#${row.id}`, numbers)}  ${pad(when(row), dates)}  `
        return introductionLines(style.chalk.dim(lead), row, style)
      })
      .join('\n')
  }

/** Who brought whom together and what for, and below it how far it has come. */
function introductionLines(lead: string, row: IntroductionTold, { chalk, width }: Style): string[] {
  const about = row.purpose === null ? '' : `: ${oneLine(row.purpose)}`
  const stands = oneLine(standing(row))
  return [
    ...beside(lead, `${capitalised(introductionSentence(row))}${about}`, width),
    ...(stands === '' ? [] : beside(' '.repeat(widthOf(lead)), stands, width).map((line) => chalk.dim(line))),
  ]
}

/** On the screen of a person there is room for so many. */
const OF_A_PERSON = 5

/** Those a person has a part in; that somebody introduced them to me, and no more, is told where we first met. */
export function introductionsOfPerson(rows: IntroductionTold[], style: Style): string[] {
  const told = rows.filter(
    ({ me, open, purpose, result }) => me === null || open !== null || purpose !== null || result !== null,
  )
  const rest = told.length - OF_A_PERSON
  return [
    ...told.slice(0, OF_A_PERSON).flatMap((row) => {
      const label = row.open === null || row.open === 'thank' ? row.on : `#${row.id}`
      return introductionLines(`  ${style.chalk.dim(label)}  `, row, style)
    }),
    ...(rest > 0 ? [style.chalk.dim(`  and ${rest} before that`)] : []),
  ]
}

export const introductionsCsv: CsvColumns<IntroductionTold> = [
  ['id', ({ id }) => id],
  ['on', ({ on }) => on],
  ['people', ({ people }) => people.map(({ name }) => name).join('; ')],
  ['withMe', ({ me }) => String(me !== null)],
  ['introducer', ({ introducer }) => introducer?.name ?? 'me'],
  ['purpose', ({ purpose }) => purpose],
  ['state', ({ state }) => state],
  ['open', ({ open }) => open],
  ['result', ({ result }) => result],
  ['resultOn', ({ resultOn }) => resultOn],
  ['thankedOn', ({ thankedOn }) => thankedOn],
]

export const moreIntroductions: View<{ shown: number }> = ({ shown }, { chalk }) =>
  chalk.dim(`Those are the latest ${shown}. --limit ${shown * 10} shows more, a contact's name only theirs.`)

export const noIntroductions: View<{ open: boolean; name: string | null }> = ({ open, name }, { width }) => {
  const whose = name === null ? '' : ` with ${name}`
  const told = open
    ? `No introduction${whose} waits for anything.`
    : `No introductions${whose} are recorded yet. "net intro Ada Grace" notes that you brought two people together, "net met Lin --via Ada" that somebody did so for you.`
  return wrap(told, width).join('\n')
}
