import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { STAGES, type Stage, type StageEvidence, type StageReached } from '../../domain/stages.ts'
import type { CsvColumns } from '../csv.ts'
import { dayTold, lengthOf, partialDate } from '../dates.ts'
import type { View } from '../output.ts'
import { table } from '../table.ts'
import { beside, cut, inShell, oneLine } from '../text.ts'

/** A stage, and how long it took from the first meeting. */
export interface PersonStage extends StageReached {
  /** `null` where the first meeting is not on record, or came later. */
  daysSinceMet: number | null
}

/** Somebody where they stand, and how long it took from the first meeting. */
export interface StageRow extends PersonRef, PersonStage {}

/** What stands after a name: "Ada is interested", "Ada recommends you". */
const IS: Record<Stage, string> = {
  contact: 'is a contact',
  interested: 'is interested',
  customer: 'is a customer',
  recommender: 'recommends you',
}

type Proposal = Pick<StageEvidence, 'contact' | 'stage' | 'on'>

/** The command that keeps a stage; that of another day says the day. */
const stageCommand = ({ contact, stage, on }: Proposal, today: CivilDate): string =>
  `net stage ${inShell(contact.name)} ${stage}${on === today ? '' : ` --on ${on}`}`

/** 'Worth keeping: net stage Ada customer' */
export const stageProposal = (proposed: Proposal, today: CivilDate): string =>
  `Worth keeping: ${stageCommand(proposed, today)}`

/** "customer since 1 Oct 2025, 5 months after you first met; before that interested (3 Mar 2025)"; empty without a stage. */
export function stageTold(stages: readonly PersonStage[]): string {
  const last = stages.at(-1)
  if (!last) return ''
  const took = last.daysSinceMet ? `, ${lengthOf(last.daysSinceMet)} after you first met` : ''
  const before = stages.slice(0, -1).reverse()
  const earlier = before.map(({ stage, on }) => `${stage} (${partialDate(on)})`).join(', ')
  return `${last.stage} since ${partialDate(last.on)}${took}${earlier && `; before that ${earlier}`}`
}

export interface StageKept {
  operation: number | null
  contact: PersonRef
  stage: Stage
  on: CivilDate
  daysSinceMet: number | null
  /** All of theirs, the earliest first. */
  stages: StageReached[]
  done: 'set' | 'moved' | 'was-there' | 'removed'
}

export const stageKept =
  (today: CivilDate): View<StageKept> =>
  ({ contact, stage, on, daysSinceMet, stages, done }, style) => {
    const { chalk } = style
    const name = chalk.bold(contact.name)
    const when = dayTold(on, today, style)
    if (done === 'was-there') return `${name} ${IS[stage]} already, since ${partialDate(on)}.`
    const last = stages.at(-1)
    const stands = last && (last.stage !== stage || last.on !== on)
    if (done === 'removed')
      return [
        `${chalk.green('✓')} Taken off: ${contact.name} ${IS[stage]} (${when}).`,
        last ? `  Now: ${contact.name} ${IS[last.stage]}, since ${partialDate(last.on)}.` : '',
      ]
        .filter(Boolean)
        .join('\n')
    const took = daysSinceMet ? `, ${lengthOf(daysSinceMet)} after you first met` : ''
    return [
      `${chalk.green('✓')} ${name} ${IS[stage]} ${chalk.dim(`(${when}${took})`)}`,
      ...(stands
        ? [`  What came later stands: ${contact.name} ${IS[last.stage]}, since ${partialDate(last.on)}.`]
        : []),
    ].join('\n')
  }

/** Those who came furthest first. */
export const stagesView =
  (today: CivilDate): View<StageRow[]> =>
  (rows, style) => {
    if (rows.length === 0) return ''
    return table(
      [...STAGES].reverse().flatMap((stage) => rows.filter((row) => row.stage === stage)),
      [
        { heading: 'Stage', cell: ({ stage }) => stage },
        {
          heading: 'Who',
          cell: ({ name }) => name,
          flexible: true,
          colour: (text, _, { chalk }) => chalk.bold(text),
        },
        { heading: 'Since', cell: ({ on }) => dayTold(on, today, style) },
        {
          heading: 'After you first met',
          cell: ({ daysSinceMet }) => (daysSinceMet === null ? '' : lengthOf(daysSinceMet)),
        },
      ],
      style,
    )
  }

export const stagesCsv: CsvColumns<StageRow> = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['stage', ({ stage }) => stage],
  ['on', ({ on }) => on],
  ['daysSinceMet', ({ daysSinceMet }) => daysSinceMet],
]

export const noStages: View<{ stage?: Stage }> = ({ stage }) =>
  stage === undefined
    ? `Nobody has a stage yet: ${STAGES.join(', ')}.\n"net stage Ada customer" sets one; "net stage" shows what your records propose.`
    : `Nobody stands there. "net stage list" shows everyone who has a stage.`

export const noStagesOf: View<{ name: string }> = ({ name }) =>
  `${name} has no stage yet: ${STAGES.join(', ')}.\nTo set one: net stage ${inShell(name)} interested`

/** Why a stage is proposed. */
function reason({ stage, because: { kind, text } }: StageEvidence): string {
  const words = cut(oneLine(text), 80)
  if (kind === 'endorsement')
    return words === '' ? 'put in a good word for you' : `put in a good word for you: ${words}`
  return stage === 'customer' ? `work for them: ${words}` : `brought you: ${words}`
}

export const proposalsView =
  (today: CivilDate): View<StageEvidence[]> =>
  (proposals, { chalk, width }) =>
    proposals
      .map((proposed) =>
        [
          ...beside(`${chalk.bold(proposed.contact.name)}  `, `${reason(proposed)} (${proposed.on})`, width),
          chalk.dim(`  ${stageCommand(proposed, today)}`),
        ].join('\n'),
      )
      .join('\n')

export const noProposals: View<undefined> = () =>
  'Nothing to propose: by what is recorded everybody stands where they are.\n"net stage Ada interested" sets a stage by hand, "net stage list" shows who stands where.'

export const proposalsCsv: CsvColumns<StageEvidence> = [
  ['id', ({ contact }) => contact.id],
  ['name', ({ contact }) => contact.name],
  ['stage', ({ stage }) => stage],
  ['on', ({ on }) => on],
  ['because', reason],
]
