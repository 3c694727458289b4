import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { badInput } from '../../domain/errors.ts'
import { type TodoRow, todoCsv, todoView } from '../../ui/views/todo.ts'
import { examples } from '../arguments.ts'

interface TodoOptions {
  mine?: boolean
  theirs?: boolean
  json?: boolean
  csv?: boolean
}

export function registerTodo(parent: Command, context: AppContext): void {
  const command = parent
    .command('todo')
    .description('list open promises, yours and theirs, by the day they are due')
    .option('--mine', 'only what you promised')
    .option('--theirs', 'only what was promised to you')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .action((options: TodoOptions) => listTodo(context, options))
  examples(command, 'net todo', 'net todo --mine --json')
}

function listTodo(context: AppContext, options: TodoOptions): void {
  if (options.mine && options.theirs)
    throw badInput('--mine', undefined, 'and --theirs leave nothing', 'Without either both are listed.')
  const wanted = options.mine ? 'mine' : options.theirs ? 'theirs' : undefined
  const rows: TodoRow[] = context
    .reading()
    .followUps.open()
    .filter(({ whose }) => wanted === undefined || whose === wanted)
    .map(({ id, whose, what, due, madeOn, people, encounterId }) => ({
      id,
      whose,
      what,
      due,
      madeOn,
      people,
      encounterId,
    }))
  context.output.showRows(rows, todoView(context.today()), todoCsv, options)
}
