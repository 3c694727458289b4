import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayNumber,
  dayNumberAt,
  daysBetween,
  isCivilDate,
  lastDayOfMonth,
  weekdayOf,
} from '../../src/domain/dates.ts'
import { readDateInWords } from '../../src/domain/dates-in-words.ts'
import { readDate, readPartialDate } from '../../src/domain/read-date.ts'

/** A Wednesday. */
const TODAY = '2026-11-18'

const past = (text: string, dayFirst = true) => readDate(text, TODAY, { direction: 'past', dayFirst })
const future = (text: string) => readDate(text, TODAY, { direction: 'future', dayFirst: true })

describe('readDate, looking back', () => {
  it.each([
    ['2026-11-03', '2026-11-03'],
    ['2026/11/03', '2026-11-03'],
    ['20261103', '2026-11-03'],
    ['3.11.2026', '2026-11-03'],
    ['3. 11. 26', '2026-11-03'],
    ['03.11.80', '1980-11-03'],
    ['3.11.', '2026-11-03'],
    ['3.11', '2026-11-03'],
    ['3. November', '2026-11-03'],
    ['3. Nov. 2025', '2025-11-03'],
    ['12. März', '2026-03-12'],
    ['Nov 3', '2026-11-03'],
    ['November 3rd, 2025', '2025-11-03'],
    ['3rd of November', '2026-11-03'],
    ['Tuesday, 3 November', '2026-11-03'],
    ['Dienstag, den 3.11.', '2026-11-03'],
    ['today', '2026-11-18'],
    ['heute morgen', '2026-11-18'],
    ['yesterday', '2026-11-17'],
    ['Gestern Abend', '2026-11-17'],
    ['the day before yesterday', '2026-11-16'],
    ['vorgestern', '2026-11-16'],
    ['last tuesday', '2026-11-17'],
    ['letzten Mittwoch', '2026-11-11'],
    ['3 days ago', '2026-11-15'],
    ['a week ago', '2026-11-11'],
    ['a fortnight ago', '2026-11-04'],
    ['two months ago', '2026-09-18'],
    ['vor 3 Wochen', '2026-10-28'],
    ['vor einem Monat', '2026-10-18'],
    ['vor vierzehn Tagen', undefined],
    ['vor 14 Tagen', '2026-11-04'],
    ['vor einem Jahr', '2025-11-18'],
    ['31.12.', '2025-12-31'],
    ['29.2.', '2024-02-29'],
  ])('%s', (text, on) => {
    expect(past(text)?.on).toBe(on)
  })

  it.each([
    ['tuesday', '2026-11-17'],
    ['Wednesday', '2026-11-11'],
    ['am Mittwoch', '2026-11-11'],
    ['Sonnabend', '2026-11-14'],
    ['sat', '2026-11-14'],
    ['Mo', '2026-11-16'],
    ['11/10', '2026-10-11'],
    ['last week', '2026-11-11'],
    ['letzte Woche', '2026-11-11'],
    ['letztes Wochenende', '2026-11-14'],
    ['last month', '2026-10-18'],
    ['a few days ago', '2026-11-15'],
  ])('%s is a guess', (text, on) => {
    expect(past(text)).toEqual({ on, guessed: true })
  })

  it('takes a date with slashes as the settings say', () => {
    expect(past('11/10', false)).toEqual({ on: '2026-11-10', guessed: true })
    expect(past('25/10', false)).toEqual({ on: '2026-10-25', guessed: false })
    expect(past('10/10/2026')).toEqual({ on: '2026-10-10', guessed: false })
  })

  it.each([
    '2026-02-30',
    '30.2.2026',
    '31.4.',
    '32.1.2026',
    '2026-13-01',
    '',
    'soon',
    'May',
    'November',
    '14.30',
    '12',
    '3.11.2026 or so',
    'x'.repeat(1000),
    '9999 years ago',
  ])('refuses %s', (text) => {
    expect(past(text)).toBeUndefined()
  })
})

describe('readDate, looking ahead', () => {
  it.each([
    ['tomorrow', '2026-11-19'],
    ['morgen', '2026-11-19'],
    ['übermorgen', '2026-11-20'],
    ['friday', '2026-11-20'],
    ['Wednesday', '2026-11-25'],
    ['next friday', '2026-11-20'],
    ['kommenden Freitag', '2026-11-20'],
    ['in 2 weeks', '2026-12-02'],
    ['in einer Woche', '2026-11-25'],
    ['next week', '2026-11-25'],
    ['nächsten Monat', '2026-12-18'],
    ['end of month', '2026-11-30'],
    ['Ende des Monats', '2026-11-30'],
    ['end of the week', '2026-11-20'],
    ['end of february', '2027-02-28'],
    ['end of november', '2026-11-30'],
    ['Jahresende', '2026-12-31'],
    ['3.11.', '2027-11-03'],
    ['18.11.', '2026-11-18'],
    ['Jan 5', '2027-01-05'],
  ])('%s', (text, on) => {
    expect(future(text)?.on).toBe(on)
  })
})

describe('readDateInWords', () => {
  it.each([
    ['yesterday', '2026-11-17'],
    ['2026-11-03', '2026-11-03'],
    ['the second of march 2026', '2026-03-02'],
    ['dritter märz 2026', undefined],
    ['5 days before today', '2026-11-13'],
  ])('%s', async (text, on) => {
    const read = await readDateInWords(text, TODAY, { direction: 'past', dayFirst: true })
    expect(read?.on).toBe(on)
  })

  it.each([
    '2026-02-30',
    '30.2.2026',
    '31/02/2026',
    'Feb 30',
    '30 February 2026',
    'nonsense',
    'May',
    'at 5pm',
    'x'.repeat(5000),
    '',
    '12:30',
  ])('refuses %s', async (text) => {
    expect(await readDateInWords(text, TODAY, { direction: 'past', dayFirst: true })).toBeUndefined()
  })
})

describe('readPartialDate', () => {
  it.each([
    ['1980-03-15', '1980-03-15'],
    ['15.3.1980', '1980-03-15'],
    ['15 March 1980', '1980-03-15'],
    ['March 15, 1980', '1980-03-15'],
    ['--03-15', '--03-15'],
    ['15.3.', '--03-15'],
    ['15. März', '--03-15'],
    ['March 15th', '--03-15'],
    ['29.2.', '--02-29'],
    ['15/3', '--03-15'],
    ['2019-05', '2019-05'],
    ['Mai 2019', '2019-05'],
    ['2019', '2019'],
  ])('%s', (text, date) => {
    expect(readPartialDate(text)).toBe(date)
  })

  it.each([
    '--02-30',
    '--13-01',
    '30.2.',
    '2019-13',
    '1979-02-29',
    '0000',
    'yesterday',
    'friday',
    'in 2019',
    '',
    '15',
  ])('refuses %s', (text) => {
    expect(readPartialDate(text)).toBeUndefined()
  })
})

describe('any date', () => {
  const dates = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ]

  it('is read back from each way to write it', () => {
    fc.assert(
      fc.property(dates, dates, fc.boolean(), (date, today, dayFirst) => {
        const [year, month, day] = date.split('-').map(Number) as [number, number, number]
        const slashed = dayFirst ? `${day}/${month}/${year}` : `${month}/${day}/${year}`
        for (const text of [
          date,
          `${day}.${month}.${year}`,
          `${day} ${MONTHS[month - 1]} ${year}`,
          `${MONTHS[month - 1]} ${day}, ${year}`,
          slashed,
        ])
          expect(readDate(text, today, { dayFirst })?.on).toBe(date)
      }),
    )
  })

  it('is as many days away as are counted', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 9999 }), (today, days) => {
        expect(daysBetween(readDate(`${days} days ago`, today)!.on, today)).toBe(days)
        expect(daysBetween(today, readDate(`in ${days} Tagen`, today)!.on)).toBe(days)
      }),
    )
  })

  it('without a year is the nearest in its direction', () => {
    fc.assert(
      fc.property(dates, dates, (date, today) => {
        const [, month, day] = date.split('-').map(Number)
        const before = readDate(`${day}.${month}.`, today, { direction: 'past' })!.on
        const after = readDate(`${day}.${month}.`, today, { direction: 'future' })!.on
        expect(before <= today && after >= today).toBe(true)
        expect([before.slice(5), after.slice(5)]).toEqual([date.slice(5), date.slice(5)])
      }),
    )
  })

  const NAMED = ['monday', 'Dienstag', 'wed', 'Do', 'friday', 'Sonnabend', 'sunday']
  it('has a weekday within the week before', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(...NAMED), (today, name) => {
        const on = readDate(name, today)!.on
        expect(daysBetween(on, today)).toBeGreaterThanOrEqual(1)
        expect(daysBetween(on, today)).toBeLessThanOrEqual(7)
        expect(weekdayOf(on)).toBe(NAMED.indexOf(name) + 1)
      }),
    )
  })

  it('never comes out of text that is none as no date', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), dates, (text, today) => {
        const read = readDate(text, today)
        expect(read === undefined || isCivilDate(read.on)).toBe(true)
      }),
    )
  })

  it('is followed by the first of a month after the last', () => {
    fc.assert(fc.property(dates, (date) => addDays(lastDayOfMonth(date), 1).endsWith('-01')))
  })
})

it('numbers a day as the calendar of JavaScript does, wherever the day stands in a text', () => {
  const isRight = (date: string) => {
    expect(dayNumber(date)).toBe(Date.parse(date) / 86_400_000)
    expect(dayNumberAt(`2000-01-01${date}`, 10)).toBe(dayNumber(date))
  }
  for (const date of [
    '0000-01-01',
    '1600-02-29',
    '1900-02-28',
    '1900-03-01',
    '1970-01-01',
    '2000-02-29',
    '9999-12-31',
  ])
    isRight(date)
  fc.assert(
    fc.property(fc.integer({ min: -719_000, max: 2_900_000 }), (day) => {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
      isRight(date)
      expect(dayNumber(date)).toBe(day)
    }),
  )
})
