import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { badInput } from '../../domain/errors.ts'
import { DEFAULT_SETTINGS, readSetting, type SettingKey, settingKey } from '../../domain/settings.ts'
import {
  type SettingRow,
  settingChangedView,
  settingsCsv,
  settingsView,
  settingView,
} from '../../ui/views/config.ts'
import { examples } from '../arguments.ts'

interface ConfigOptions {
  unset?: boolean
  json?: boolean
  csv?: boolean
}

export function registerConfig(parent: Command, context: AppContext): void {
  const command = parent
    .command('config')
    .description('show and change settings; they are kept in the journal')
    .argument('[key]', Object.keys(DEFAULT_SETTINGS).join(', '))
    .argument('[value]', 'what it is to be')
    .option('--unset', 'go back to the default')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV, of all settings')
    .action((key: string | undefined, value: string | undefined, options: ConfigOptions) =>
      config(context, key, value, options),
    )
  examples(command, 'net config', 'net config cadence 60', 'net config currency --unset')
}

function config(
  context: AppContext,
  wanted: string | undefined,
  value: string | undefined,
  options: ConfigOptions,
): void {
  if (wanted === undefined) showAll(context, options)
  else if (value === undefined && !options.unset)
    context.output.show(settingRow(context, settingKey(wanted)), settingView, options)
  else change(context, settingKey(wanted), value, options)
}

function showAll(context: AppContext, options: ConfigOptions): void {
  if (options.unset)
    throw badInput('--unset', undefined, 'needs the name of a setting', 'E.g. "net config cadence --unset".')
  const keys = Object.keys(DEFAULT_SETTINGS) as SettingKey[]
  context.output.showRows(
    keys.map((key) => settingRow(context, key)),
    settingsView,
    settingsCsv,
    options,
  )
}

function change(
  context: AppContext,
  key: SettingKey,
  value: string | undefined,
  options: ConfigOptions,
): void {
  if (value !== undefined && options.unset)
    throw badInput('--unset', undefined, 'takes no value', `Either "net config ${key} ${value}" or --unset.`)
  const operation = value === undefined ? unset(context, key) : set(context, key, value)
  context.output.show({ operation, ...settingRow(context, key) }, settingChangedView, options)
}

function settingRow(context: AppContext, key: SettingKey): SettingRow {
  const set = context.reading().settings.get(key) !== undefined
  return { key, value: context.settings()[key], default: DEFAULT_SETTINGS[key], set }
}

function set(context: AppContext, key: SettingKey, value: string): number | null {
  const read = String(readSetting(key, value.trim()))
  const journal = context.journal()
  return journal.operations.record('config', (about) => {
    about.text = `${key} to ${read}`
    journal.settings.set(key, read)
  }).operation
}

function unset(context: AppContext, key: SettingKey): number | null {
  if (context.reading().settings.get(key) === undefined) return null
  const journal = context.journal()
  return journal.operations.record('config unset', (about) => {
    about.text = key
    journal.settings.unset(key)
  }).operation
}
