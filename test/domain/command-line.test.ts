import { describe, expect, test } from 'vitest'
import { type CommandShape, readCommandLine } from '../../src/domain/command-line.ts'

const value = (name: string, variadic = false, choices: string[] = []) => ({ name, variadic, choices })
const gave: CommandShape = {
  name: 'gave',
  summary: '',
  options: [
    { flags: ['--weight'], summary: '', value: value('weight', false, ['small', 'large']) },
    { flags: ['--json'], summary: '' },
  ],
  arguments: [value('contact'), value('what', true)],
  commands: [],
}
const circle: CommandShape = {
  name: 'circle',
  summary: '',
  options: [],
  arguments: [],
  commands: [
    { name: 'put', summary: '', options: [], arguments: [value('contact'), value('circle')], commands: [] },
  ],
}
const intro: CommandShape = {
  name: 'intro',
  summary: '',
  options: [],
  arguments: [],
  fallback: 'add',
  commands: [
    {
      name: 'add',
      summary: '',
      options: [{ flags: ['--for'], summary: '', value: value('text') }],
      arguments: [value('a'), value('b')],
      commands: [],
    },
    { name: 'list', summary: '', options: [], arguments: [value('contact')], commands: [] },
  ],
}
const program: CommandShape = {
  name: 'net',
  summary: '',
  options: [{ flags: ['--db'], summary: '', value: value('file') }],
  arguments: [],
  commands: [gave, circle, intro],
}

const slotAfter = (...words: string[]) => readCommandLine(program, words.slice(0, -1), words.at(-1)!).slot
const valueAfter = (...words: string[]) => {
  const slot = slotAfter(...words)
  return slot.kind === 'value' ? slot.value.name : slot.kind
}

describe('an unfinished command line', () => {
  test.each([
    ['', 'command'],
    ['--db', 'option'],
    ['--db /tmp/x gave a', 'contact'],
    ['gave', 'command'],
    ['gave ', 'contact'],
    ['gave ada ', 'what'],
    ['gave ada intro to l', 'what'],
    ['gave --json ', 'contact'],
    ['gave --weight ', 'weight'],
    ['gave --weight small ', 'contact'],
    ['gave --weight=small ', 'contact'],
    ['gave --weight=s', 'weight'],
    ['gave --json=', 'nothing'],
    ['gave --unknown ', 'contact'],
    ['gave -- -', 'contact'],
    ['circle ', 'command'],
    ['circle put ', 'contact'],
    ['circle put ada ', 'circle'],
    ['circle put ada work ', 'nothing'],
    ['intro ', 'command'],
    ['intro li', 'command'],
    ['intro Gra', 'a'],
    ['intro Grace ', 'b'],
    ['intro Grace --for ', 'text'],
    ['intro --for looms Gra', 'a'],
    ['intro --fo', 'option'],
    ['intro Grace Ada ', 'nothing'],
    ['intro add ', 'a'],
    ['intro list ', 'contact'],
    ['nonsense ', 'nothing'],
  ])('"net %s" goes on with a %s', (line, expected) => {
    expect(valueAfter(...line.split(' '))).toBe(expected)
  })

  test('offers what the command itself takes, and the options of the program', () => {
    const slot = slotAfter('gave', '--')
    expect(slot.kind === 'option' && slot.options.map(({ flags }) => flags[0])).toEqual([
      '--db',
      '--weight',
      '--json',
    ])
  })

  test('tells the part of a word that stands before the value', () => {
    expect(slotAfter('gave', '--weight=sm')).toMatchObject({
      before: '--weight=',
      typed: 'sm',
      option: '--weight',
    })
  })

  test('tells when a variadic argument has a word already', () => {
    expect(slotAfter('gave', 'ada', 'intro')).toMatchObject({ again: false })
    expect(slotAfter('gave', 'ada', 'intro', 'to')).toMatchObject({ again: true })
  })

  test('knows what options were given', () => {
    const { given } = readCommandLine(program, ['--db', '/tmp/x', 'circle', 'put'], '')
    expect([...given]).toEqual([['--db', '/tmp/x']])
  })
})
