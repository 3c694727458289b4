import { type CurrencyCode, currencyCode, decimalsOf, SHARED_SIGNS, SIGNS } from './currencies.ts'
import { badInput } from './errors.ts'

/** An amount in minor units (cents) of a currency. */
export interface Money {
  value: number
  currency: CurrencyCode
}

/** What stands between thousands: 4.800, 4,800, 4'800, 4 800. */
const GROUPED = /^[1-9]\d{0,2}(?:([.,'’ \u00a0\u202f])\d{3})(?:\1\d{3})*$/
/** As in India: 1,00,000. */
const LAKHS = /^[1-9]\d?(?:,\d\d)+,\d{3}$/
const NOT_DIGITS = /\D/g

const NUMBER_HINT = 'Write it like 4800, 4,800.50 or 4.800,50.'

/** @throws NetError when there is no currency of that code */
export function readCurrency(what: string, text: string): CurrencyCode {
  const code = currencyCode(text)
  if (code === undefined)
    throw badInput(what, text, 'is no currency', 'Give its code of three letters, e.g. EUR, CHF or USD.')
  return code
}

/**
 * Reads an amount as people write it: 4800, 4.800,50, 4,800.50, 1'200, 12,5, 4800 EUR, € 4.800,-.
 * A single point or comma before exactly three digits parts thousands: 4.800 and 4,800 are both four thousand eight hundred.
 * Only in currencies with three decimals a point is one of decimals, since that is how they are written: 4.800 KWD.
 * @param what names the amount in errors, e.g. --value
 * @param given the currency asked for beside it; one in the text has to be the same
 * @param usual the currency where none is named
 * @throws NetError when it is no amount, negative, has more decimals than its currency, or is beyond counting exactly
 */
export function readMoney(
  what: string,
  text: string,
  given: CurrencyCode | undefined,
  usual: CurrencyCode,
): Money {
  const { amount, named } = withoutCurrency(text, given ?? usual)
  if (given !== undefined && named !== undefined && named !== given)
    throw badInput(what, text, `is not in ${given}`, 'Name one currency.')
  const currency = given ?? named ?? usual
  return { value: readAmount(what, text, amount, currency), currency }
}

/** Longer than any amount. */
const LONGEST = 60

/** The number alone, and the currency that stands before or after it. */
function withoutCurrency(text: string, usual: CurrencyCode): { amount: string; named?: CurrencyCode } {
  if (text.length > LONGEST) return { amount: '' }
  const parts = /^\s*(\p{Sc}|[a-z]{3}(?![a-z]))?\s*([^\p{Sc}a-z]*?)\s*(\p{Sc}|[a-z]{3})?\s*$/iu.exec(text)
  if (!parts || (parts[1] && parts[3])) return { amount: text.trim() }
  const word = parts[1] ?? parts[3]
  if (word === undefined) return { amount: parts[2]! }
  const named = SHARED_SIGNS[word]?.includes(usual) ? usual : (SIGNS[word] ?? currencyCode(word))
  return named === undefined ? { amount: text.trim() } : { amount: parts[2]!, named }
}

function readAmount(what: string, text: string, amount: string, currency: CurrencyCode): number {
  // 4800,- and 4800.– are whole amounts.
  const plain = amount.replace(/[.,][-–—]+$/, '')
  if (/^[-–−(]/.test(plain)) throw badInput(what, text, 'is negative', 'Give an amount of 0 or more.')
  const decimals = decimalsOf(currency)
  const { whole, fraction } = partsOf(plain, decimals) ?? { whole: '', fraction: '' }
  if (whole === '') throw badInput(what, text, 'is no amount', NUMBER_HINT)
  if (fraction.length > decimals)
    throw badInput(
      what,
      text,
      decimals === 0 ? `has decimals, and ${currency} has none` : `has more than ${decimals} decimals`,
      NUMBER_HINT,
    )
  const value = Number(whole + fraction.padEnd(decimals, '0'))
  if (!Number.isSafeInteger(value)) throw badInput(what, text, 'is too large', 'Is it meant to be that much?')
  return value
}

/** The digits before and after the decimal sign; `undefined` where it is no number. */
function partsOf(text: string, decimals: number): { whole: string; fraction: string } | undefined {
  const isDecimalPoint = decimals === 3 && /^\d+\.\d{3}$/.test(text)
  if (!isDecimalPoint && isWhole(text)) return { whole: text.replace(NOT_DIGITS, ''), fraction: '' }
  const split = /^(.*?)([.,])(\d+)$/.exec(text)
  if (!split) return undefined
  const [, before, sign, fraction] = split as unknown as [string, string, string, string]
  if (before !== '' && (!isWhole(before) || before.includes(sign))) return undefined
  return { whole: before.replace(NOT_DIGITS, '') || '0', fraction }
}

const isWhole = (text: string): boolean => /^\d+$/.test(text) || GROUPED.test(text) || LAKHS.test(text)
