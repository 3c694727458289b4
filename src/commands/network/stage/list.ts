import { type Command, Option } from 'commander'
import type { AppContext } from '../../../context.ts'
import { daysSince, readStage, STAGES } from '../../../domain/stages.ts'
import { noStages, noStagesOf, type StageRow, stagesCsv, stagesView } from '../../../ui/views/stages.ts'
import { examples } from '../../arguments.ts'
import { chooseContact } from '../../choose-contact.ts'
import { LIMIT, type Limited, showList } from '../../screenful.ts'
import { showProposals } from './proposals.ts'

interface ListOptions extends Limited {
  stage?: string
  proposed?: boolean
}

export function addList(stage: Command, context: AppContext): void {
  const list = stage
    .command('list')
    .description('list who stands where, and how long it took from the first meeting')
    .option('--stage <stage>', `only one of ${STAGES.join(', ')}`)
    .addOption(new Option('--proposed', 'what your records propose instead').conflicts('stage'))
    .option(...LIMIT)
    .option('--json', 'answer as JSON')
    .option('--csv', 'answer as CSV')
    .action((options: ListOptions) =>
      options.proposed ? showProposals(context, options) : listStages(context, options),
    )
  examples(list, 'net stage list', 'net stage list --stage customer --csv', 'net stage list --proposed')
}

/** All the stages of one contact, the earliest first. */
export async function showStagesOf(
  context: AppContext,
  wanted: string,
  options: { json?: boolean },
): Promise<void> {
  const { id, name } = await chooseContact(context, wanted)
  const { stages } = context.reading()
  const metOn = stages.firstMet(id)
  const rows = stages
    .ofContact(id)
    .map(({ stage, on }): StageRow => ({ id, name, stage, on, daysSinceMet: daysSince(metOn, on) }))
  context.output.showRows(rows, stagesView(context.today()), stagesCsv, options)
  if (rows.length === 0) context.output.tell({ name }, noStagesOf)
}

function listStages(context: AppContext, options: ListOptions): void {
  const only = options.stage === undefined ? undefined : readStage(options.stage)
  const rows = context
    .reading()
    .stages.standing(context.today())
    .filter(({ stage }) => only === undefined || stage === only)
    .map(
      ({ id, name, stage, on, metOn }): StageRow => ({
        id,
        name,
        stage,
        on,
        daysSinceMet: daysSince(metOn, on),
      }),
    )
  showList(context, rows, stagesView(context.today()), stagesCsv, options)
  if (rows.length === 0) context.output.tell({ stage: only }, noStages)
}
