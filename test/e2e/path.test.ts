import { describe, expect, test } from 'vitest'
import { type Sandbox, sandbox, sandboxWith } from './net.ts'

/** Ada is close and Ben was met once, both know Lin; Max of Siemens is known to Lin alone; nobody knows Nils. */
const box = sandboxWith(({ net }) => {
  net('log', 'Coffee with Ben on 2024-05-05')
  for (const on of ['2026-08-01', '2026-09-01', '2026-10-01', '2026-10-20'])
    net('log', 'Coffee with Ada', '--on', on)
  net('gave', 'Ada', 'feedback on the talk', '--on', '2026-10-01')
  net('got', 'Ada', 'a tip on the grant', '--on', '2026-08-01')
  net('add', 'Lin Chen', '--place', 'Lisbon')
  net('add', 'Max Mustermann', '--org', 'Siemens AG', '--place', 'Mumbai')
  net('add', 'Nils')
  net('tie', 'Ben', 'Lin')
  net('tie', 'Lin', 'Ada')
  net('tie', 'Lin', 'Max')
})

const chains = ({ net }: Sandbox, ...to: string[]): string[] =>
  net('path', ...to, '--json').json.map((row: any) =>
    row.chain.map(({ name }: { name: string }) => name).join(' > '),
  )

describe('net path', () => {
  test('to a contact: the one I know better is asked first, with what makes asking fair', () => {
    const run = box().net('path', 'Lin')
    expect(run.code).toBe(0)
    expect(run.out).toBe(
      [
        '1. Ada → Lin Chen (Lisbon)',
        '   last met 14 days ago (20 Oct 2026)',
        '   you gave: feedback on the talk (Oct 2026)',
        '   you got: a tip on the grant (Aug 2026)',
        '',
        '2. Ben → Lin Chen (Lisbon)',
        '   last met 2 years ago (5 May 2024)',
        '',
      ].join('\n'),
    )
    expect(run.err.replace(/\s+/g, ' ')).toBe(
      'So far you have put 1 favour into your network and drawn 1 out of it; all of that this year. ',
    )
  })

  test('to an organisation or a place, by any of its words', () => {
    for (const to of ['Siemens', 'siemens ag', 'Mumbai', 'Max'])
      expect(chains(box(), to)).toEqual([
        'Ada > Lin Chen > Max Mustermann',
        'Ben > Lin Chen > Max Mustermann',
      ])
    expect(chains(box(), 'Lis')).toEqual(['Ada > Lin Chen', 'Ben > Lin Chen'])
  })

  test('answers as JSON, without talk', () => {
    const run = box().net('path', 'Lin Chen', '--json')
    expect(run.err).toBe('')
    expect(run.json[0]).toEqual({
      chain: [
        { id: 2, name: 'Ada' },
        { id: 3, name: 'Lin Chen' },
      ],
      asker: { id: 2, name: 'Ada' },
      knownWell: true,
      encounters: 4,
      lastOn: '2026-10-20',
      metOn: '2026-08-01',
      gave: [{ what: 'feedback on the talk', on: '2026-10-01' }],
      got: [{ what: 'a tip on the grant', on: '2026-08-01' }],
      to: { id: 3, name: 'Lin Chen', org: null, role: null, place: 'Lisbon' },
    })
  })

  test('somebody I know well, or a little, I ask myself', () => {
    const one = box()
    expect(one.net('path', 'Ada')).toMatchObject({ code: 0, err: '' })
    expect(one.net('path', 'Ada').out).toContain('you know each other well')
    expect(chains(one, 'Ben')).toEqual(['Ben', 'Ada > Lin Chen > Ben'])
  })

  test('an introduction makes a way too, and so does being introduced to somebody', () => {
    const one = box()
    one.net('intro', 'Nils', 'Max', '--by', 'Lin')
    expect(chains(one, 'Nils')).toEqual(['Ada > Lin Chen > Nils', 'Ben > Lin Chen > Nils'])
    one.net('met', 'Max', '--via', 'Lin')
    expect(chains(one, 'Nils')).toEqual(['Lin Chen > Nils', 'Max Mustermann > Nils'])
  })

  test('what is planned is no meeting yet', () => {
    const one = box()
    one.net('log', '--planned', '--on', '2026-12-01', '--with', 'Nils', '--kind', 'coffee')
    one.net('tie', 'Nils', 'Max')
    expect(chains(one, 'Max')).not.toContain('Nils > Max Mustermann')
  })

  test('where no chain leads it says so, and what to do', () => {
    const run = box().net('path', 'Nils')
    expect([run.code, run.out]).toEqual([0, ''])
    expect(run.err.replace(/\s+/g, ' ')).toMatch(
      /No chain of people leads from you to Nils yet.*net tie.*net who/,
    )
    expect(box().net('path', 'Nils', '--json').json).toEqual([])
    expect(box().net('path', 'Nils', '--json').code).toBe(0)
  })

  test('fits narrow terminals, long and wide names', () => {
    const one = box()
    const long = `王芳 ${'Freifrau '.repeat(8)}von Ährenfels`
    one.net('add', long, '--org', 'A very long name of an organisation that goes on and on')
    one.net('tie', 'Ada', long)
    for (const COLUMNS of ['40', '120']) {
      const { out } = one.netWith({ env: { COLUMNS } }, 'path', 'Freifrau')
      expect(out).toContain('王芳')
      for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(Number(COLUMNS))
    }
  })

  test.each<[string, string[], number, RegExp]>([
    ['nowhere', ['Atlantis'], 3, /No contact, organisation or place "Atlantis"/],
    ['a slip of an organisation', ['Siemesn', 'AG'], 3, /Did you mean "Siemens AG"/],
    ['a slip of a name', ['Lnin Chen'], 3, /Did you mean "Lin Chen"/],
    ['myself', ['me'], 2, /yourself/],
    ['nothing', [' '], 2, /leads nowhere/],
    ['nobody named', [], 2, /Missing required argument/],
  ])('to %s: refused', (_, to, code, words) => {
    const run = box().net('path', ...to)
    expect([run.code, run.out]).toEqual([code, ''])
    expect(run.err).toMatch(words)
  })

  test('in an empty journal', () => {
    const run = sandbox().net('path', 'Ada')
    expect([run.code, run.out]).toEqual([3, ''])
  })
})
