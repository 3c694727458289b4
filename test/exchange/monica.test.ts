import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMonica } from '../../src/exchange/monica/account.ts'

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
    tasks: [{ sourceId: null, on: '2020-01-02', text: 'Buch leihen', people: [ADA], due: null }],
    favours: [],
    ties: [],
    letGo: [],
    unread: [{ line: 3, reason: 'no-name' }],
    leftOut: [{ what: 'finished task', count: 1 }],
  })
})

test('all else that an account holds has its home, or is counted', () => {
  const record = (uuid: string, properties: object) => ({
    uuid,
    created_at: '2022-01-01T00:00:00Z',
    properties,
  })
  const contact = (uuid: string, properties: object, ...data: unknown[]) => ({ uuid, properties, data })
  const read = readMonica(
    JSON.stringify({
      app_version: '4.1.2',
      account: {
        data: [
          list('user', { uuid: 'me' }),
          list(
            'contact',
            contact(
              ADA,
              { first_name: 'Ada', is_active: true },
              list(
                'conversation',
                record('k', {
                  happened_at: '2022-03-04T00:00:00Z',
                  contact_field_type: 'f-chat',
                  messages: [
                    { properties: { content: 'Tee?', written_by_me: true } },
                    { properties: { content: 'Gern', written_by_me: false } },
                  ],
                }),
                record('m', { happened_at: '2022-03-05', contact_field_type: 'f-email', messages: [] }),
              ),
              list(
                'gift',
                record('g1', { name: 'Buch', comment: 'Lyrik', status: 'offered', date: '2022-05-06' }),
                record('g2', { name: 'Wein', status: 'received' }),
                record('g3', { name: 'Teekanne', status: 'idea' }),
              ),
              list('debt', record('d1', { amount: 20, in_debt: true }), record('d2', { amount: 5 })),
              list(
                'reminder',
                record('r1', { title: 'anrufen', initial_date: '2027-01-02', frequency_type: 'one_time' }),
                record('r2', { title: 'jährlich', initial_date: '2027-01-02', frequency_type: 'year' }),
                record('r3', { title: 'Geburtstag', initial_date: '2027-01-02', delible: false }),
                record('r4', {
                  title: 'aus',
                  initial_date: '2027-01-02',
                  frequency_type: 'one_time',
                  inactive: true,
                }),
              ),
              list('pet', record('p', { name: 'Mimi', category: 'cat' })),
              list('life_event', record('l', { type: 'le', note: 'in Bern', happened_at: '2021-01-01' })),
              list('photo', 'ph-1', 'ph-2'),
            ),
            contact(GRACE, { first_name: 'Grace', is_dead: true }),
            contact('c-mia', { first_name: 'Mia', is_partial: true }),
          ),
          list(
            'relationship',
            record('', { type: 'best_friend', contact_is: GRACE, of_contact: ADA }),
            record('', { type: 'child', contact_is: 'c-mia', of_contact: ADA }),
            record('', { type: 'parent', contact_is: ADA, of_contact: 'c-mia' }),
            record('', { type: 'x', contact_is: 'nobody', of_contact: ADA }),
          ),
          list('document', { uuid: 'do' }),
        ],
        properties: { journal_entries: [{}, {}] },
        instance: {
          contact_field_types: [
            { uuid: 'f-email', properties: { type: 'email' } },
            { uuid: 'f-chat', properties: { name: 'Signal' } },
          ],
          life_event_types: [{ uuid: 'le', properties: { name: 'moved' } }],
        },
      },
    }),
  )!
  const told = { on: '2022-01-01', people: [ADA] }
  expect(read.contacts.map(({ name }) => name)).toEqual(['Ada', 'Grace'])
  expect(read.meetings).toMatchObject([
    { sourceId: 'k', on: '2022-03-04', kind: 'chat', text: '→ Tee?\n← Gern', people: [ADA] },
    { sourceId: 'm', on: '2022-03-05', kind: 'mail', text: '' },
  ])
  expect(read.favours).toEqual([
    { ...told, sourceId: 'g1', on: '2022-05-06', text: 'Buch: Lyrik', direction: 'gave' },
    { ...told, sourceId: 'g2', text: 'Wein', direction: 'got' },
  ])
  expect(read.notes).toEqual([
    { ...told, sourceId: 'l', on: '2021-01-01', text: 'moved: in Bern' },
    { ...told, sourceId: 'p', text: 'cat: Mimi' },
    { ...told, sourceId: 'g3', text: 'gift idea: Teekanne' },
    { ...told, sourceId: `${GRACE} best_friend ${ADA}`, text: 'best friend: Grace' },
    { ...told, sourceId: `c-mia child ${ADA}`, text: 'child: Mia' },
  ])
  expect(read.tasks).toEqual([{ ...told, sourceId: 'r1', text: 'anrufen', due: '2027-01-02' }])
  expect(read.ties).toEqual([{ a: GRACE, b: ADA }])
  expect(read.letGo).toEqual([GRACE])
  expect(read.leftOut).toEqual([
    { what: 'reminder', count: 2 },
    { what: 'debt', count: 2 },
    { what: 'photo', count: 2 },
    { what: 'journal_entry', count: 2 },
    { what: 'document', count: 1 },
  ])
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
