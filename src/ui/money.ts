import { type CurrencyCode, decimalsOf } from '../domain/currencies.ts'

/** "4,800 EUR", "4,800.50 EUR", "1.250 KWD": decimals only where there are some. What it says `readMoney` reads again. */
export const moneyText = (value: number, currency: CurrencyCode): string =>
  `${amountText(value, currency)} ${currency}`

/** For a spreadsheet: "4800.50", in the major unit. */
export const plainAmount = (value: number, currency: CurrencyCode): string =>
  amountText(value, currency).replaceAll(',', '')

/**
 * The same without the currency.
 * @param value in minor units
 */
export function amountText(value: number, currency: CurrencyCode): string {
  const decimals = decimalsOf(currency)
  const digits = String(value).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals)
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',')
  return /[1-9]/.test(fraction) ? `${grouped}.${fraction}` : grouped
}
