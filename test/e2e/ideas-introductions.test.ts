import { expect, test } from 'vitest'
import { sandbox } from './net.ts'

// What the field knows about networking, each idea as something a user can do and see.

const flat = (text: string): string => text.replace(/\s+/g, ' ')

test('B1: ties between people are first-class: by introductions, by what one knows, and who knows nobody is seen', () => {
  const { net } = sandbox()
  for (const name of ['Ada', 'Grace', 'Lin', 'Nils']) net('add', name)
  net('intro', 'Ada', 'Grace', '--for', 'looms')
  net('tie', 'Grace', 'Lin', '--since', '2019')
  net('log', 'Coffee with Ada and Nils')
  expect(net('tie', 'list').out).toBe(
    'Who    Knows  Since       Introduction\nAda    Grace  3 Nov 2026  #1\nGrace  Lin    2019\n',
  )
  expect(net('show', 'Grace').out).toContain('knows      Ada and Lin')
  expect(net('show', 'Nils', '--json').json.ties).toEqual([])
  expect(net('report').out).toContain('1 new tie between people you know, 1 of them by an introduction')
  expect(flat(net('path', 'Lin').out)).toContain('1. Grace → Lin')
})

test('C6: who introduced whom to me is known, back to the first link, and what came of it', () => {
  const { net } = sandbox()
  net('log', 'Met Lin Chen', '--event', 'Design Breakfast', '--on', '2025-03-06')
  net('met', 'Ada Lovelace', '--via', 'Lin', '--on', '2025-06-10')
  net('log', 'Coffee with Ada. got Ada: introduced me to Grace Hopper', '--on', '2026-02-14')
  expect(flat(net('show', 'Grace').out)).toContain(
    'through Ada Lovelace, who came through Lin Chen, met at Design Breakfast',
  )
  const { origin, introducedBy } = net('show', 'Grace', '--json').json
  expect(introducedBy).toEqual({ id: 2, name: 'Ada Lovelace' })
  expect(origin).toEqual([
    { kind: 'contact', id: 2, name: 'Ada Lovelace' },
    { kind: 'contact', id: 1, name: 'Lin Chen' },
    { kind: 'event', id: 1, name: 'Design Breakfast' },
  ])
  const [introduction] = net('intro', 'list', 'Grace', '--json').json
  net('intro', 'result', String(introduction.id), 'an order for her website')
  expect(net('find', 'website').out).toContain('an order for her website')
  expect(flat(net('report', '--quarter', '2026-Q4').out)).toContain('→ an order for her website')
})

test('A3: an introduction has its course, from the offer to the result, each step with its day', () => {
  const { net } = sandbox()
  for (const name of ['Ada', 'Grace']) net('add', name)
  net('intro', 'Ada', 'Grace', '--for', 'research', '--offer', '--on', '2026-07-01')
  net('intro', 'agree', '1', 'Ada', '--on', '2026-07-03')
  expect(flat(net().out)).not.toContain('Introductions') // Four months ago: nothing piles up.
  expect(net('intro', 'list', '--open').out).toContain('offered; to be asked: Grace')
  net('intro', 'agree', '1', 'Grace', '--on', '2026-07-20')
  net('intro', 'made', '1', '--on', '2026-08-01')
  net('intro', 'result', '1', 'a workshop', '--on', '2026-10-10')
  const [{ people, ...course }] = net('intro', 'list', '--json').json
  expect(people.map(({ agreedOn }: any) => agreedOn)).toEqual(['2026-07-03', '2026-07-20'])
  expect(course).toMatchObject({
    offeredOn: '2026-07-01',
    on: '2026-08-01',
    state: 'made',
    result: 'a workshop',
    resultOn: '2026-10-10',
    open: null,
  })
  const quarters = ['2026-Q3', '2026-Q4'].map(
    (label) => net('report', '--quarter', label, '--json').json.introductions,
  )
  expect(quarters.map(({ made, results }) => [made, results.length])).toEqual([
    [1, 0],
    [0, 1],
  ])
})

test('C2: who could open a door at a company or in a country, through whom, years on', () => {
  const { net } = sandbox()
  net('log', 'Coffee with Ravi Shah at the meetup', '--on', '2023-11-03')
  net('add', 'Priya Rao', '--org', 'Tata Motors', '--place', 'Mumbai, India')
  net('tie', 'Ravi', 'Priya')
  for (const to of ['India', 'Tata', 'Priya Rao'])
    expect(flat(net('path', to).out)).toBe(
      '1. Ravi Shah → Priya Rao (Tata Motors, Mumbai, India) last met 3 years ago (3 Nov 2023) ',
    )
})

test('A1: what I have put into my network and drawn out of it is said before an ask', () => {
  const { net } = sandbox()
  net('log', 'Coffee with Ada. gave: feedback on the talk', '--on', '2024-02-01')
  net('log', 'Coffee with Ada. got: a tip on the grant')
  net('add', 'Lin')
  net('tie', 'Ada', 'Lin')
  const { out, err } = net('path', 'Lin')
  expect(flat(err)).toBe(
    'So far you have put 1 favour into your network and drawn 1 out of it; this year 0 in, 1 out. ',
  )
  expect(out).toContain('Ada → Lin')
})

test('B3: what passed between the one I would ask and me is told as it happened: never a debt, a score or a rank', () => {
  const { net } = sandbox()
  for (const what of ['a lead', 'a desk for a week', 'feedback', 'an intro to her boss'])
    net('log', `Coffee with Ada. got: ${what}`)
  net('add', 'Lin')
  net('tie', 'Ada', 'Lin')
  const { out, err } = net('path', 'Lin')
  expect(flat(out)).toContain('you got: an intro to her boss (Nov 2026) and feedback (Nov 2026)')
  expect(out + err).not.toMatch(/owe|debt|balance|score|rank|point|%/i)
  expect(err).not.toContain('Ada')
})

test('C1: deposits first, withdrawals years later: an introduction I made stands in the curve from the day it was made', () => {
  const { net } = sandbox()
  for (const name of ['Ada', 'Grace']) net('add', name)
  net('intro', 'Ada', 'Grace', '--on', '2023-05-04')
  net('met', 'Lin', '--via', 'Ada', '--on', '2026-10-04')
  const { curve } = net('report', '--json').json.balance
  expect([curve[0], curve.at(-1)]).toEqual([
    { month: '2023-05', gave: 3, got: 0, balance: 3 },
    { month: '2026-11', gave: 3, got: 3, balance: 0 },
  ])
})
