import { type Command, Option } from 'commander'
import type { AppContext } from '../../context.ts'
import type { ContactFilter, ContactOrder } from '../../store/contact-list.ts'
import { type ListOptions, nobodyFits, noContacts, peopleCsv, peopleView } from '../../ui/views/people.ts'
import { examples } from '../arguments.ts'
import { chooseCircle, nearNames } from '../choose-contact.ts'
import { LIMIT, type Limited, showList } from '../screenful.ts'

interface Options extends ListOptions, Limited {
  sort: ContactOrder
}

export function registerList(parent: Command, context: AppContext): void {
  const command = parent
    .command('list')
    .description('list your contacts')
    .option('--circle <name>', 'only those in this circle')
    .option('--tag <tag>', 'only those with this tag')
    .option('--place <place>', 'only those at this place')
    .option('--org <name>', 'only those of this organisation')
    .addOption(
      new Option('--sort <order>', 'by name, by last encounter or by when they were added')
        .choices(['name', 'last', 'added'])
        .default('name'),
    )
    .option(...LIMIT)
    .option('--json', 'answer as JSON')
    .option('--csv', 'answer as CSV')
    .action((options: Options) => listContacts(context, options))
  examples(command, 'net list --place Lisbon', 'net list --circle friends --sort last', 'net list --csv')
}

function listContacts(context: AppContext, options: Options): void {
  const journal = context.reading()
  const { circle, place, org, sort } = options
  const tag = options.tag?.replace(/^#+/, '')
  const filter: ContactFilter = { tag, place, org }
  if (circle !== undefined) filter.circleId = chooseCircle(journal, circle).id
  const people = journal.contactList.list(filter, sort, context.today())
  showList(context, people, peopleView(context.today(), people.length), peopleCsv, options)
  if (people.length === 0) tellWhyEmpty(context, { circle, tag, place, org })
}

function tellWhyEmpty(context: AppContext, filter: ListOptions): void {
  const journal = context.reading()
  const { tag, place, org } = filter
  const near = [
    ...(tag ? nearNames(tag, journal.tags.all()) : []),
    ...(place ? nearNames(place, journal.contactList.known('place')) : []),
    ...(org ? nearNames(org, journal.contactList.known('org')) : []),
  ]
  if (journal.contactList.isEmpty()) context.output.tell(undefined, noContacts)
  else context.output.tell({ filter, near }, nobodyFits)
}
