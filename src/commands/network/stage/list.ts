import { type Command, Option } from 'commander'
import type { AppContext } from '../../../context.ts'
import { daysSince, readStage, STAGES } from '../../../domain/stages.ts'
import { noStages, type StageRow, stagesCsv, stagesView } from '../../../ui/views/stages.ts'
import { examples } from '../../arguments.ts'
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
