import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMonica } from '../../src/exchange/monica.ts'

const list = (type: string, ...values: unknown[]) => ({ count: values.length, type, values })
const ADA = 'c-ada'
const GRACE = 'c-grace'

const ACCOUNT = {
  version: '1.0-preview.1',
  app_version: '4.0.0',
  export_date: '2026-01-01T00:00:00Z',
  account: {
    uuid: 'acc',
    data: [
      list(
        'contact',
        {
          uuid: ADA,
          properties: {
            first_name: 'Ada',
            last_name: 'Beispiel',
            nickname: 'Adi',
            job: 'Rechnerin',
            company: 'Muster AG',
            description: 'Mag Tee',
            tags: ['startup'],
            stay_in_touch_frequency: 60,
            birthdate: {
              uuid: 'd',
              is_age_based: false,
              is_year_unknown: true,
              date: '2016-12-10T00:00:00Z',
            },
            first_met_date: { is_age_based: false, is_year_unknown: false, date: '2019-05-04T00:00:00Z' },
            first_met_through: GRACE,
          },
          data: [
            list('call', { properties: { called_at: '2020-02-03T10:00:00Z', content: 'Preise' } }),
            list('contact_field', { properties: { data: 'ada@beispiel.example', type: 'f-email' } }),
            list('note', { created_at: '2020-01-01T00:00:00Z', properties: { body: 'zieht um' } }),
            list(
              'task',
              { created_at: '2020-01-02T00:00:00Z', properties: { title: 'Buch leihen', completed: false } },
              { created_at: '2020-01-02T00:00:00Z', properties: { title: 'erledigt', completed: true } },
            ),
            list('address', { properties: { name: 'Zuhause', street: 'Musterweg 1', city: 'Berlin' } }),
            list('activity', 'a-1'),
          ],
        },
        { uuid: GRACE, properties: { first_name: 'Grace' }, data: [list('activity', 'a-1')] },
        { uuid: 'c-none', properties: {} },
      ),
      list('activity', {
        uuid: 'a-1',
        properties: { summary: 'Mittagessen', description: 'am See', happened_at: '2021-06-07' },
      }),
    ],
    properties: {},
    instance: { contact_field_types: [{ uuid: 'f-email', properties: { name: 'Email', type: 'email' } }] },
  },
}

test('a Monica account, field by field', () => {
  expect(readMonica(JSON.stringify(ACCOUNT))).toEqual({
    contacts: [
      {
        sourceId: ADA,
        name: 'Ada Beispiel',
        org: 'Muster AG',
        role: 'Rechnerin',
        place: 'Berlin',
        note: 'Mag Tee',
        metOn: '2019-05-04',
        metAt: null,
        cadenceDays: 60,
        aliases: ['Adi'],
        circles: [],
        tags: ['startup'],
        reach: [
          { kind: 'email', label: null, value: 'ada@beispiel.example' },
          { kind: 'address', label: 'zuhause', value: 'Musterweg 1, Berlin' },
        ],
        dates: [{ label: 'birthday', date: '--12-10' }],
        line: 1,
      },
      expect.objectContaining({ sourceId: GRACE, name: 'Grace' }),
    ],
    introductions: [{ person: ADA, by: GRACE }],
    meetings: [
      {
        sourceId: null,
        on: '2020-02-03',
        kind: 'call',
        text: 'Preise',
        people: [ADA],
        place: null,
        tags: [],
        line: 0,
      },
      {
        sourceId: 'a-1',
        on: '2021-06-07',
        kind: null,
        text: 'Mittagessen\nam See',
        people: [ADA, GRACE],
        place: null,
        tags: [],
        line: 0,
      },
    ],
    notes: [{ sourceId: null, on: '2020-01-01', text: 'zieht um', people: [ADA] }],
    tasks: [{ sourceId: null, on: '2020-01-02', text: 'Buch leihen', people: [ADA] }],
    unread: [{ line: 3, reason: 'no-name' }],
  })
})

test('what is no such export is none, and nothing makes it throw', () => {
  for (const text of ['', '{}', '[]', 'null', '{"account":{}}', '{"account":1,"app_version":2}'])
    expect(() => readMonica(text)).not.toThrow()
  expect(readMonica('{}')).toBeUndefined()
  fc.assert(
    fc.property(fc.json(), (inner) => {
      expect(() =>
        readMonica(`{"app_version":"4","account":{"data":[{"type":"contact","values":[${inner}]}]}}`),
      ).not.toThrow()
    }),
  )
})
