import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sandbox } from './net.ts'
import { terminal } from './terminal.ts'

const PEOPLE = 60

test('a list of many shows what fits a screen and says how many more there are; a pipe gets all of it', async () => {
  const box = sandbox()
  const cards = Array.from({ length: PEOPLE }, (_, at) => {
    const name = `Person Number${String(at).padStart(2, '0')}`
    return `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEND:VCARD\r\n`
  })
  const file = join(box.folder, 'people.vcf')
  writeFileSync(file, cards.join(''))
  expect(box.net('import', file).code).toBe(0)

  const piped = box.net('list')
  expect(piped.out.trim().split('\n')).toHaveLength(1 + PEOPLE)
  expect(piped.err).toBe('')
  expect(box.net('list', '--limit', '7').err).toBe('… and 53 more; "--limit 60" shows all of them.\n')
  expect(box.net('list', '--json').json).toHaveLength(PEOPLE)
  expect(box.net('list', '--json', '--limit', '7')).toMatchObject({ json: { length: 7 }, err: '' })

  const { screen } = await terminal(box, ['list']).ends()
  expect(screen).toContain('Number49')
  expect(screen).not.toContain('Number50')
  expect(screen).toContain('60 contacts')
  expect(screen).toContain('… and 10 more; "--limit 60" shows all of them.')
  const { screen: all } = await terminal(box, ['list', '--limit', '60']).ends()
  expect(all).toContain('Number59')
  expect(all).not.toContain('more')
})

test.each([
  ['event', 'list'],
  ['outcome', 'list'],
  ['stage', 'list'],
  ['offer', 'list'],
  ['need', 'list'],
  ['vouch', 'list'],
  ['intro', 'list'],
  ['tie', 'list'],
])('net %s %s takes a limit', (...command) => {
  const box = sandbox()
  const file = join(box.folder, 'demo.db')
  box.net('demo', '--out', file)
  const net = (...args: string[]) => box.net(...command, ...args, '--db', file)
  const all = net('--json').json
  expect(all.length).toBeGreaterThan(2)
  expect(net('--json', '--limit', '2').json).toEqual(all.slice(0, 2))
  expect(net('--limit', '2').err).toMatch(/--limit \d+/)
  expect(net('--limit', '0').code).toBe(2)
})
