import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { advocatesOf } from '../../domain/endorsements.ts'
import { advocatesCsv, advocatesView, noAdvocates } from '../../ui/views/endorsements.ts'
import { examples } from '../arguments.ts'

interface AdvocatesOptions {
  json?: boolean
  csv?: boolean
}

export function registerAdvocates(parent: Command, context: AppContext): void {
  const command = parent
    .command('advocates')
    .description('the handful who put in a good word for you, with what they told, newest first')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV, a row for each story')
    .action((options: AdvocatesOptions) => showAdvocates(context, options))
  examples(command, 'net advocates', 'net advocates --json')
}

function showAdvocates(context: AppContext, options: AdvocatesOptions): void {
  const { endorsements, encounters } = context.reading()
  const today = context.today()
  const advocates = advocatesOf(endorsements.forMe(), (id) => encounters.lastOn(id, today))
  if (options.csv) {
    const rows = advocates.flatMap((advocate) => advocate.stories.map((told) => ({ ...advocate, told })))
    context.output.showRows(rows, () => '', advocatesCsv, options)
  } else context.output.show(advocates, advocatesView(today), options)
  if (advocates.length === 0) context.output.tell(undefined, noAdvocates)
}
