import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sandbox } from './net.ts'
import { KEYS, terminal } from './terminal.ts'

describe('net list', () => {
  it('teaches when the journal is empty, makes no file and answers an empty list', () => {
    const { net, db } = sandbox()
    const empty = net('list')
    expect(empty.code).toBe(0)
    expect(empty.out).toBe('')
    expect(empty.err.trimEnd().split('\n')).toHaveLength(2)
    expect(empty.err).toContain('net log')
    expect(net('list', '--json')).toMatchObject({ code: 0, out: '[]\n' })
    expect(net('list', '--csv')).toMatchObject({ code: 0, out: 'id,name,org,place,circles,tags,lastOn\r\n' })
    expect(existsSync(db)).toBe(false)
  })

  it('narrows by circle, tag, place and organisation, however they are spelled', () => {
    const { net } = sandbox()
    net('add', 'Ada', '--circle', 'Freunde', '--tag', 'Küche', '--place', 'Zürich', '--org', 'Groß & Söhne')
    net('add', 'Bob', '--place', 'London')
    const names = (...options: string[]) =>
      net('list', '--json', ...options).json.map(({ name }: { name: string }) => name)
    expect(names('--circle', 'freunde')).toEqual(['Ada'])
    expect(names('--tag', '#kueche')).toEqual(['Ada'])
    expect(names('--place', 'ZURICH')).toEqual(['Ada'])
    expect(names('--org', 'gross')).toEqual(['Ada'])
    expect(names('--place', 'london')).toEqual(['Bob'])
    expect(names('--place', 'london', '--tag', 'küche')).toEqual([])
    expect(names()).toEqual(['Ada', 'Bob'])
  })

  it('says what may have been meant when nobody fits', () => {
    const { net } = sandbox()
    net('add', 'Ada', '--place', 'Lisbon', '--circle', 'friends')
    const none = net('list', '--place', 'Lisbn')
    expect(none).toMatchObject({ code: 0, out: '' })
    expect(none.err).toContain('Did you mean "Lisbon"?')
    const unknown = net('list', '--circle', 'fiends')
    expect(unknown.code).toBe(3)
    expect(unknown.err).toContain('Did you mean "friends"?')
  })

  it('sorts by name, by last encounter and by when they were added', () => {
    const { net, netWith } = sandbox()
    netWith({ env: { NET_NOW: '2026-01-01' } }, 'add', 'Zoë')
    netWith({ env: { NET_NOW: '2026-01-02' } }, 'add', 'Ada')
    netWith({ env: { NET_NOW: '2026-01-03' } }, 'add', 'Émile')
    net('log', 'coffee with Zoë', '--on', '2026-05-01')
    net('log', 'coffee with Ada', '--on', '2026-06-01')
    const names = (sort: string) =>
      net('list', '--json', '--sort', sort).json.map(({ name }: { name: string }) => name)
    expect(names('name')).toEqual(['Ada', 'Émile', 'Zoë'])
    expect(names('last')).toEqual(['Ada', 'Zoë', 'Émile'])
    expect(names('added')).toEqual(['Émile', 'Ada', 'Zoë'])
    expect(net('list', '--sort', 'size').code).toBe(2)
  })

  it('makes spreadsheet formulas harmless in CSV', () => {
    const { net } = sandbox()
    net('add', 'Ada', '--org', '=1+1', '--place', 'A, "B"')
    expect(net('list', '--csv').out).toContain(`1,Ada,'=1+1,"A, ""B""",,,`)
  })

  it('stays within 80 columns', () => {
    const { net } = sandbox()
    net(
      'add',
      'Wolfgang '.repeat(20).trim(),
      '--org',
      'Gesellschaft '.repeat(9),
      '--place',
      'Ort '.repeat(30),
    )
    net('add', '王'.repeat(60), '--tag', 'eins', '--tag', 'zwei', '--circle', 'k'.repeat(70))
    for (const line of net('list').out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80)
  })
})

describe('net show', () => {
  it('is one screen of what happened, without adding anything up', () => {
    const { net } = sandbox()
    net('add', 'Ada Lovelace', '--circle', 'friends', '--birthday', '1990-11-10')
    for (let month = 1; month <= 7; month++) net('log', 'coffee with Ada', '--on', `2026-0${month}-05`)
    net(
      'log',
      'Lunch with Ada. gave: intro to Lin. got: a tip. todo: send slides by 2026-11-06. learned: likes tea',
      '--on',
      '2026-10-30',
    )
    const { code, out, err } = net('show', 'Ada Lovelace')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('30 Oct 2026, 4 days ago')
    expect(out).toContain('10 Nov 1990 (in 7 days, turning 36)')
    expect(out).toContain('you: send slides – by 6 Nov 2026, in 3 days')
    expect(out).toContain('2026-10-30  likes tea')
    expect(out).toContain('you gave: intro to Lin')
    expect(out).toContain('you got: a tip')
    expect(out).toContain('knows      Lin')
    expect(out).toContain('Met 8 times')
    expect(out).toContain('and 3 before that')
    expect(out).not.toMatch(/balance|score|owe|debt/i)
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    expect(net('show', 'Ada', '--json').json.encounters).toHaveLength(8)
  })

  it('wraps long text', () => {
    const { net } = sandbox()
    net('add', 'Ada', '--note', `${'word '.repeat(100)}\n\nsecond paragraph ${'x'.repeat(200)}`)
    const { out } = net('show', 'Ada')
    expect(out).toContain('second paragraph')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('finds by number, alias, part and spelling, and tells several apart', () => {
    const { net } = sandbox()
    net('add', 'Jürgen Müller', '--org', 'Acme')
    net('add', 'Petra Müller', '--place', 'Bonn')
    net('alias', 'add', 'Petra', 'Pepe')
    const name = (...wanted: string[]) => net('show', '--json', ...wanted).json.name
    expect(name('#1')).toBe('Jürgen Müller')
    expect(name('2')).toBe('Petra Müller')
    expect(name('pepe')).toBe('Petra Müller')
    expect(name('JUERGEN')).toBe('Jürgen Müller')
    expect(name('juergen', 'mueller')).toBe('Jürgen Müller')
    const several = net('show', 'mueller')
    expect(several).toMatchObject({ code: 4, out: '' })
    expect(several.err).toContain('#1 Jürgen Müller (Acme)')
    expect(several.err).toContain('#2 Petra Müller (Bonn)')
    const near = net('show', 'Petra Muler')
    expect(near.code).toBe(3)
    expect(near.err).toContain('Did you mean "Petra Müller"?')
    expect(net('show', '#99')).toMatchObject({ code: 3, out: '' })
    expect(net('show').code).toBe(2)
  })

  it('asks on a terminal who is meant, the one met last first', async () => {
    const box = sandbox()
    box.net('add', 'Jürgen Müller')
    box.net('add', 'Petra Müller', '--org', 'Acme')
    box.net('log', 'coffee with Petra', '--on', '2026-10-01')
    const run = terminal(box, ['show', 'mueller'])
    await run.sees('Petra Müller (Acme)')
    run.types(KEYS.enter)
    expect(await run.ends()).toMatchObject({ code: 0, screen: expect.stringContaining('Petra Müller #2') })
    const broken = terminal(box, ['show', 'mueller'])
    await broken.sees('Which mueller?')
    broken.types(KEYS.ctrlC)
    expect((await broken.ends()).code).toBe(130)
  })
})

describe('first met', () => {
  it('is the first encounter, where that lies before what was said', () => {
    const { net } = sandbox()
    net('add', 'Ada Lovelace')
    net('met', 'Lin Chen', '--via', 'Ada')
    expect(net('show', 'Lin').out).toContain('first met  3 Nov 2026 through Ada Lovelace')
    net('log', 'Coffee with Lin', '--on', '2026-10-01')
    expect(net('show', 'Lin').out).toContain('first met  1 Oct 2026 through Ada Lovelace')
    expect(net('brief', 'Lin').out).toContain('first met  1 Oct 2026, through Ada Lovelace')
    net('outcome', 'add', 'Logo', '--via', 'Lin', '--on', '2026-10-20')
    expect(net('outcome', 'list').out).toContain('to the first outcome through somebody: 19 days')
    expect(net('edit', 'Lin', '--met', '2019-05').code).toBe(0)
    expect(net('show', 'Lin').out).toContain('first met  May 2019 through')
  })
})
