import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { NetError } from '../../domain/errors.ts'
import { readTag } from '../../domain/labels.ts'
import { fold } from '../../domain/names.ts'
import { tagsChanged } from '../../ui/views/contact-saved.ts'
import { chooseContact, examples } from '../arguments.ts'
import { nearNames } from '../contact-arguments.ts'

interface Options {
  json?: boolean
}

export function registerTag(parent: Command, context: AppContext): void {
  const tag = parent.command('tag').description('tags of contacts')
  examples(tag, 'net tag add Ada maths poetry', 'net tag remove Ada poetry')
  const add = tag
    .command('add')
    .description('add tags to a contact')
    .argument('<contact>', 'name, part of a name, or number')
    .argument('<tag...>', 'with or without #')
    .option('--json', 'answer as JSON')
    .action((who: string, tags: string[], options: Options) =>
      changeTags(context, who, tags, 'added', options),
    )
  examples(add, 'net tag add Ada maths poetry')
  const remove = tag
    .command('remove')
    .description('take tags off a contact')
    .argument('<contact>', 'name, part of a name, or number')
    .argument('<tag...>', 'with or without #')
    .option('--json', 'answer as JSON')
    .action((who: string, tags: string[], options: Options) =>
      changeTags(context, who, tags, 'removed', options),
    )
  examples(remove, 'net tag remove Ada poetry')
}

async function changeTags(
  context: AppContext,
  who: string,
  words: string[],
  done: 'added' | 'removed',
  options: Options,
): Promise<void> {
  const wanted = words.map(readTag)
  const { id, name } = await chooseContact(context, who)
  const journal = context.journal()
  const { operation, result: changed } = journal.operations.record(
    done === 'added' ? 'tag add' : 'tag remove',
    (about) => {
      const present = journal.tags.ofContact(id)
      const missing = wanted.find((tag) => !present.some((each) => fold(each) === fold(tag)))
      if (done === 'removed' && missing !== undefined)
        throw new NetError({
          kind: 'not-found',
          what: 'tag',
          wanted: missing,
          suggestions: nearNames(missing, present),
        })
      about.people = [name]
      about.text = wanted.map((tag) => `#${tag}`).join(' ')
      return wanted.filter((tag) =>
        done === 'added' ? journal.tags.add(id, tag) : journal.tags.remove(id, tag),
      )
    },
  )
  const tags = journal.tags.ofContact(id)
  context.output.show({ operation, contact: { id, name }, tags, changed, done }, tagsChanged, options)
}
