import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sandbox, sandboxWith } from './net.ts'

const twice = sandboxWith((box) => {
  box.net('add', 'Ada Beispiel', '--email', 'ada@x.example', '--org', 'Muster')
  box.net('add', 'A. Beispiel', '--email', 'ADA@x.example', '--org', 'Neu', '--place', 'Berlin')
  box.net('add', 'Grace Muster', '--phone', '+49 30 5550100')
  box.net('add', 'Muster, Grace', '--phone', '030/5550100', '--new')
  box.net('log', 'Kaffee mit Ada Beispiel und A. Beispiel. gave Ada Beispiel: tip #startup')
  box.net('log', 'Lunch with A. Beispiel and Lin Leer. learned A. Beispiel: mag Tee. todo: Buch leihen')
  box.net('tie', 'Ada Beispiel', 'A. Beispiel')
  box.net('tie', 'A. Beispiel', 'Lin Leer')
  box.net('tag', 'add', 'A. Beispiel', 'design')
  box.net('offer', 'A. Beispiel', 'Logos')
})

describe('net duplicates', () => {
  test('names pairs with the evidence, the surest first', () => {
    const box = twice()
    expect(box.net('duplicates', '--json').json).toMatchObject([
      { a: { name: 'Grace Muster' }, b: { name: 'Muster, Grace' }, evidence: ['phone', 'name'] },
      { a: { name: 'Ada Beispiel' }, b: { name: 'A. Beispiel' }, evidence: ['email'] },
    ])
    const { out } = box.net('duplicates')
    expect(out).toContain('in common: the phone number +49305550100 and the name')
    expect(out).toContain('One person: net merge "#3" "#4"')
  })

  test('of a name that very many have only those are named who agree in more', () => {
    const box = sandbox()
    const card = (at: number) => `BEGIN:VCARD\nVERSION:3.0\nUID:u${at}\nFN:Anna Muster\nEND:VCARD\n`
    const path = join(box.folder, 'many.vcf')
    writeFileSync(path, Array.from({ length: 30 }, (_, at) => card(at)).join(''))
    box.net('import', path)
    expect(box.net('duplicates', '--json').json).toEqual([])
    for (const one of ['#1', '#2']) box.net('edit', one, '--org', 'Werk')
    expect(box.net('duplicates', '--json').json).toEqual([
      {
        a: { id: 1, name: 'Anna Muster', org: 'Werk', place: null },
        b: { id: 2, name: 'Anna Muster', org: 'Werk', place: null },
        evidence: ['name', 'org'],
        inCommon: [
          { evidence: 'name', value: null },
          { evidence: 'org', value: 'Werk' },
        ],
      },
    ])
  })

  test('a slip in a name is seen where the firm or the birthday is the same', () => {
    const box = sandbox()
    box.net('add', 'Katharina Maier', '--org', 'Werk', '--place', 'Köln')
    box.net('add', 'Katarina Maier', '--org', 'WERK', '--new')
    box.net('add', 'Anna Kurz', '--place', 'Köln')
    box.net('add', 'Anne Kurz', '--place', 'Köln', '--new')
    box.net('add', 'Bruno Lang', '--org', 'Werk')
    expect(box.net('duplicates', '--json').json).toMatchObject([
      { a: { id: 1 }, b: { id: 2 }, evidence: ['similar-name', 'org'] },
    ])
    expect(box.net('duplicates').out).toContain('in common: a similar name and the organisation Werk')
  })

  test('two who are told apart are not named again, until that is taken back', () => {
    const box = twice()
    expect(box.net('duplicates', 'apart', 'Grace Muster', '#4').code).toBe(0)
    expect(box.net('duplicates', '--json').json).toHaveLength(1)
    box.net('undo')
    expect(box.net('duplicates', '--json').json).toHaveLength(2)
    expect(box.net('duplicates', 'apart', '#3', '#3').code).toBe(2)
  })
})

describe('net merge', () => {
  test('keeps everything of both, and is undone exactly', () => {
    const box = twice()
    const before = box.net('export').out
    expect(box.net('merge', 'Ada Beispiel', 'A. Beispiel', '--yes')).toMatchObject({ code: 0, err: '' })
    const ada = box.net('show', '#1', '--json').json
    expect(ada).toMatchObject({
      name: 'Ada Beispiel',
      aliases: ['A. Beispiel'],
      org: 'Muster',
      place: 'Berlin',
      tags: ['design'],
      reach: [{ kind: 'email', value: 'ada@x.example' }],
      facts: [{ what: 'mag Tee' }],
      ties: [{ name: 'Lin Leer' }],
    })
    expect(ada.encounters).toHaveLength(2)
    expect(ada.favours).toHaveLength(1)
    expect(ada.followUps).toHaveLength(1)
    expect(ada.offers).toHaveLength(1)
    expect(box.net('show', 'A. Beispiel').out).toContain('Ada Beispiel #1')
    expect(box.net('show', '#2').code).toBe(3)
    box.net('undo')
    expect(box.net('export').out).toBe(before)
    box.net('redo')
    expect(box.net('show', '#2').code).toBe(3)
  })

  test('every record that names a person comes along', () => {
    const box = twice()
    box.net('vouch', 'A. Beispiel', 'for', 'me', '--story', 'Sie ist die Richtige')
    box.net('outcome', 'add', 'Website', '--value', '100', '--via', 'A. Beispiel')
    box.net('stage', 'A. Beispiel', 'customer')
    box.net('intro', 'A. Beispiel', 'Grace Muster')
    box.net('event', 'add', 'Frühstück', '--on', '2026-12-01', '--with', 'A. Beispiel')
    box.net('merge', '#1', '#2', '--yes')
    expect(box.net('advocates', '--json').json).toMatchObject([{ name: 'Ada Beispiel' }])
    expect(box.net('outcome', 'list', '--json').json).toMatchObject([{ via: { name: 'Ada Beispiel' } }])
    expect(box.net('show', '#1', '--json').json).toMatchObject({ stage: 'customer' })
    expect(box.net('show', 'Grace Muster', '--json').json.ties).toMatchObject([{ name: 'Ada Beispiel' }])
    expect(box.net('doctor').code).toBe(0)
  })

  test('tells what comes along, what falls away, and what is not taken', () => {
    const box = sandbox()
    box.net('add', 'Ada Beispiel', '--birthday', '1990-01-01', '--cadence', '30')
    box.net('add', 'A. Beispiel', '--birthday', '1991-02-02', '--cadence', '90', '--new')
    box.net('add', 'Grace Leer')
    box.net('log', 'Tea with A. Beispiel and Grace Leer. todo: Folien schicken. learned: mag Tee')
    box.net('met', 'A. Beispiel', '--via', 'Ada Beispiel')
    box.net('vouch', 'Ada Beispiel', 'for', 'A. Beispiel', '--topic', 'design')
    box.net('vouch', 'Grace Leer', 'for', 'A. Beispiel', '--topic', 'design')
    box.net('tie', 'A. Beispiel', 'Grace Leer')
    box.net('pause', 'A. Beispiel', '--until', '2026-12-24')
    const { comesAlong, between, notTaken } = box.net('merge', '#1', '#2', '--dry-run', '--json').json
    expect(comesAlong).toMatchObject({
      encounters: 1,
      promises: 1,
      facts: 1,
      ties: 1,
      endorsements: 1,
      pauses: 1,
    })
    expect(between).toEqual({ introductions: 1, ties: 1, endorsements: 1 })
    expect(notTaken).toEqual([
      { field: 'cadence', kept: '30 days', other: '90 days' },
      { field: 'birthday', kept: '1990-01-01', other: '1991-02-02' },
    ])
    const { out } = box.net('merge', '#1', '#2', '--yes')
    expect(out).toMatch(/falls away +1 introduction, 1 tie and 1 good word\s+between the two/)
    expect(out).toMatch(/birthday +1990-01-01 stays, not 1991-02-02/)
    const shown = box.net('show', '#1', '--json').json
    expect([shown.encounters, shown.followUps, shown.facts, shown.ties].map(({ length }) => length)).toEqual([
      1, 1, 1, 1,
    ])
    expect(box.net('doctor').code).toBe(0)
  })

  test('--dry-run shows what would be; without a terminal it does not ask', () => {
    const box = twice()
    const before = box.net('export').out
    const run = box.net('merge', '#1', '#2', '--dry-run')
    expect(run.out).toContain('#2 A. Beispiel becomes part of #1 Ada Beispiel')
    expect(run.out).toContain('Muster stays, not Neu')
    expect(box.net('merge', '#1', '#2')).toMatchObject({ code: 2, out: '' })
    expect(box.net('merge', '#1', 'Ada Beispiel', '--yes').code).toBe(2)
    expect(box.net('merge', '#1', 'Nobody', '--yes').code).toBe(3)
    expect(box.net('export').out).toBe(before)
  })
})
