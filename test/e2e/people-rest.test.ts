import { describe, expect, it } from 'vitest'
import { sandbox } from './net.ts'

const withAda = () => {
  const box = sandbox()
  box.net('add', 'Ada Lovelace')
  return { ...box, ada: () => box.net('show', 'Ada', '--json').json }
}

describe('net pause and net resume', () => {
  it('pauses a contact until a day', () => {
    const { net, ada } = withAda()
    const answer = net('pause', 'Ada', 'Lovelace', '--until', '2026-12-24', '--why', 'new baby', '--json')
    expect(answer.json).toMatchObject({
      contact: { id: 1, name: 'Ada Lovelace' },
      pause: { from: '2026-11-03', until: '2026-12-24', why: 'new baby' },
    })
    expect(ada()).toMatchObject({ paused: true, pausedUntil: '2026-12-24' })
    expect(net('resume', 'Ada').out).toContain('the pause is over')
    expect(ada()).toMatchObject({ paused: false, pausedUntil: null, pauses: [] })
    expect(net('resume', 'Ada', '--json').json.operation).toBeNull()
  })

  it('keeps the days of a pause that is ended', () => {
    const { net, netWith, ada } = withAda()
    netWith({ env: { NET_NOW: '2026-10-01' } }, 'pause', 'Ada')
    expect(ada()).toMatchObject({ paused: true, pausedUntil: null })
    net('resume', 'Ada')
    const during = netWith({ env: { NET_NOW: '2026-10-20' } }, 'show', 'Ada', '--json').json
    expect(during).toMatchObject({ paused: true, pausedUntil: '2026-11-02' })
  })

  it('lets what is said last hold', () => {
    const { net, ada } = withAda()
    net('pause', 'Ada', '--until', '2026-12-31')
    net('pause', 'Ada', '--until', '2026-11-10')
    expect(ada()).toMatchObject({ pausedUntil: '2026-11-10', pauses: [{ from: '2026-11-03' }] })
  })

  it('lets pauses overlap: one that is planned takes nothing from a longer one', () => {
    const { net, netWith } = withAda()
    const restsOn = (day: string) =>
      netWith({ env: { NET_NOW: day } }, 'show', 'Ada', '--json').json.pausedUntil
    net('pause', '--all', '--until', '2027-02-01', '--why', 'newborn')
    net('pause', '--all', '--from', '2026-12-20', '--until', '2027-01-06', '--why', 'holidays')
    expect(['2026-11-10', '2026-12-24', '2027-01-20'].map(restsOn)).toEqual(Array(3).fill('2027-02-01'))
    net('pause', '--all', '--from', '2027-01-15', '--until', '2027-03-01')
    expect(restsOn('2026-12-24')).toBe('2027-03-01')
    net('pause', 'Ada')
    net('pause', 'Ada', '--from', '2026-12-20', '--until', '2027-01-06')
    expect(restsOn('2027-06-01')).toBeNull()
    expect(netWith({ env: { NET_NOW: '2027-06-01' } }, 'show', 'Ada', '--json').json.paused).toBe(true)
    expect(net('resume', '--all', '--json').json.ended.pauses).toHaveLength(1)
  })

  it('plans a pause, and takes it off again', () => {
    const { net, ada } = withAda()
    expect(net('pause', 'Ada', '--from', '2026-12-20', '--until', '2027-01-06').out).toContain(
      'will rest from 20 Dec 2026 until 6 Jan 2027',
    )
    expect(ada()).toMatchObject({ paused: false, pauses: [{ from: '2026-12-20', until: '2027-01-06' }] })
    expect(net('resume', 'Ada').out).toContain('the pause that was planned is off')
    expect(ada().pauses).toEqual([])
  })

  it('tells who rests or will, but not who did', () => {
    const { net } = withAda()
    expect(net('pause')).toMatchObject({ code: 0, out: '' })
    expect(net('pause').err).toMatch(/^Nobody rests\./)
    net('pause', 'Ada', '--why', 'new baby')
    net('pause', '--all', '--from', '2026-12-20', '--until', '2027-01-06')
    net('add', 'Lin')
    net('pause', 'Lin', '--from', '2026-09-01', '--until', '2026-10-01')
    expect(net('pause', '--json').json).toEqual([
      { contact: null, from: '2026-12-20', until: '2027-01-06', why: null },
      { contact: { id: 1, name: 'Ada Lovelace' }, from: '2026-11-03', until: null, why: 'new baby' },
    ])
    expect(
      net('pause')
        .out.split('\n')
        .map((line) => line.trimEnd()),
    ).toEqual([
      'Who                From        Until       Why',
      'The whole journal  2026-12-20  2027-01-06',
      'Ada Lovelace       2026-11-03  open        new baby',
      '',
    ])
    expect(net('pause', '--why', 'nobody named').code).toBe(2)
  })

  it('pauses the whole journal', () => {
    const { net, ada } = withAda()
    expect(net('pause', '--all', '--until', '2026-11-30').out).toContain(
      'The whole journal rests until 30 Nov 2026',
    )
    expect(ada()).toMatchObject({ paused: true, pausedUntil: '2026-11-30', pauses: [{ everyone: true }] })
    const one = net('resume', 'Ada')
    expect(one.code).toBe(0)
    expect(one.out).toContain('net resume --all')
    expect(net('resume', '--all').code).toBe(0)
    expect(ada().paused).toBe(false)
  })

  it.each([
    [['pause', 'Ada', '--from', '2026-12-02', '--until', '2026-12-01']],
    [['pause', 'Ada', '--until', '2026-11-02']],
    [['pause', 'Ada', '--until', '2026-02-30']],
    [['pause', 'Ada', '--all']],
    [['resume']],
    [['resume', 'Ada', '--all']],
  ])('refuses %j', (args) => {
    const { net, ada } = withAda()
    const refused = net(...args)
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toMatch(/^net: /)
    expect(ada().pauses).toEqual([])
  })

  it('does not know strangers', () => {
    expect(withAda().net('pause', 'Bob', '--until', '2026-12-01').code).toBe(3)
  })
})

describe('net letgo', () => {
  it('lets go without reproach, and takes up again', () => {
    const { net, ada } = withAda()
    const gone = net('letgo', 'Ada')
    expect(gone.code).toBe(0)
    expect(gone.out).toContain('Everything stays in your journal')
    expect(gone.out).not.toMatch(/neglect|fail|should|lost/i)
    expect(ada().letGoOn).toBe('2026-11-03')
    expect(net('letgo', 'Ada', '--json').json).toMatchObject({ operation: null, letGoOn: '2026-11-03' })
    expect(net('resume', 'Ada').out).toContain('no longer let go')
    expect(ada().letGoOn).toBeNull()
  })
})

describe('net snooze', () => {
  it.each([
    [['2026-11-20'], '2026-11-20'],
    [['2', 'weeks'], '2026-11-17'],
    [['in 3 days'], '2026-11-06'],
    [['friday'], '2026-11-06'],
    [['morgen'], '2026-11-04'],
  ])('hides until %j', (until, day) => {
    const { net, ada } = withAda()
    expect(net('snooze', 'Ada', ...until, '--json').json).toMatchObject({ snoozedUntil: day })
    expect(ada().snoozedUntil).toBe(day)
    net('resume', 'Ada')
    expect(ada().snoozedUntil).toBeNull()
  })

  it.each([['yesterday'], ['today'], ['2026-11-03'], ['2026-13-01']])('refuses %s', (until) => {
    const { net, ada } = withAda()
    expect(net('snooze', 'Ada', until)).toMatchObject({ code: 2, out: '' })
    expect(ada().snoozedUntil).toBeNull()
  })
})
