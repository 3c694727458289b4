import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** Reads numbers as E.164, those without a country as of the given one; a number is worked out once. */
export function phoneReader(country: string): (number: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (text) => {
    if (!known.has(text)) known.set(text, parsePhoneNumberFromString(text, country as CountryCode)?.number)
    return known.get(text)
  }
}
