import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sandbox, TODAY } from './net.ts'

describe('net demo', () => {
  test('makes a journal beside the own one, and says how to look at it', () => {
    const box = sandbox()
    const file = join(box.folder, 'demo.db')
    const run = box.net('demo')
    expect(run).toMatchObject({ code: 0, err: '' })
    expect(run.out).toContain(file)
    expect(run.out).toContain('net stale')
    expect(readdirSync(box.folder).filter((name) => name.includes('.db'))).toEqual(['demo.db'])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('answers as JSON, and every command has something to show in it', () => {
    const box = sandbox()
    const { file, ...made } = box.net('demo', '--json').json
    expect(made).toMatchObject({ people: 71, from: '2024-11-03', to: TODAY, kept: null })
    const look = (...args: string[]) => box.net('--db', file, ...args, '--json').json
    expect(look('list')).toHaveLength(71)

    const stale = look('stale')
    const cold = stale.filter((row: any) => row.state === 'cold').map((row: any) => row.name)
    expect(cold).toEqual(expect.arrayContaining(['Sören Bärlauch', 'Dörte Heidekraut']))
    expect(cold.length).toBeLessThan(8)
    for (const name of ['Viktor Wacholder', 'Leni Pusteblume', 'Ulrike Schmetterling'])
      expect(stale.map((row: any) => row.name)).not.toContain(name)

    const report = look('report')
    expect(report.oneSided.drawOnMe.map((person: any) => person.name)).toEqual(['Quentin Marshmallow'])
    expect(report.oneSided.iDrawOn.map((person: any) => person.name)).toEqual(['Wilhelmina Thistlewood'])
    const { curve } = report.balance
    expect(curve.length).toBeGreaterThan(22)
    expect(curve.slice(0, 8).every((month: any) => month.balance > 0)).toBe(true)
    expect(curve.at(-1).balance).toBeGreaterThan(0)
    // Withdrawals come, later.
    const isDrawnFrom = (month: any, at: number) => at > 0 && month.balance < curve[at - 1].balance
    expect(curve.findIndex(isDrawnFrom)).toBeGreaterThan(2)

    expect(report.outcomes.byYear).toHaveLength(2)
    expect(report.endorsements.forMe).toHaveLength(1)

    // Through an introduction to a first order, from there to the next, and on to the third.
    const orders = look('outcome', 'list')
    expect(orders.find(({ title }: any) => title === 'Booking portal').chain).toMatchObject([
      { name: 'Imogen Lanternby' },
      { name: 'Oskar Nebelhorn' },
      { name: 'Mila Sonnentau' },
    ])
    expect(new Set(orders.map(({ currency }: any) => currency))).toEqual(new Set(['EUR', 'CHF', null]))
    expect(orders.filter(({ fromNetwork }: any) => !fromNetwork)).toHaveLength(2)
    const year = look('report', '--since', '2025-11-04', '--until', TODAY)
    expect(year.stages.snowball.length).toBeGreaterThan(0)
    expect(year.pauses).toMatchObject([{ why: ['the little one is here'], outcomes: 1 }])
    expect(year.balance.passedOn.count).toBe(2)
    expect(year.visits.inQuestion).toEqual(['Gründerabend'])

    expect(look('advocates')).toHaveLength(4)
    expect(look('path', 'Lissabon').map(({ chain }: any) => chain.map(({ name }: any) => name))).toEqual([
      ['Ivo Brombeer', 'Edda Federkiel'],
    ])
    expect(look('who', 'UX research')[0]).toMatchObject({ name: 'Änne Löwenzahn', endorsers: 2 })
    expect(look('match').length).toBeGreaterThan(2)
    expect(look('gaps').length).toBeGreaterThan(0)
    expect(look('intro', 'list', '--open').length).toBeGreaterThan(1)
    expect(look('event', 'list').filter(({ review }: any) => review === null)).toHaveLength(2)
    expect(look('brief', '--event', 'Netzwerkfrühstück').people).toHaveLength(4)
    expect(look('stage', 'list').length).toBeGreaterThan(4)

    expect(look('todo').length).toBeGreaterThan(3)
    expect(look('show', 'Mila')).toMatchObject({ name: 'Mila Sonnentau', place: 'Leipzig' })
    const history = look('history', '--limit', '1000')
    expect(history.length).toBeGreaterThan(500)
    expect(history.at(-1).at).toMatch(/^2024-11-03T08:30:00\+01:00$/)
    expect(history.every((row: any) => row.at.slice(0, 10) <= TODAY)).toBe(true)
  })

  test('is quick', () => {
    const box = sandbox()
    const from = Date.now()
    box.net('demo')
    expect(Date.now() - from).toBeLessThan(3000)
  })

  test('made again is the same, and keeps what was written into the one before', () => {
    const box = sandbox()
    const { file } = box.net('demo', '--json').json
    const people = () => box.net('--db', file, 'list', '--json').json.map((person: any) => person.name)
    const before = people()

    expect(box.net('demo', '--json').json.kept).toBeNull()
    expect(people()).toEqual(before)
    expect(readdirSync(box.folder).filter((name) => name.includes('.db'))).toEqual(['demo.db'])

    box.net('--db', file, 'add', 'Somebody Real')
    const { kept } = box.net('demo', '--json').json
    expect(people()).toEqual(before)
    expect(box.net('--db', kept, 'show', 'Somebody Real').code).toBe(0)
  })

  test('may be made again where NET_DB names it', () => {
    const box = sandbox()
    const env = { NET_DB: join(box.folder, 'demo.db') }
    expect(box.net('demo').code).toBe(0)
    expect(box.netWith({ env }, 'demo')).toMatchObject({ code: 0, err: '' })
  })

  test('never takes the place of anything else', () => {
    const box = sandbox()
    box.net('add', 'Ada')
    const own = readFileSync(box.db)
    expect(box.net('demo', '--out', box.db).code).toBe(4)
    expect(readFileSync(box.db).equals(own)).toBe(true)

    const text = join(box.folder, 'letter.txt')
    writeFileSync(text, 'Dear Ada')
    const run = box.net('demo', '--out', text)
    expect(run.code).toBe(4)
    expect(run.err).toContain('letter.txt')
    expect(readFileSync(text, 'utf8')).toBe('Dear Ada')

    expect(box.net('demo', '--out', box.folder).code).not.toBe(0)
    mkdirSync(join(box.folder, 'own'))
    writeFileSync(join(box.folder, 'own', 'demo.db'), '')
    expect(box.net('--db', join(box.folder, 'own', 'demo.db'), 'demo').code).toBe(4)
  })

  test('makes its folders, and stands where XDG puts data', () => {
    const box = sandbox()
    const run = box.netWith(
      { env: { NET_DB: '', XDG_DATA_HOME: join(box.folder, 'data') } },
      'demo',
      '--json',
    )
    expect(run.json.file).toBe(join(box.folder, 'data', 'net', 'demo.db'))
    expect(statSync(join(box.folder, 'data', 'net')).mode & 0o777).toBe(0o700)
    expect(existsSync(join(box.folder, 'data', 'net', 'journal.db'))).toBe(false)
    const quoted = join(box.folder, "it's here", 'demo.db')
    expect(box.net('demo', '--out', quoted).out).toContain(`'\\''s here`)
  })
})
