import type { Command } from 'commander'
import type { AppContext } from '../../../context.ts'
import type { PersonRef } from '../../../domain/contacts.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import { badInput } from '../../../domain/errors.ts'
import { daysSince, readStage, STAGES, type Stage, type StageReached } from '../../../domain/stages.ts'
import type { Journal } from '../../../store/journal.ts'
import { type StageKept, stageKept } from '../../../ui/views/stages.ts'
import { dateArgument, examples } from '../../arguments.ts'
import { chooseContact } from '../../choose-contact.ts'
import { showStagesOf } from './list.ts'
import { showProposals } from './proposals.ts'

interface SetOptions {
  on?: string
  json?: boolean
  csv?: boolean
}

export function addSet(stage: Command, context: AppContext): void {
  const set = stage
    .command('set', { isDefault: true })
    .description(
      'set where somebody stands; "set" may be left out; without a stage: what is known; without anybody: what your records propose',
    )
    .argument('[contact]', 'name, part of a name, or number')
    .argument('[stage]', `${STAGES.join(', ')}; German words will do`)
    .option('--on <date>', 'since when, e.g. yesterday (default: today)')
    .option('--json', 'answer as JSON')
    .action((contact: string | undefined, wanted: string | undefined, options: SetOptions) =>
      setStage(context, contact, wanted, options),
    )
  examples(
    set,
    'net stage Ada customer',
    'net stage "Grace Hopper" interested --on 2026-09-01',
    'net stage Ada',
    'net stage',
  )
}

async function setStage(
  context: AppContext,
  contact: string | undefined,
  wanted: string | undefined,
  options: SetOptions,
): Promise<void> {
  if (contact === undefined) return showProposals(context, options)
  if (wanted === undefined) return showStagesOf(context, contact, options)
  const stage = readStage(wanted)
  const { id, name } = await chooseContact(context, contact)
  const on = options.on === undefined ? undefined : await dateArgument(context, '--on', options.on, 'past')
  const journal = context.journal()
  const { operation, result } = journal.operations.record('stage', (about) => {
    about.people = [name]
    about.text = stage
    return reach(journal, { id, name }, stage, on, context.today())
  })
  show(context, operation, { id, name }, result, options)
}

/** Where they stand there already, a day that is named is the right one for it. */
function reach(
  journal: Journal,
  { id }: PersonRef,
  stage: Stage,
  on: CivilDate | undefined,
  today: CivilDate,
): StageReached & Pick<StageKept, 'done'> {
  const reached = journal.stages.ofContact(id)
  const last = reached.at(-1)
  const day = on ?? today
  if (last?.stage === stage && (on === undefined || on === last.on))
    return { stage, on: last.on, done: 'was-there' }
  if (reached.some((each) => each.stage === stage && each.on === day))
    return { stage, on: day, done: 'was-there' }
  const before = reached.at(-2)
  if (last?.stage === stage && !(before && day < before.on)) {
    journal.stages.moveTo(last.id, day)
    return { stage, on: day, done: 'moved' }
  }
  journal.stages.add(id, stage, day)
  return { stage, on: day, done: 'set' }
}

function show(
  context: AppContext,
  operation: number | null,
  contact: PersonRef,
  { stage, on, done }: StageReached & Pick<StageKept, 'done'>,
  options: { json?: boolean },
): void {
  const { stages } = context.journal()
  const reached = stages.ofContact(contact.id).map((each) => ({ stage: each.stage, on: each.on }))
  const daysSinceMet = daysSince(stages.firstMet(contact.id), on)
  const kept: StageKept = { operation, contact, stage, on, daysSinceMet, stages: reached, done }
  context.output.show(kept, stageKept(context.today()), options)
}

export function addRemove(stage: Command, context: AppContext): void {
  const remove = stage
    .command('remove')
    .description('take a stage off again: the last one, or the one that is named')
    .argument('<contact>', 'name, part of a name, or number')
    .argument('[stage]', STAGES.join(', '))
    .option('--json', 'answer as JSON')
    .action((contact: string, wanted: string | undefined, options: { json?: boolean }) =>
      removeStage(context, contact, wanted, options),
    )
  examples(remove, 'net stage remove Ada', 'net stage remove Ada interested')
}

async function removeStage(
  context: AppContext,
  contact: string,
  wanted: string | undefined,
  options: { json?: boolean },
): Promise<void> {
  const stage = wanted === undefined ? undefined : readStage(wanted)
  const { id, name } = await chooseContact(context, contact)
  lastOf(context.reading(), { id, name }, stage)
  const journal = context.journal()
  const { operation, result } = journal.operations.record('stage remove', (about) => {
    const last = lastOf(journal, { id, name }, stage)
    about.people = [name]
    about.text = last.stage
    journal.stages.remove(last.id)
    return { stage: last.stage, on: last.on, done: 'removed' as const }
  })
  show(context, operation, { id, name }, result, options)
}

/** @throws NetError when they have no stage, or not that one */
function lastOf(journal: Journal, { id, name }: PersonRef, stage: Stage | undefined) {
  const last = journal.stages.ofContact(id).findLast((each) => stage === undefined || each.stage === stage)
  if (last) return last
  throw badInput(
    'net stage remove',
    undefined,
    `finds ${stage === undefined ? 'no stage' : `no stage "${stage}"`} of ${name}`,
    '"net stage list" shows who stands where.',
  )
}
