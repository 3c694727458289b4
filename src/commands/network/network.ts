import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { clusterNames, type Label } from '../../domain/cluster-names.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import type { NetworkShape, TiePair } from '../../domain/graph.ts'
import { tightnessOf } from '../../domain/tightness.ts'
import type { Journal } from '../../store/journal.ts'
import { clusterName, type Network, networkProgress, networkView } from '../../ui/views/network.ts'
import { noContacts } from '../../ui/views/people.ts'
import { examples } from '../arguments.ts'

/** Fewer are gone through before anybody wonders. */
const MANY_TIES = 2000
/** A table at which everybody talks with everybody. */
const SMALL_TABLE = 4
const PAIRS_MET_TOGETHER = 3

export function registerNetwork(parent: Command, context: AppContext): void {
  const command = parent
    .command('network')
    .description(
      'see who is tied to whom: groups, who connects them, how tight your circles are, and who stands alone',
    )
    .option('--json', 'answer as JSON')
    .action((options: { json?: boolean }) => showNetwork(context, options))
  examples(command, 'net network', 'net network --json')
}

async function showNetwork(context: AppContext, options: { json?: boolean }): Promise<void> {
  const { output } = context
  const journal = context.reading()
  const people = journal.graph.people()
  const ties = journal.graph.ties()
  const tell = (progress: Parameters<typeof networkProgress>[0]) => {
    if (ties.length > MANY_TIES) output.progress(progress, networkProgress)
  }
  // The measures take longer to load than most commands to run.
  const { shapeOf } = await import('../../domain/graph.ts')
  tell({ stage: 'groups' })
  const shape = shapeOf(ties, people.length, (share) => tell({ stage: 'bridges', share }))
  tell({ stage: 'names' })
  const network = networkOf(journal, people, ties, shape)
  const metTogether = journal.graph.metTogether({
    on: context.today(),
    least: 2,
    most: SMALL_TABLE,
    limit: PAIRS_MET_TOGETHER,
  })
  const refOf = refsOf(people)
  const pairs = metTogether.map(({ a, b, times }) => ({ people: [refOf(a), refOf(b)], times }))
  output.show({ ...network, metTogether: pairs }, networkView, options)
  if (people.length === 0 && !options.json) output.tell(undefined, noContacts)
}

const refsOf = (people: PersonRef[]) => {
  const byId = new Map(people.map((person) => [person.id, person]))
  return (id: number): PersonRef => byId.get(id)!
}

/** What was found, with names. */
function networkOf(
  journal: Journal,
  people: PersonRef[],
  ties: TiePair[],
  shape: NetworkShape,
): Omit<Network, 'metTogether'> {
  const refOf = refsOf(people)
  const labels = journal.graph.labels()
  const names = clusterNames(shape.clusters, labels).map((name) => clusterName(name, (id) => refOf(id).name))
  const tied = new Set(ties.flat())
  const place = new Map(people.map(({ id }, at) => [id, at]))
  const byNames = (ids: number[]) => ids.toSorted((a, b) => place.get(a)! - place.get(b)!)
  return {
    contacts: people.length,
    ties: ties.length,
    density: shape.density,
    clusters: shape.clusters.map((members, at) => ({
      name: names[at]!,
      people: byNames(members).map(refOf),
    })),
    pairs: shape.pairs.map((pair) => pair.map(refOf)),
    bridges: shape.bridges
      .map(({ id, between }) => ({ ...refOf(id), between: between.map((at) => names[at]!) }))
      .sort((a, b) => place.get(a.id)! - place.get(b.id)!),
    isolated: people.filter(({ id }) => !tied.has(id)),
    circles: circlesOf(journal, ties, labels),
  }
}

function circlesOf(journal: Journal, ties: TiePair[], labels: Label[]): Network['circles'] {
  const members = new Map<string, number[]>(journal.circles.all().map(({ name }) => [name, []]))
  for (const { kind, name, id } of labels) if (kind === 'circle') members.get(name)!.push(id)
  return [...tightnessOf(ties, members)].map(([name, tightness]) => ({ name, ...tightness }))
}
