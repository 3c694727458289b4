import type { CivilDate } from '../../domain/dates.ts'
import type { IntroductionTold } from '../../domain/introductions.ts'
import type { CsvColumns } from '../csv.ts'
import { fromToday } from '../dates.ts'
import type { Style, View } from '../output.ts'
import { type Column, table } from '../table.ts'
import { capitalised, cut, listed, oneLine, wrap } from '../text.ts'

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
export function introductionSentence({ introducer, people, me, state }: IntroductionTold): string {
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

/** How far it has come, in a few words. */
export function standing(introduction: IntroductionTold): string {
  const { state, open, result } = introduction
  switch (state) {
    case 'offered': {
      const all = introduction.people.length + (introduction.me ? 1 : 0)
      const asked = [...introduction.people, ...(introduction.me ? [introduction.me] : [])]
      const agreed = asked.filter(({ agreedOn }) => agreedOn !== null).length
      return agreed === 0 && all > 1
        ? 'offered, nobody was asked yet'
        : `offered, ${toAsk(introduction)} to be asked`
    }
    case 'agreed':
      return 'all agreed, to be made'
    case 'declined':
      return 'not wanted'
    case 'made':
      return result ?? (open === 'thank' ? 'made – a word of thanks?' : 'made')
  }
}

export const introductionRecorded =
  (today: CivilDate): View<IntroductionRecorded> =>
  ({ introduction, done }, style) => {
    const { chalk, terminal, width } = style
    const { id, on, purpose } = introduction
    const when = terminal ? fromToday(on, today) : on
    const about = purpose === null ? '' : `: ${cut(oneLine(purpose), LONGEST)}`
    const lead = `${chalk.green('✓')} ${capitalised(answer(introduction, done))}${about}`
    return [
      `${lead} ${chalk.dim(`(#${id}, ${when})`)}`,
      ...wrap(next(introduction, done), Math.max(20, width - 2)).map((line) => chalk.dim(`  ${line}`)),
    ]
      .filter((line) => line.trim() !== '')
      .join('\n')
  }

function answer(introduction: IntroductionTold, done: IntroductionRecorded['done']): string {
  switch (done) {
    case 'offered':
    case 'made':
      return introductionSentence(introduction)
    case 'agree':
      return introduction.state === 'agreed'
        ? `${togetherTold(introduction)} are fine with it`
        : `agreed; ${toAsk(introduction)} to be asked yet`
    case 'decline':
      return `${togetherTold(introduction)} are not brought together, which is fine`
    case 'result':
      return `what came of ${togetherTold(introduction)} – ${cut(oneLine(introduction.result ?? ''), LONGEST)}`
    case 'thank':
      return `you thanked ${introduction.introducer?.name ?? ''} for bringing ${togetherTold(introduction)} together`
  }
}

/** What follows from it, or comes next. */
function next(introduction: IntroductionTold, done: IntroductionRecorded['done']): string {
  const { id, introducer, me, open, people } = introduction
  if (open === 'agree') {
    const first = people.find(({ agreedOn }) => agreedOn === null)?.name ?? 'me'
    return `"net intro agree ${id} ${quotedName(first)}" when that is settled, "net intro made ${id}" when it is done.`
  }
  if (open === 'make') return `"net intro made ${id}" when it is done.`
  if (done !== 'made') return ''
  if (introducer === null) return 'They know each other now. It counts as a favour you gave.'
  if (me === null) return 'They know each other now.'
  return `It counts as a favour you got.${open === 'thank' ? ` "net intro thank ${id}" once you have thanked ${introducer.name}.` : ''}`
}

const quotedName = (name: string): string => (/^[\w-]+$/.test(name) ? name : `"${name.replaceAll('"', '')}"`)

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
  (rows, style) =>
    rows.length === 0 ? '' : table(rows, columns(rows, today), style)

/** What they were for has a column where it is said of any of them. */
function columns(rows: IntroductionTold[], today: CivilDate): Column<IntroductionTold>[] {
  const purpose: Column<IntroductionTold> = {
    heading: 'For',
    cell: (row) => row.purpose ?? '',
    flexible: true,
  }
  return [
    { heading: '#', cell: ({ id }) => String(id), align: 'right' },
    { heading: 'When', cell: ({ on }, { terminal }) => (terminal ? fromToday(on, today) : on) },
    { heading: 'Who', cell: togetherTold, flexible: true, colour: bold },
    { heading: 'By', cell: ({ introducer }) => introducer?.name ?? 'you', flexible: true },
    ...(rows.some((row) => row.purpose !== null) ? [purpose] : []),
    { heading: 'How it stands', cell: standing, flexible: true },
  ]
}

const bold = (text: string, _: IntroductionTold, { chalk }: Style): string => chalk.bold(text)

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

export const noIntroductions: View<{ open: boolean; name: string | null }> = ({ open, name }) => {
  const whose = name === null ? '' : ` with ${name}`
  return open
    ? `No introduction${whose} waits for anything.`
    : `No introductions${whose} are recorded yet. "net intro Ada Grace" notes that you brought two people together,\n"net met Lin --via Ada" that somebody did so for you.`
}
