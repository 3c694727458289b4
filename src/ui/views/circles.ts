import type { Circle, CircleSize, PersonRef } from '../../domain/contacts.ts'
import type { CsvColumns } from '../csv.ts'
import { every } from '../dates.ts'
import type { View } from '../output.ts'
import { table } from '../table.ts'
import { listed } from '../text.ts'

export const circlesCsv: CsvColumns<CircleSize> = [
  ['name', (circle) => circle.name],
  ['cadenceDays', (circle) => circle.cadenceDays],
  ['people', (circle) => circle.people],
]

export const circlesView: View<CircleSize[]> = (circles, style) =>
  circles.length === 0
    ? ''
    : table(
        circles,
        [
          {
            heading: 'Circle',
            flexible: true,
            cell: ({ name }) => name,
            colour: (text, _, { chalk }) => chalk.bold(text),
          },
          { heading: 'Meet', cell: ({ cadenceDays }) => every(cadenceDays) },
          { heading: 'People', align: 'right', cell: ({ people }) => String(people) },
        ],
        style,
      )

export const noCircles: View<undefined> = () =>
  'No circles yet. A circle is some of your contacts, and how often you want to meet them:\nnet circle add friends --cadence 30, then net circle put Ada friends'

export interface CircleChanged {
  operation: number | null
  circle: Circle
  done: 'added' | 'changed' | 'removed'
}

export const circleChanged: View<CircleChanged> = ({ operation, circle, done }, { chalk }) => {
  const name = chalk.bold(circle.name)
  if (operation === null) return `Nothing to change: the circle ${name} is so already.`
  if (done === 'removed') return `${chalk.green('✓')} The circle ${name} is gone; its people stay.`
  const meet = circle.cadenceDays === null ? 'no cadence of its own' : `meet ${every(circle.cadenceDays)}`
  return `${chalk.green('✓')} Circle ${name}: ${meet}`
}

export interface CircleMembership {
  operation: number | null
  contact: PersonRef
  circle: Circle
  /** All that the contact is in now. */
  circles: string[]
  done: 'put' | 'drop'
}

export const circleMembership: View<CircleMembership> = (
  { operation, contact, circle, circles, done },
  { chalk },
) => {
  if (operation === null)
    return done === 'put'
      ? `${contact.name} is in ${circle.name} already.`
      : `${contact.name} is not in ${circle.name}.`
  const others = circles.filter((name) => name !== circle.name)
  const rest = others.length > 0 ? chalk.dim(` (also in ${listed(others)})`) : ''
  return `${chalk.green('✓')} ${chalk.bold(contact.name)} ${done === 'put' ? 'is in' : 'is out of'} ${circle.name} now${rest}`
}
