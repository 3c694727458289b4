import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { NetError } from '../../domain/errors.ts'
import { readTag } from '../../domain/labels.ts'
import { fold } from '../../domain/names.ts'
import { tagsChanged } from '../../ui/views/contact-saved.ts'
import { examples } from '../arguments.ts'
import { chooseContact, nearNames } from '../choose-contact.ts'

interface Options {
  json?: boolean
}

export function registerTag(parent: Command, context: AppContext): void {
  const tag = parent.command('tag').description('tags of contacts')
  examples(tag, 'net tag add Ada maths poetry', 'net tag remove Ada poetry')
  register(tag, context, 'add', 'add tags to a contact')
  register(tag, context, 'remove', 'take tags off a contact')
}

function register(tag: Command, context: AppContext, verb: 'add' | 'remove', summary: string): void {
  const command = tag
    .command(verb)
    .description(summary)
    .argument('<contact>', 'name, part of a name, or number')
    .argument('<tag...>', 'with or without #')
    .option('--json', 'answer as JSON')
    .action((who: string, tags: string[], options: Options) => changeTags(context, who, tags, verb, options))
  examples(command, `net tag ${verb} Ada maths poetry`)
}

async function changeTags(
  context: AppContext,
  who: string,
  words: string[],
  verb: 'add' | 'remove',
  options: Options,
): Promise<void> {
  const wanted = words.map(readTag)
  const { id, name } = await chooseContact(context, who)
  const journal = context.journal()
  const { operation, result: changed } = journal.operations.record(`tag ${verb}`, (about) => {
    const present = journal.tags.ofContact(id)
    const missing = wanted.find((tag) => !present.some((each) => fold(each) === fold(tag)))
    if (verb === 'remove' && missing !== undefined)
      throw new NetError({
        kind: 'not-found',
        what: 'tag',
        wanted: missing,
        suggestions: nearNames(missing, present),
      })
    about.people = [name]
    about.text = wanted.map((tag) => `#${tag}`).join(' ')
    return wanted.filter((tag) => journal.tags[verb](id, tag))
  })
  const tags = journal.tags.ofContact(id)
  const done = verb === 'add' ? 'added' : 'removed'
  context.output.show({ operation, contact: { id, name }, tags, changed, done }, tagsChanged, options)
}
