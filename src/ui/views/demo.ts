import type { View } from '../output.ts'
import { counted } from '../text.ts'

export interface DemoMade {
  file: string
  from: string
  to: string
  people: number
  encounters: number
  favours: number
  kept: string | null
}

/** A path as a shell takes it. */
const quoted = (path: string): string =>
  /^[\w./~+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`

const TRY: [command: string, shows: string][] = [
  ['net stale', 'who is going cold, and why to get in touch'],
  ['net brief Mila', 'what to recall before you meet'],
  ['net who research', 'who knows about it, and who says so'],
  ['net outcome list', 'what came of it, and through whom'],
  ['net event compare', 'which events are worth another visit'],
  ['net network', 'who knows whom, and who connects them'],
  ['net report --year last', 'the year before, and give and take over two'],
  ['net log "Coffee with Gwen. gave: a tip"', 'write into it: it is yours to play with'],
]

export const demoMade: View<DemoMade> = (
  { file, people, encounters, favours, from, to, kept },
  { chalk },
) => {
  const width = Math.max(...TRY.map(([command]) => command.length))
  return [
    `${chalk.green('✓')} A journal to explore: ${counted(people, 'person', 'people')}, ${counted(encounters, 'encounter')} and ${counted(favours, 'favour')}, ${from} to ${to}.`,
    `  ${file}`,
    kept ? `  What was written into the one before is kept in ${kept}` : '',
    '',
    'Look at it in this shell:',
    `  export NET_DB=${quoted(file)}`,
    ...TRY.map(([command, shows]) => `  ${command.padEnd(width)}  ${chalk.dim(shows)}`),
    '',
    'Back to your own journal: unset NET_DB',
    `Or for one command only:  net --db ${quoted(file)} stale`,
  ]
    .filter((line, index) => line !== '' || index > 2)
    .join('\n')
}
