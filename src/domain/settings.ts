import { currencyCode } from './currencies.ts'
import { badInput, NetError } from './errors.ts'
import { isNearMiss } from './names.ts'

/** What a user can set, kept in the journal so that it travels with it. */
export interface Settings {
  /** Days between encounters for people who have no cadence otherwise. */
  cadence: number
  /** ISO 4217. */
  currency: string
  /** My own e-mail addresses, divided by spaces: who I am in a calendar. */
  addresses: string
  /** ISO 3166: whose phone numbers are written without a country. */
  country: string
  /** How 3/11 is read: `dmy` the third of November, `mdy` the eleventh of March. */
  dates: 'dmy' | 'mdy'
  /** `auto`: on a terminal that has them. */
  colour: 'auto' | 'never'
  /** Whether the report names those with whom it has gone one way only. */
  'one-sided': 'on' | 'off'
}

export type SettingKey = keyof Settings

export const DEFAULT_SETTINGS: Settings = {
  cadence: 90,
  currency: 'EUR',
  country: 'DE',
  addresses: '',
  dates: 'dmy',
  colour: 'auto',
  'one-sided': 'on',
}

const READERS: { [K in SettingKey]: (value: string) => Settings[K] | undefined } = {
  cadence: (value) => (/^[1-9]\d{0,4}$/.test(value) ? Number(value) : undefined),
  currency: currencyCode,
  addresses: (value) =>
    /^\s*$|^\s*\S+@\S+(?:[\s,;]+\S+@\S+)*\s*$/.test(value)
      ? value
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean)
          .join(' ')
      : undefined,
  country: (value) => (/^[A-Z]{2}$/.test(value.toUpperCase()) ? value.toUpperCase() : undefined),
  dates: (value) => (value === 'dmy' || value === 'mdy' ? value : undefined),
  colour: (value) => (value === 'auto' || value === 'never' ? value : undefined),
  'one-sided': (value) => (value === 'on' || value === 'off' ? value : undefined),
}

const EXPECTED: Record<SettingKey, string> = {
  cadence: 'a whole number of days, 1 to 99999',
  currency: 'a currency code of three letters, e.g. EUR',
  addresses: 'e-mail addresses, divided by spaces',
  country: 'a country code of two letters, e.g. DE',
  dates: 'dmy (3/11 is the third of November) or mdy',
  colour: 'auto or never',
  'one-sided': 'on or off',
}

/** @throws NetError when there is no such setting */
export function settingKey(key: string): SettingKey {
  if (Object.hasOwn(READERS, key)) return key as SettingKey
  const keys = Object.keys(READERS)
  const near = keys.filter((known) => isNearMiss(known, key.toLowerCase()))
  throw new NetError({
    kind: 'not-found',
    what: 'setting',
    wanted: key,
    suggestions: near.length > 0 ? near : keys,
  })
}

/** Reads a value for a setting. @throws NetError when it does not fit */
export function readSetting<K extends SettingKey>(key: K, value: string): Settings[K] {
  const read = READERS[key](value)
  if (read === undefined) throw badInput(key, value, `expects ${EXPECTED[key]}`)
  return read
}

/** The settings of a journal, with the defaults for what it does not say. */
export function settingsFrom(stored: { key: string; value: string }[]): Settings {
  const own = stored
    .filter(({ key }) => Object.hasOwn(READERS, key))
    .map(({ key, value }) => [key, READERS[key as SettingKey](value)] as const)
    .filter(([, value]) => value !== undefined)
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(own) }
}
