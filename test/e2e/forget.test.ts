import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sandboxWith } from './net.ts'

const told = sandboxWith((box) => {
  box.net(
    'add',
    'Ada Beispiel',
    '--email',
    'ada@x.example',
    '--note',
    'streng geheim',
    '--org',
    'Verborgen AG',
  )
  box.net('add', 'Ada Muster')
  box.net('alias', 'add', 'Ada Beispiel', 'Adi')
  box.net('log', 'Kaffee mit Ada Beispiel und Grace Leer. gave Ada Beispiel: tip. learned: Beispiel mag Tee')
  box.net('log', 'Anruf mit Grace. Ada Beispiels Firma: ada@x.example, ein Beispielsatz')
  box.net('todo')
  box.net('outcome', 'add', 'Website', '--value', '100', '--via', 'Ada Beispiel')
})

describe('net forget', () => {
  test('erases the record, the name in every text, the index and the history; the totals stay', () => {
    const box = told()
    const counts = (json: any) => [json.encounters.count, json.balance.gave, json.outcomes.count]
    const before = counts(box.net('report', '--year', '2026', '--json').json)
    expect(box.net('forget', 'Ada Beispiel', '--name', 'ada beispiel')).toMatchObject({ code: 0, err: '' })
    expect(counts(box.net('report', '--year', '2026', '--json').json)).toEqual(before)
    expect(box.net('show', 'Grace', '--json').json.encounters.map(({ text }: any) => text)).toEqual([
      'Anruf mit Grace. […] Firma: […], ein Beispielsatz',
      'Kaffee mit […] und Grace Leer. gave […]: tip. learned: […] mag Tee',
    ])
    expect(box.net('find', 'Beispiel').out).not.toContain('mag Tee')
    expect(box.net('find', 'Tee').out).toContain('mag Tee')
    expect(box.net('history', '--json').json).toEqual([])
    expect(box.net('undo').code).not.toBe(0)
    expect(box.net('doctor').code).toBe(0)
  })

  test('leaves no byte of it in the file or beside it', () => {
    const box = told()
    box.net('forget', 'Ada Beispiel', '--name', 'Ada Beispiel')
    for (const file of readdirSync(box.folder)) {
      const bytes = readFileSync(join(box.folder, file)).toString('latin1').toLowerCase()
      for (const word of ['ada beispiel', 'x.example', 'streng geheim', 'verborgen', 'adi\u0000'])
        expect(bytes.includes(word), `${word} in ${file}`).toBe(false)
    }
  })

  test('another of the first name stays as she is', () => {
    const box = told()
    box.net('log', 'Kaffee mit Ada Muster und Ada Beispiel')
    box.net('forget', 'Ada Beispiel', '--name', 'Ada Beispiel')
    expect(box.net('show', 'Ada', '--json').json).toMatchObject({
      name: 'Ada Muster',
      encounters: [{ text: 'Kaffee mit Ada Muster und […]' }],
    })
  })

  test('names the copies that still hold the person', () => {
    const box = told()
    const copy = box.net('backup', '--json').json.file
    expect(box.net('forget', 'Ada Beispiel', '--name', 'Ada Beispiel', '--json').json).toMatchObject({
      contact: { name: 'Ada Beispiel' },
      backups: [{ file: copy }],
    })
  })

  test('asks for the whole name, and without a terminal does nothing unless it is given', () => {
    const box = told()
    const before = box.net('export').out
    expect(box.net('forget', 'Ada Beispiel')).toMatchObject({ code: 2, out: '' })
    expect(box.net('forget', 'Ada Beispiel', '--name', 'Ada')).toMatchObject({ code: 2, out: '' })
    expect(box.net('forget', 'Ada')).toMatchObject({ code: 4 })
    expect(box.net('forget', 'Nobody', '--name', 'Nobody')).toMatchObject({ code: 3 })
    expect(box.net('export').out).toBe(before)
  })
})
