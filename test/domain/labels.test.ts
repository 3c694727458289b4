import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NetError } from '../../src/domain/errors.ts'
import { asLine, readName, readTag } from '../../src/domain/labels.ts'

describe('asLine', () => {
  it.each([
    ['  Ada \t Lovelace\r\n', 'Ada Lovelace'],
    ['\u001b[31mRed\u001b[0m', 'Red'],
    ['\u001b]0;title\u0007Bob', 'Bob'],
    ['Bo\u0008b\u007f\u009b', 'Bob'],
    ['\u202eevil', 'evil'],
    ['e\u0301', 'é'],
    ['👩‍🚀', '👩‍🚀'],
    ['a \u0007 b', 'a b'],
  ])('makes %j one clean line', (text, line) => {
    expect(asLine(text)).toBe(line)
  })

  it('leaves a clean line as it is and never leaves a control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = asLine(text)
        expect(line).not.toMatch(/\p{Cc}/u)
        expect(asLine(line)).toBe(line)
      }),
    )
  })
})

describe('readName', () => {
  it.each(['Ada', "O'Neill", '王芳', '🦊', '4 Non Blondes', 'Meg', 'A#1'])('takes %s', (name) => {
    expect(readName('the name', name)).toBe(name)
  })

  it.each(['', ' ', '-', '#1', '# Ada', '12', 'ME', 'x'.repeat(501)])('refuses %j', (name) => {
    expect(() => readName('the name', name)).toThrow(NetError)
  })
})

describe('readTag', () => {
  it('takes the # off', () => {
    expect(readTag('##Maths')).toBe('Maths')
    expect(() => readTag('#')).toThrow(NetError)
  })
})
