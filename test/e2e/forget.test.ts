import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/domain/names.ts'
import { sandbox, sandboxWith } from './net.ts'

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

  test('reaches every text that tells of the person: events, reviews, outcomes, tags, circles, drafts, other cards', () => {
    const box = sandbox()
    box.net('add', 'Ada Müller', '--email', 'ada@x.example')
    box.net('add', 'Ben Müller', '--email', 'ada@x.example', '--note', 'Bruder von Ada Mueller')
    box.net(
      'log',
      'Call with Ada Müller and Grace Leer. learned Grace: mag Adas Kuchen #adamüller',
      '--event',
      'Fest von Ada Müller',
    )
    box.net('event', 'review', 'Fest', '--contacts', '--insight', '--fun', '--note', 'Ada hat gebacken')
    box.net('outcome', 'add', 'Website für Ada', '--value', '100', '--via', 'Ada Müller')
    for (const name of ['Freunde von Ada Müller', 'Freunde von Müller, Ada'])
      box.net('circle', 'add', name, '--cadence', '30')
    box.net('edit', 'Grace', '--note', 'kennt Ada gut')
    const card = join(box.folder, 'in.vcf')
    writeFileSync(
      card,
      'BEGIN:VCARD\nVERSION:3.0\nUID:z\nFN:Lin Wort\nRELATED;TYPE=friend:Ada Müller\nX-ODD;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:mit Ada M=C3=BCller\nPHOTO;ENCODING=b:QWRhIE3DvGxsZXI=\nX-LONG:von Ada M\n üller\nEND:VCARD\n',
    )
    box.net('import', card)
    const calendar = join(box.folder, 'in.ics')
    writeFileSync(
      calendar,
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:m\r\nDTSTART:20261001T100000Z\r\nSUMMARY:Adas Plan\r\nATTENDEE;CN=Ada Müller:mailto:a@y.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    )
    box.net('import', calendar)
    const run = box.net('forget', '#1', '--name', 'Ada Müller', '--json')
    expect(run).toMatchObject({ code: 0, err: '', json: { remaining: [{ word: 'ada', texts: 1 }] } })
    const archive = box.net('export').out
    const rows = archive.split('\n').filter((line) => /\bada|adas|ada m/i.test(fold(line)))
    expect(rows).toEqual([
      expect.stringContaining('"note":"kennt Ada gut"'),
      expect.stringContaining('ada@x.example'), // Ben's, too
      expect.stringContaining('"folded":"grace leer'),
    ])
    const cards = box.net('export', '--as', 'vcard3').out
    expect(cards).toContain('RELATED;TYPE=friend:[…]\r\n')
    expect(cards).toContain('X-ODD:mit […]\r\n')
    expect(cards).toContain('PHOTO;ENCODING=b:QWRhIE3DvGxsZXI=\r\n')
    expect(cards).toContain('X-LONG:von […]\r\n')
    expect(box.net('circle', 'list', '--json').json).toMatchObject([
      { name: 'Freunde von […]' },
      { name: 'Freunde von […] 2' },
    ])
    expect(box.net('event', 'list', '--json').json).toMatchObject([{ name: 'Fest von […]' }])
    expect(box.net('drafts', '--json').json).toMatchObject([{ title: '[…] Plan' }])
    expect(box.net('doctor').code).toBe(0)
  })

  test('before it asks, it says that the history goes and which copies stay', () => {
    const box = told()
    const copy = box.net('backup', '--json').json.file
    const run = box.net('forget', 'Ada Beispiel', '--name', 'Ada Beispiel')
    expect(run.out).toContain('The history begins anew.')
    expect(run.out).toContain(copy)
    expect(box.net('undo').err).toContain('There is nothing to take back.')
    expect(box.net('history').out).toContain('"net forget" lets it begin anew')
  })

  test('names the copies that still hold the person', () => {
    const box = told()
    const copy = box.net('backup', '--json').json.file
    expect(box.net('forget', 'Ada Beispiel', '--name', 'Ada Beispiel', '--json').json).toMatchObject({
      contact: { name: 'Ada Beispiel' },
      backups: [{ file: copy }],
    })
  })

  test('finds somebody deleted already in the history, and erases what is left there and in texts', () => {
    const box = told()
    box.net('delete', 'Ada Beispiel', '--yes')
    expect(box.net('forget', 'Ada Beispiel')).toMatchObject({ code: 2, out: '' })
    expect(box.net('forget', 'Ada Beispiel', '--name', 'Beispiel')).toMatchObject({ code: 2, out: '' })
    expect(box.net('forget', 'Beispiel', '--name', 'Ada Beispiel', '--json')).toMatchObject({
      code: 0,
      err: '',
      json: { contact: { id: 1, name: 'Ada Beispiel' }, deleted: true, encounters: 0 },
    })
    expect(box.net('show', 'Grace', '--json').json.encounters.map(({ text }: any) => text)).toEqual([
      'Anruf mit Grace. […] Firma: […], ein Beispielsatz',
      'Kaffee mit […] und Grace Leer. gave […]: tip. learned: […] mag Tee',
    ])
    const bytes = readFileSync(box.db).toString('latin1').toLowerCase()
    for (const word of ['ada beispiel', 'x.example', 'streng geheim', 'verborgen', 'adi\u0000'])
      expect(bytes.includes(word), word).toBe(false)
    expect(box.net('history', '--json').json).toEqual([])
    expect(box.net('forget', 'Ada Beispiel', '--name', 'Ada Beispiel')).toMatchObject({ code: 3 })
    expect(box.net('show', 'Ada Muster').code).toBe(0)
    expect(box.net('doctor').code).toBe(0)
  })

  test('of somebody deleted whose number another has by now, the other stays', () => {
    const box = sandbox()
    box.net('add', 'Noor Weit', '--email', 'noor@x.example')
    box.net('delete', 'Noor', '--yes')
    box.net('add', 'Lin Nah', '--email', 'lin@x.example')
    box.net('log', 'Kaffee mit Lin Nah, lin@x.example, über Noor Weit')
    expect(box.net('forget', 'Noor Weit', '--name', 'Noor Weit').code).toBe(0)
    expect(box.net('show', 'Lin', '--json').json).toMatchObject({
      id: 1,
      encounters: [{ text: 'Kaffee mit Lin Nah, lin@x.example, über […]' }],
    })
    expect(readFileSync(box.db).toString('latin1')).not.toMatch(/noor/i)
  })

  test('of several deleted a part of the name means the last one; whoever was renamed is found and erased by both', () => {
    const box = sandbox()
    box.net('add', 'Lin Nah')
    box.net('add', 'Noor Alt')
    box.net('edit', 'Noor', '--name', 'Noor Neu')
    box.net('add', 'Noor Früher', '--new')
    box.net('log', 'Kaffee mit Lin Nah über Noor Alt und Noor Neu')
    box.net('delete', 'Noor Früher', '--yes')
    box.net('delete', 'Noor', '--yes')
    expect(box.net('forget', 'Noor', '--name', 'Noor').err).toContain('is not Noor Neu')
    expect(box.net('forget', 'Noor Früher', '--name', 'Noor').err).toContain('is not Noor Früher')
    expect(box.net('forget', 'Noor Alt', '--name', 'Noor Neu').code).toBe(0)
    expect(box.net('show', 'Lin', '--json').json.encounters).toMatchObject([
      { text: 'Kaffee mit Lin Nah über […] und […]' },
    ])
    expect(readFileSync(box.db).toString('latin1')).not.toMatch(/noor/i)
  })

  test('who was brought by a file and deleted is no longer known as deleted', () => {
    const box = sandbox()
    const card = join(box.folder, 'in.vcf')
    writeFileSync(card, 'BEGIN:VCARD\nFN:Noor Weit\nEMAIL:noor@x.example\nEND:VCARD\n')
    box.net('import', card)
    box.net('delete', 'Noor', '--yes')
    box.net('forget', 'Noor', '--name', 'Noor Weit')
    expect(readFileSync(box.db).toString('latin1')).not.toMatch(/noor/i)
    expect(box.net('import', card, '--json').json).toMatchObject({ new: 1 })
  })

  test('names copies beside the journal whatever they are called, and nothing else that lies there', () => {
    const box = told()
    const dated = box.net('backup', '--json').json.file
    const other = join(box.folder, 'holiday')
    box.net('backup', other)
    writeFileSync(join(box.folder, 'text.db'), 'no database')
    writeFileSync(join(box.folder, 'empty.db'), '')
    symlinkSync(box.db, join(box.folder, 'link.db'))
    symlinkSync(join(box.folder, 'gone'), join(box.folder, 'nowhere.db'))
    const foreign = new Database(join(box.folder, 'foreign.db'))
    foreign.exec('CREATE TABLE a (b)')
    foreign.close()
    const run = box.net('forget', 'Ada Beispiel', '--name', 'Ada Beispiel', '--json')
    expect(run.json.backups.map(({ file }: any) => file).sort()).toEqual([other, dated].sort())
    rmSync(other)
    rmSync(dated)
    expect(box.net('forget', 'Grace', '--name', 'Grace Leer').out.replace(/\s+/g, ' ')).toContain(
      'Copies of the journal kept elsewhere are yours to find.',
    )
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
