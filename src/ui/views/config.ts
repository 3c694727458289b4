import type { CsvColumns } from '../csv.ts'
import type { View } from '../output.ts'
import { table } from '../table.ts'

export interface SettingRow {
  key: string
  value: string | number
  /** What it is when nobody has set it. */
  default: string | number
  set: boolean
}

const MEANING: Record<string, string> = {
  cadence: 'days between encounters, where nothing else says',
  currency: 'of outcomes',
  addresses: 'your own, to know you in a calendar',
  country: 'of phone numbers that name none',
  dates: 'how 3/11 is read: dmy or mdy',
  colour: 'auto or never',
  'one-sided': 'on or off: what the report says of give and take that went one way only',
}

export const settingsCsv: CsvColumns<SettingRow> = [
  ['key', (row) => row.key],
  ['value', (row) => row.value],
  ['default', (row) => row.default],
]

export const settingsView: View<SettingRow[]> = (rows, style) =>
  table(
    rows,
    [
      { heading: 'Setting', cell: (row) => row.key },
      { heading: 'Value', cell: (row) => `${row.value}${row.set ? '' : ' (default)'}` },
      { heading: 'What it is', cell: (row) => MEANING[row.key] ?? '', flexible: true },
    ],
    style,
  )

export const settingView: View<SettingRow> = ({ value }) => String(value)

export const settingChangedView: View<{ operation: number | null } & SettingRow> = (
  { key, value, operation },
  { chalk },
) => (operation === null ? `${key} is ${value} already.` : `${chalk.green('✓')} ${key} is ${value} now.`)
