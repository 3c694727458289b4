import type { ListedContact } from '../../domain/contacts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { CsvColumns } from '../csv.ts'
import { dayTold } from '../dates.ts'
import type { View } from '../output.ts'
import { type Column, filledColumns, table } from '../table.ts'
import { counted } from '../text.ts'

/** What `net list` can be narrowed by. */
export interface ListOptions {
  circle?: string
  tag?: string
  place?: string
  org?: string
}

export const peopleCsv: CsvColumns<ListedContact> = [
  ['id', (person) => person.id],
  ['name', (person) => person.name],
  ['org', (person) => person.org],
  ['place', (person) => person.place],
  ['circles', (person) => person.circles.join(', ')],
  ['tags', (person) => person.tags.join(', ')],
  ['lastOn', (person) => person.lastOn],
]

/**
 * Columns that nobody has anything in are left out; a person reads how long ago, a pipe gets the date.
 * @param all how many there are, be they shown or not
 */
export const peopleView =
  (today: CivilDate, all: number): View<ListedContact[]> =>
  (people, style) => {
    if (people.length === 0) return ''
    const columns: Column<ListedContact>[] = [
      {
        heading: '#',
        align: 'right',
        cell: ({ id }) => String(id),
        colour: (text, _, { chalk }) => chalk.dim(text),
      },
      {
        heading: 'Name',
        cell: ({ name }) => name,
        colour: (text, { letGoOn }, { chalk }) => (letGoOn === null ? chalk.bold(text) : chalk.dim(text)),
      },
      { heading: 'Organisation', flexible: true, optional: true, cell: ({ org }) => org ?? '' },
      { heading: 'Place', flexible: true, optional: true, cell: ({ place }) => place ?? '' },
      { heading: 'Circles', flexible: true, optional: true, cell: ({ circles }) => circles.join(', ') },
      { heading: 'Tags', flexible: true, optional: true, cell: ({ tags }) => tags.join(', ') },
      {
        heading: 'Last met',
        cell: ({ lastOn }) => dayTold(lastOn, today, style),
      },
    ]
    const count = style.terminal ? `\n${style.chalk.dim(counted(all, 'contact'))}` : ''
    return table(people, filledColumns(people, columns, style), style) + count
  }

/** An empty journal teaches. */
export const noContacts: View<undefined> = () =>
  'No contacts yet. Log who you met, and they are in: net log "Coffee with Ada at the station"\nOr add somebody: net add "Ada Lovelace" --place London'

export const nobodyFits: View<{ filter: ListOptions; near: string[] }> = ({ filter, near }) => {
  const said = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} "${value}"`)
    .join(' and ')
  const line = `Nobody with ${said}.`
  return near.length > 0 ? `${line} Did you mean "${near[0]}"?` : `${line} "net list" shows everyone.`
}
