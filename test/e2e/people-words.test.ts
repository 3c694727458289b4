import { describe, expect, it } from 'vitest'
import { sandbox } from './net.ts'

const people = (...names: string[]) => {
  const box = sandbox()
  for (const name of names) box.net('add', name)
  return box
}

describe('net alias', () => {
  it('adds and removes other names', () => {
    const { net } = people('Grace Hopper')
    expect(net('alias', 'add', 'Grace', 'Amazing', 'Grace', '--json').json).toEqual({
      operation: 2,
      contact: { id: 1, name: 'Grace Hopper' },
      aliases: ['Amazing Grace'],
      alias: 'Amazing Grace',
      done: 'added',
    })
    expect(net('show', 'amazing grace', '--json').json.id).toBe(1)
    expect(net('alias', 'add', 'Grace', 'amazing grace', '--json').json).toMatchObject({
      operation: null,
      done: 'was-there',
    })
    const near = net('alias', 'remove', 'Grace', 'Amazing Grce')
    expect(near.code).toBe(3)
    expect(near.err).toContain('Did you mean "Amazing Grace"?')
    expect(net('alias', 'remove', 'Grace', 'AMAZING GRACE').code).toBe(0)
    expect(net('show', 'amazing').code).toBe(3)
  })

  it('says when somebody else goes by that name', () => {
    const { net } = people('Grace Hopper', 'Ada Lovelace')
    net('alias', 'add', 'Grace', 'Chief')
    const both = net('alias', 'add', 'Ada', 'chief')
    expect(both.code).toBe(0)
    expect(both.err).toContain('Grace Hopper goes by "chief" as well')
    expect(net('show', 'Chief').code).toBe(4)
  })

  it.each(['', '42', '#x', '\u001b[0m'])('refuses the alias %j', (alias) => {
    expect(people('Ada').net('alias', 'add', 'Ada', alias).code).toBe(2)
  })

  it('wants to know what to do', () => {
    const { code, err } = sandbox().net('alias')
    expect(code).toBe(2)
    expect(err).toContain('net alias add')
  })
})

describe('net tag', () => {
  it('adds and removes several at once', () => {
    const { net } = people('Ada')
    expect(net('tag', 'add', 'Ada', '#maths', 'poetry', 'Maths', '--json').json).toMatchObject({
      tags: ['maths', 'poetry'],
      changed: ['maths', 'poetry'],
    })
    expect(net('tag', 'add', 'Ada', 'MATHS', '--json').json).toMatchObject({ operation: null, changed: [] })
    expect(net('tag', 'remove', 'Ada', 'Maths', '--json').json).toMatchObject({ tags: ['poetry'] })
    const missing = net('tag', 'remove', 'Ada', 'poetry', 'chess')
    expect(missing.code).toBe(3)
    expect(missing.err).toContain('No tag "chess"')
    expect(net('show', 'Ada', '--json').json.tags).toEqual(['poetry'])
    expect(net('tag', 'add', 'Ada', '#').code).toBe(2)
  })
})

describe('net circle', () => {
  it('makes circles, puts people in and takes them out', () => {
    const { net } = people('Ada', 'Grace')
    expect(net('circle', 'add', 'old', 'colleagues', '--cadence', '60').out).toContain(
      'Circle old colleagues: meet every 60 days',
    )
    expect(net('circle', 'put', 'Ada', 'Old Colleagues').out).toContain('Ada is in old colleagues now')
    expect(net('circle', 'put', 'Ada', 'old colleagues', '--json').json.operation).toBeNull()
    net('circle', 'put', 'Grace', 'old colleagues')
    expect(net('circle', 'drop', 'Ada', 'old colleagues', '--json').json).toMatchObject({ circles: [] })
    expect(net('circle', 'drop', 'Ada', 'old colleagues')).toMatchObject({
      code: 0,
      out: 'Ada is not in old colleagues.\n',
    })
    expect(net('circle', 'list', '--json').json).toEqual([
      { id: 1, name: 'old colleagues', cadenceDays: 60, people: 1 },
    ])
    expect(net('circle', 'list', '--csv').out).toBe('name,cadenceDays,people\r\nold colleagues,60,1\r\n')
    expect(net('circle', 'list').out).toContain('every 60 days')
  })

  it('changes and removes them; the people stay', () => {
    const { net } = people('Ada')
    net('circle', 'add', 'friends')
    net('circle', 'add', 'clients')
    net('circle', 'put', 'Ada', 'friends')
    expect(net('circle', 'edit', 'friends', '--name', 'Close friends', '--cadence', '20').code).toBe(0)
    expect(net('show', 'Ada', '--json').json).toMatchObject({
      circles: ['Close friends'],
      circleCadenceDays: 20,
    })
    expect(
      net('circle', 'edit', 'Close friends', '--no-cadence', '--json').json.circle.cadenceDays,
    ).toBeNull()
    expect(net('circle', 'edit', 'Close friends', '--name', 'CLIENTS').code).toBe(4)
    expect(net('circle', 'edit', 'Close friends').out).toContain('Nothing to change')
    expect(net('circle', 'remove', 'close', 'friends').code).toBe(0)
    expect(net('show', 'Ada', '--json').json.circles).toEqual([])
  })

  it('refuses what can’t be', () => {
    const { net } = people('Ada')
    net('circle', 'add', 'friends')
    expect(net('circle', 'add', 'Friends').code).toBe(4)
    expect(net('circle', 'add', ' ').code).toBe(2)
    expect(net('circle', 'add', 'x', '--cadence', '0').code).toBe(2)
    expect(net('circle', 'put', 'Ada', 'nobody')).toMatchObject({ code: 3, out: '' })
    expect(net('circle', 'put', 'Bob', 'friends').code).toBe(3)
    expect(net('circle', 'remove', 'freinds').err).toContain('Did you mean "friends"?')
  })

  it('teaches when there is none', () => {
    const { code, out, err } = sandbox().net('circle', 'list')
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain('net circle add friends')
  })
})
