import { expect, test } from 'vitest'
import { type Sandbox, sandbox, sandboxWith } from './net.ts'

const ok = ({ net }: Sandbox, ...args: string[]) => {
  const run = net(...args)
  expect(run, args.join(' ')).toMatchObject({ code: 0 })
  return run
}

/** Three breakfasts in autumn, a conference, and what came of them in the weeks after. */
const autumn = sandboxWith((box) => {
  const run = (...args: string[]) => ok(box, ...args)
  run(
    'event',
    'add',
    'Breakfast',
    '--on',
    '2026-08-04',
    '--format',
    'breakfast',
    '--cost',
    '12',
    '--hours',
    '2',
  )
  run('log', 'Met Ada Lovelace and Ben Adler', '--event', 'Breakfast', '--on', '2026-08-04')
  run('log', 'Met Ada Lovelace, Ben Adler and Clara Weiss', '--event', 'Breakfast', '--on', '2026-09-01')
  run('log', 'Met Ada Lovelace and Ben Adler', '--event', 'Breakfast', '--on', '2026-10-06')
  run(
    'event',
    'add',
    'PyCon Berlin',
    '--on',
    '2026-10-12',
    '--format',
    'conference',
    '--cost',
    '240',
    '--hours',
    '16',
  )
  run('log', 'Met Dora Maar', '--event', 'PyCon Berlin', '--on', '2026-10-12')
  run('log', 'Met Dora Maar and Emil Nolde', '--event', 'PyCon Berlin', '--on', '2026-10-13')
  // Ada brings Lin, Lin brings Max, Max brings Nora: second hand, third hand, and too far away.
  run('log', 'Coffee with Ada Lovelace. got: introduced me to Lin Chen', '--on', '2026-10-14')
  run('log', 'Coffee with Lin Chen. got: introduced me to Max Ernst', '--on', '2026-10-15')
  run('log', 'Coffee with Max Ernst. got: introduced me to Nora Joyce', '--on', '2026-10-16')
})

test('D1: after an event three questions; a yes earns it another visit, three visits without one are a question', () => {
  const box = autumn()
  const review = (date: string, ...answers: string[]) =>
    ok(box, 'event', 'review', `Breakfast ${date}`, ...answers)
  expect(review('2026-08', '--contacts', '--insight', '--no-fun').out).toMatch(
    /Breakfast \(4 Aug\): yes to contacts, insight\. Worth another visit\./,
  )
  const none = ['--no-contacts', '--no-insight', '--no-fun']
  expect(review('2026-09', ...none).out).not.toMatch(/still for you|another visit\./)
  expect(review('2026-10', ...none).out).toMatch(/no yes this time/)
  ok(box, 'log', 'Met Ada Lovelace', '--event', 'Breakfast', '--on', '2026-11-02')
  expect(review('2026-11', ...none, '--note', 'the same as always').out).toMatch(
    /Three visits, no yes: is it still for you\?/,
  )
  ok(box, 'event', 'review', 'PyCon', '--contacts', '--insight', '--fun')

  const rows = ok(box, 'event', 'compare', '--json').json
  expect(rows.map((row: any) => [row.name, row.visits, row.reviewed, row.yes, row.worth])).toEqual([
    ['Breakfast', 4, 4, { contacts: 1, insight: 1, fun: 0, any: 1 }, 'question'],
    ['PyCon Berlin', 1, 1, { contacts: 1, insight: 1, fun: 1, any: 1 }, 'again'],
  ])
  // Formats: 12 EUR and 2 hours for the two who were new on the only evening with a price; 240 EUR and 16 hours for two.
  expect(ok(box, 'event', 'compare', '--by', 'format').out).toMatch(
    /breakfast +6 EUR and 1 h for each new contact\. Three visits, no yes: is it\s+still for you\?\nconference +120 EUR and 8 h for each new contact\. Worth another visit\./,
  )
  expect(ok(box, 'event', 'list', '--by', 'format', '--json').json.map((row: any) => row.name)).toEqual([
    'breakfast',
    'conference',
  ])
})

test('D1: an event that is not reviewed comes up some days after, once it is reviewed no more', () => {
  const box = sandbox()
  ok(box, 'log', 'Met Ada Lovelace', '--event', 'Breakfast')
  expect(ok(box, 'log', 'Met Ben Adler', '--event', 'Long Ago', '--on', '2026-09-20').code).toBe(0)
  const on = (day: string, ...args: string[]) => box.netWith({ env: { NET_NOW: day } }, ...args)
  expect(on('2026-11-03').out).not.toMatch(/How was it/)
  expect(on('2026-11-04').out).toMatch(/How was it\?\n {2}Breakfast \(3 Nov\) +net event review Breakfast\n/)
  expect(on('2026-12-03', '--json').json.reviews).toEqual([
    { id: 1, name: 'Breakfast', on: '2026-11-03', isLast: true },
  ])
  expect(on('2026-12-04', '--json').json.reviews).toEqual([])
  on('2026-11-05', 'pause', '--all', '--until', '2026-11-10')
  expect(on('2026-11-06', '--json').json.reviews).toEqual([])
  expect(on('2026-11-11', '--json').json.reviews).toHaveLength(1)
  expect(on('2026-11-11', 'event', 'review', 'Breakfast', '--contacts', '--no-insight', '--fun').code).toBe(0)
  expect(on('2026-11-11', '--json').json.reviews).toEqual([])
})

test('D2: an event is judged by whom I met through those I met there, second and third hand, and by what came of it', () => {
  const box = autumn()
  ok(
    box,
    'outcome',
    'add',
    'Website relaunch',
    '--value',
    '4800',
    '--currency',
    'EUR',
    '--via',
    'Lin',
    '--on',
    '2026-10-20',
  )
  ok(
    box,
    'outcome',
    'add',
    'Workshop',
    '--value',
    '900',
    '--currency',
    'CHF',
    '--via',
    'Ada',
    '--on',
    '2026-10-21',
  )
  ok(
    box,
    'outcome',
    'add',
    'Translation',
    '--value',
    '300',
    '--currency',
    'EUR',
    '--not-network',
    '--on',
    '2026-10-22',
  )
  const first = ok(box, 'event', 'show', 'Breakfast 2026-08', '--json').json
  expect(first).toMatchObject({
    people: 2,
    newToMe: 2,
    secondHand: 1,
    thirdHand: 1,
    outcomes: [
      { currency: 'CHF', value: 90000 },
      { currency: 'EUR', value: 480000 },
    ],
  })
  expect(first.through.map((person: any) => [person.name, person.hand, person.introducedBy.name])).toEqual([
    ['Lin Chen', 2, 'Ada Lovelace'],
    ['Max Ernst', 3, 'Lin Chen'],
  ])
  expect(first.cameOfIt.map((outcome: any) => outcome.title)).toEqual(['Workshop', 'Website relaunch'])
  const shown = ok(box, 'event', 'show', 'Breakfast 2026-08').out
  expect(shown).toMatch(/2nd hand Lin Chen \(by Ada Lovelace\)\n +3rd hand Max Ernst \(by Lin Chen\)/)
  expect(shown).toMatch(/Website relaunch, 4,800 EUR ← Lin Chen ← Ada Lovelace/)
  // Those whom I met there again brought nobody to the later ones.
  const rows = ok(box, 'event', 'list', '--json').json
  expect(rows.map((row: any) => [row.name, row.on, row.secondHand, row.thirdHand])).toEqual([
    ['PyCon Berlin', '2026-10-12', 0, 0],
    ['Breakfast', '2026-10-06', 0, 0],
    ['Breakfast', '2026-09-01', 0, 0],
    ['Breakfast', '2026-08-04', 1, 1],
  ])
})

test('D4: always the same faces: how many at each event were new to me', () => {
  const box = autumn()
  const rows = ok(box, 'event', 'list', '--json').json
  expect(rows.map((row: any) => [row.on, row.people, row.newToMe])).toEqual([
    ['2026-10-12', 2, 2],
    ['2026-10-06', 2, 0],
    ['2026-09-01', 3, 1],
    ['2026-08-04', 2, 2],
  ])
  expect(ok(box, 'event', 'show', 'Breakfast').out).toMatch(
    /2 people met, nobody new\n +again +Ada Lovelace and Ben Adler/,
  )
  const [breakfast] = ok(box, 'event', 'compare', '--json').json
  expect(breakfast).toMatchObject({ name: 'Breakfast', visits: 3, people: 3, newToMe: 3 })
  // Whoever I knew before is not new, even where it is the first time there.
  const other = sandbox()
  ok(other, 'log', 'Coffee with Ada Lovelace', '--on', '2026-10-01')
  ok(other, 'log', 'Met Ada Lovelace and Ben Adler', '--event', 'Breakfast', '--on', '2026-10-02')
  expect(ok(other, 'event', 'show', 'Breakfast', '--json').json.met).toMatchObject([
    { name: 'Ada Lovelace', new: false },
    { name: 'Ben Adler', new: true },
  ])
})

test('D1 D4: the report tells the events of its time, and compares with the time before', () => {
  const box = autumn()
  ok(box, 'event', 'review', 'PyCon', '--contacts', '--no-insight', '--no-fun')
  const report = ok(box, 'report', '--quarter', '2026-Q4', '--json').json
  expect(
    report.events.map(({ name, on, people, newToMe, review }: any) => [
      name,
      on,
      people,
      newToMe,
      review?.contacts,
    ]),
  ).toEqual([
    ['Breakfast', '2026-10-06', 2, 0, undefined],
    ['PyCon Berlin', '2026-10-12', 2, 2, true],
  ])
  expect(report.visits).toMatchObject({
    count: 2,
    people: 4,
    newToMe: 2,
    before: { count: 2, people: 3, newToMe: 3 },
  })
  const text = ok(box, 'report', '--quarter', '2026-Q4').out
  expect(text).toMatch(/2 events, 4 met, 2 new to you \(Q3 2026: 2 events, 3 met, 3 new\)/)
  expect(text).toMatch(
    /PyCon Berlin \(12 Oct\): 2 met, 2 new; yes to contacts|PyCon Berlin \(12 Oct\) +2 met, 2 new; yes to contacts/,
  )
  expect(ok(box, 'report', '--quarter', '2026-Q4', '--csv').out).toMatch(/^visits,newToMe,2,3\r$/m)
})
