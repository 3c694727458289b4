import type { View } from '../output.ts'
import { listed } from '../text.ts'

export interface FavourRecorded {
  operation: number | null
  favour: { direction: 'gave' | 'got'; what: string; on: string; people: { name: string }[] }
}

export const favourRecorded: View<FavourRecorded> = ({ favour }, { chalk }) => {
  const names = listed(favour.people.map((person) => person.name))
  const line = favour.direction === 'gave' ? `You gave ${names}` : `You got from ${names}`
  return `${chalk.green('✓')} ${line}: ${favour.what} ${chalk.dim(`(${favour.on})`)}`
}
