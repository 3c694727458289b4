import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Sandbox, sandbox } from './net.ts'
import { KEYS, terminal } from './terminal.ts'

const withAda = (...options: string[]) => {
  const box = sandbox()
  box.net('add', 'Ada Lovelace', ...options)
  return { ...box, ada: () => box.net('show', 'Ada', '--json').json }
}

describe('net edit with options', () => {
  it('sets what is said and leaves the rest', () => {
    const { net, ada } = withAda(
      '--org',
      'Engines',
      '--place',
      'London',
      '--tag',
      'maths',
      '--email',
      'a@b.example',
    )
    const { json } = net(
      ...[
        'edit',
        'Ada',
        '--place',
        'Lisbon',
        '--tag',
        'poetry',
        '--email',
        'new@b.example',
        '--cadence',
        '14',
        '--json',
      ],
    )
    expect(json.changes).toEqual([
      { field: 'place', before: 'London', after: 'Lisbon' },
      { field: 'tags', before: 'maths', after: 'poetry' },
      { field: 'cadence', before: '', after: '14 days' },
      { field: 'reach', before: 'a@b.example', after: 'new@b.example' },
    ])
    expect(ada()).toMatchObject({ org: 'Engines', place: 'Lisbon', tags: ['poetry'], cadenceDays: 14 })
  })

  it('clears with an empty text or the --no-… form', () => {
    const { net, ada } = withAda(
      ...[
        '--org',
        'Engines',
        '--place',
        'London',
        '--cadence',
        '7',
        '--note',
        'x',
        '--birthday',
        '1990-01-02',
      ],
      ...[
        '--circle',
        'friends',
        '--phone',
        '1',
        '--met',
        '2019',
        '--met-at',
        'y',
        '--role',
        'z',
        '--tag',
        't',
      ],
    )
    expect(
      net(
        ...[
          'edit',
          'Ada',
          '--org',
          '',
          '--no-place',
          '--no-cadence',
          '--no-note',
          '--no-birthday',
          '--circle',
          '',
        ],
        ...['--no-phone', '--met', '', '--no-met-at', '--role', '', '--no-tag'],
      ).code,
    ).toBe(0)
    expect(ada()).toMatchObject({
      ...{ org: null, place: null, cadenceDays: null, notes: '', dates: [], circles: [], reach: [] },
      ...{ metOn: null, metAt: null, role: null, tags: [] },
    })
  })

  it('renames, unless somebody else has that name', () => {
    const { net } = withAda()
    net('add', 'Grace')
    expect(net('edit', 'Ada', '--name', 'GRACE').code).toBe(4)
    expect(net('edit', 'Ada', '--name', 'Ada King').code).toBe(0)
    expect(net('show', 'king', '--json').json.name).toBe('Ada King')
    expect(net('show', 'lovelace').code).toBe(3)
    expect(net('edit', 'Ada', '--name', 'ADA KING').code).toBe(0)
    expect(net('edit', 'Ada', '--name', '').code).toBe(2)
  })

  it('says when nothing changes, and records nothing', () => {
    const { net } = withAda('--place', 'London')
    expect(net('edit', 'Ada', '--place', 'London').out).toContain('Nothing to change')
    expect(net('edit', 'Ada', '--place', 'London', '--json').json.operation).toBeNull()
  })

  it('shows long changes in a line each', () => {
    const { net } = withAda('--note', 'old '.repeat(50))
    for (const line of net('edit', 'Ada', '--note', 'new '.repeat(50), '--org', 'x'.repeat(200)).out.split(
      '\n',
    ))
      expect(line.length).toBeLessThanOrEqual(80)
  })

  it('records who introduced them', () => {
    const { net, ada } = withAda()
    net('add', 'Grace')
    expect(net('edit', 'Ada', '--via', 'Ada').code).toBe(2)
    expect(net('edit', 'Ada', '--via', 'Grace').out).toContain('Grace')
    expect(ada().introducedBy).toEqual({ id: 2, name: 'Grace' })
    expect(net('edit', 'Ada', '--via', 'Grace', '--json').json.operation).toBeNull()
  })

  it('puts right who introduced them, and loses no words for that', () => {
    const { net, ada } = withAda()
    for (const name of ['Grace', 'Lin']) net('add', name)
    net('met', 'Ada', '--via', 'Grace', '--on', '2026-05-05')
    expect(net('edit', 'Ada', '--via', 'Lin').out).toContain('Grace → Lin')
    expect(ada().introducedBy).toEqual({ id: 3, name: 'Lin' })
    expect(net('intro', 'list', '--json').json).toMatchObject([
      { introducer: { name: 'Lin' }, on: '2026-05-05' },
    ])
    expect(ada().favours).toEqual([])
    net('undo')
    expect(ada().introducedBy).toEqual({ id: 2, name: 'Grace' })
    const [{ id }] = net('intro', 'list', '--json').json
    net('intro', 'result', String(id), 'a workshop together')
    const refused = net('edit', 'Ada', '--via', 'Lin')
    expect([refused.code, refused.out]).toEqual([2, ''])
    expect(refused.err).toContain(`net intro remove ${id}`)
    expect(ada().introducedBy).toEqual({ id: 2, name: 'Grace' })
  })

  it('asks for something to change where there is no terminal', () => {
    const { net } = withAda()
    const refused = net('edit', 'Ada')
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toContain('--place Lisbon')
  })
})

/** An editor that writes down what it was called with and rewrites the text by a function body. */
function editor({ folder }: Sandbox, body: string): Record<string, string> {
  const script = join(folder, 'my editor.cjs')
  writeFileSync(
    script,
    `const fs = require('node:fs'), file = process.argv.at(-1), turn = process.argv.slice(2, -1).join(' ');
     fs.appendFileSync(${JSON.stringify(join(folder, 'calls'))}, turn + ' ' + (fs.statSync(file).mode & 0o777).toString(8) + '\\n');
     const calls = fs.readFileSync(${JSON.stringify(join(folder, 'calls'))}, 'utf8').trim().split('\\n').length;
     fs.writeFileSync(file, ((text) => { ${body} })(fs.readFileSync(file, 'utf8')));`,
  )
  return { EDITOR: `"${process.execPath}" "${script}" --wait` }
}
const kept = ({ folder }: Sandbox) => readdirSync(folder).filter((name) => name.includes('.edit-'))

describe('net edit in the editor', () => {
  it('opens the whole record, saves it, and leaves no file behind', async () => {
    const box = withAda('--place', 'London', '--note', 'Likes tea.\n# and biscuits')
    const env = editor(
      box,
      `return text.replace('place: London', 'place: Lisbon').replace('alias:', 'alias: Countess')`,
    )
    const { code, screen } = await terminal(box, ['edit', 'Ada'], env).ends()
    expect([code, screen]).toEqual([0, expect.stringContaining('Changed Ada Lovelace')])
    expect(box.ada()).toMatchObject({
      place: 'Lisbon',
      aliases: ['Countess'],
      notes: 'Likes tea.\n# and biscuits',
    })
    expect(readFileSync(join(box.folder, 'calls'), 'utf8')).toBe('--wait 600\n')
    expect(kept(box)).toEqual([])
  })

  it('changes nothing when the text was not changed', async () => {
    const box = withAda()
    const { code, screen } = await terminal(box, ['edit', 'Ada'], editor(box, 'return text')).ends()
    expect([code, screen]).toEqual([0, expect.stringContaining('Nothing to change')])
    expect(kept(box)).toEqual([])
  })

  it('offers to edit again after a bad edit, with the text as it was left', async () => {
    const box = withAda()
    const env = editor(
      box,
      `return calls === 1 ? text.replace('cadence:', 'cadence: often').replace('org:', 'org: Engines') : text.replace('often', '30')`,
    )
    const run = terminal(box, ['edit', 'Ada'], env)
    await run.sees('Edit again?')
    run.types(KEYS.enter)
    const { code, screen } = await run.ends()
    expect([code, screen]).toEqual([0, expect.stringContaining('"often" is no number of days')])
    expect(box.ada()).toMatchObject({ cadenceDays: 30, org: 'Engines' })
    expect(kept(box)).toEqual([])
  })

  it('keeps the text of a bad edit that is given up, for its owner alone', async () => {
    const box = withAda()
    const run = terminal(box, ['edit', 'Ada'], editor(box, `return text.replace('place:', 'plaice: Rome')`))
    await run.sees('Edit again?')
    run.types('n')
    run.types(KEYS.enter)
    const { code, screen } = await run.ends()
    expect(code).toBe(130)
    const [file] = kept(box)
    expect(screen.replace(/\s/g, '')).toContain(`keptin${join(box.folder, file!)}`)
    expect(readFileSync(join(box.folder, file!), 'utf8')).toContain('plaice: Rome')
    expect(statSync(join(box.folder, file!)).mode & 0o777).toBe(0o600)
    expect(box.ada().place).toBeNull()
  })

  it('keeps the text when the question is broken off', async () => {
    const box = withAda()
    const run = terminal(
      box,
      ['edit', 'Ada'],
      editor(box, `return text.replace('name: Ada Lovelace', 'name:')`),
    )
    await run.sees('Edit again?')
    run.types(KEYS.ctrlC)
    expect((await run.ends()).code).toBe(130)
    expect(kept(box)).toHaveLength(1)
  })

  it('refuses to overwrite what was changed meanwhile, and keeps the text', async () => {
    const box = withAda()
    const other = `require('node:child_process').execFileSync(process.execPath, [${JSON.stringify(
      join(import.meta.dirname, '..', '..', 'bin', 'net.js'),
    )}, 'edit', 'Ada', '--org', 'Other'], { env: process.env, stdio: 'ignore' });`
    const env = editor(box, `${other} return text.replace('place:', 'place: Lisbon')`)
    const { code, screen } = await terminal(box, ['edit', 'Ada'], env).ends()
    expect([code, screen]).toEqual([1, expect.stringContaining('was changed while you were editing')])
    expect(box.ada()).toMatchObject({ org: 'Other', place: null })
    expect(readFileSync(join(box.folder, kept(box)[0]!), 'utf8')).toContain('place: Lisbon')
  })

  it.each([
    ['/no/such/editor', 2],
    ['false', 130],
  ])('leaves all as it is when the editor is %s', async (command, exit) => {
    const box = withAda()
    const { code } = await terminal(box, ['edit', 'Ada'], { EDITOR: 'true', VISUAL: command }).ends()
    expect(code).toBe(exit)
    expect(kept(box)).toEqual([])
  })
})
