import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencyCode, decimalsOf } from '../../src/domain/currencies.ts'
import { NetError } from '../../src/domain/errors.ts'
import { readCurrency, readMoney } from '../../src/domain/money.ts'
import { amountText, moneyText } from '../../src/ui/money.ts'

const read = (text: string, given?: string, usual = 'EUR') => readMoney('--value', text, given, usual)
const refused = (text: string, given?: string): string => {
  try {
    read(text, given)
  } catch (error) {
    if (error instanceof NetError && error.problem.kind === 'bad-input') return error.problem.why
    throw error
  }
  return 'not refused'
}

describe('amounts as people write them', () => {
  test.each([
    ['4800', 480000],
    ['0', 0],
    ['4.800,50', 480050],
    ['4,800.50', 480050],
    ["1'200", 120000],
    ['1’200.50', 120050],
    ['1 200,5', 120050],
    ['1\u202f200', 120000],
    ['12,5', 1250],
    ['12.50', 1250],
    ['.5', 50],
    ['1.234.567,89', 123456789],
    ['1,00,000', 10000000],
    ['1200,-', 120000],
    ['1200.–', 120000],
    [' 4800 ', 480000],
    ['0.50', 50],
    ['007', 700],
  ])('%j', (text, value) => {
    expect(read(text)).toEqual({ value, currency: 'EUR' })
  })

  test('one sign before three digits parts thousands, whichever it is', () => {
    expect(read('4.800').value).toBe(480000)
    expect(read('4,800').value).toBe(480000)
    expect(refused('0,800')).toBe('has more than 2 decimals')
    expect(refused('4800.500')).toBe('has more than 2 decimals')
  })

  test('currencies with no decimals, and with three', () => {
    expect(read('4,800', 'JPY')).toEqual({ value: 4800, currency: 'JPY' })
    expect(refused('48.5', 'JPY')).toBe('has decimals, and JPY has none')
    expect(read('4,800', 'KWD').value).toBe(4_800_000)
    expect(read('4.800', 'KWD').value).toBe(4_800)
    expect(read('4.8', 'BHD').value).toBe(4_800)
    expect(refused('4.8001', 'KWD')).toBe('has more than 3 decimals')
  })

  test('the currency may stand with it', () => {
    expect(read('4800 CHF')).toEqual({ value: 480000, currency: 'CHF' })
    expect(read("chf 1'200.-")).toEqual({ value: 120000, currency: 'CHF' })
    expect(read('€4.800,50', undefined, 'CHF')).toEqual({ value: 480050, currency: 'EUR' })
    expect(read('4800€')).toEqual({ value: 480000, currency: 'EUR' })
    expect(read('$25')).toEqual({ value: 2500, currency: 'USD' })
    expect(read('$25', undefined, 'CAD')).toEqual({ value: 2500, currency: 'CAD' })
    expect(read('25 EUR', 'EUR')).toEqual({ value: 2500, currency: 'EUR' })
    expect(refused('25 EUR', 'CHF')).toBe('is not in CHF')
  })

  test.each([
    ['-5', 'is negative'],
    ['−5', 'is negative'],
    ['-5 EUR', 'is negative'],
    ['(5)', 'is negative'],
    ['1.234', undefined],
    ['12.345', undefined],
    ['1.23.456', 'is no amount'],
    ['1,2,3', 'is no amount'],
    ['1.234.56', 'is no amount'],
    ["1'20", 'is no amount'],
    ['abc', 'is no amount'],
    ['', 'is no amount'],
    ['5 XYZ', 'is no amount'],
    ['EUR 5 EUR', 'is no amount'],
    ['12e3', 'is no amount'],
    ['Infinity', 'is no amount'],
    ['0x10', 'is no amount'],
    ['5.', 'is no amount'],
    ['1.555', undefined],
    ['1.5555', 'has more than 2 decimals'],
    ['99999999999999999', 'is too large'],
    ['٣', 'is no amount'],
  ])('%j: %s', (text, why) => {
    expect(refused(text)).toBe(why ?? 'not refused')
  })
})

test('currencies are those of ISO 4217', () => {
  expect(readCurrency('--currency', 'eur')).toBe('EUR')
  expect(() => readCurrency('--currency', 'XYZ')).toThrow(NetError)
  expect(currencyCode('EU')).toBeUndefined()
  expect(currencyCode('D A')).toBeUndefined()
  expect(['EUR', 'JPY', 'KWD', 'CLF'].map(decimalsOf)).toEqual([2, 0, 3, 4])
})

test('amounts for reading', () => {
  expect(moneyText(480000, 'EUR')).toBe('4,800 EUR')
  expect(moneyText(480050, 'EUR')).toBe('4,800.50 EUR')
  expect(moneyText(5, 'EUR')).toBe('0.05 EUR')
  expect(moneyText(1234567, 'JPY')).toBe('1,234,567 JPY')
  expect(moneyText(1250, 'KWD')).toBe('1.250 KWD')
  expect(moneyText(0, 'CHF')).toBe('0 CHF')
  expect(amountText(100000000, 'EUR')).toBe('1,000,000')
})

test('what is shown is read again as it was', () => {
  const currency = fc.constantFrom('EUR', 'CHF', 'JPY', 'KWD', 'BHD', 'CLF', 'USD', 'ISK')
  fc.assert(
    fc.property(fc.oneof(fc.nat(), fc.maxSafeNat()), currency, currency, (value, code, usual) => {
      expect(read(moneyText(value, code), undefined, usual)).toEqual({ value, currency: code })
      expect(read(amountText(value, code), code)).toEqual({ value, currency: code })
    }),
    { numRuns: 500 },
  )
})

test('German and Swiss ways of writing say the same as the English one', () => {
  fc.assert(
    fc.property(fc.nat(), (value) => {
      const english = amountText(value, 'EUR')
      const german = english.replace(/[.,]/g, (sign) => (sign === ',' ? '.' : ','))
      expect(read(german).value).toBe(value)
      expect(read(english.replaceAll(',', "'")).value).toBe(value)
    }),
  )
})
