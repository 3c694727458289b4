import type { ClusterName } from '../../domain/cluster-names.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import type { Tightness } from '../../domain/tightness.ts'
import type { Style, View } from '../output.ts'
import type { Progress } from '../progress.ts'
import {
  beside,
  capitalised,
  counted,
  cut,
  listed,
  listedUpTo,
  oneLine,
  pad,
  percent,
  widthOf,
  wrap,
} from '../text.ts'

/** The network among my contacts; I am not in it. */
export interface Network {
  contacts: number
  ties: number
  /** Ties as a share of those possible, 0 to 1. */
  density: number
  clusters: { name: string; people: PersonRef[] }[]
  /** Two who know each other and nobody else in the network. */
  pairs: PersonRef[][]
  bridges: (PersonRef & { between: string[] })[]
  isolated: PersonRef[]
  circles: ({ name: string } & Tightness)[]
  /** Met together more than once; whether they know each other is not on record. */
  metTogether: { people: PersonRef[]; times: number }[]
}

/** The screen holds some of what there may be much of; the JSON has all. */
const CLUSTERS = 8
const CIRCLES = 12
const PEOPLE = 4
const BETWEEN = 3

/** "Lisbon", "#design", "Ada and Grace". */
export const clusterName = (name: ClusterName, nameOf: (id: number) => string): string =>
  name.kind === 'people'
    ? name.people.map(nameOf).join(' & ')
    : name.kind === 'tag'
      ? `#${name.name}`
      : name.name

export const networkView: View<Network> = (network, style) => {
  const { contacts, ties, isolated, metTogether } = network
  if (contacts === 0) return ''
  if (ties === 0) return [...paragraph(noTies(contacts), style), ...together(metTogether, style)].join('\n')
  return [
    paragraph(summary(network), style),
    clusters(network, style),
    bridges(network, style),
    circles(network, style),
    unknown(isolated, style),
    together(metTogether, style),
    paragraph('You are not in it: you know all of them.', style).map((line) => style.chalk.dim(line)),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

const paragraph = (text: string, { width }: Style): string[] => wrap(text, width)

const noTies = (contacts: number): string =>
  `${counted(contacts, 'contact')}, and no ties between them yet. A network is people who know each other: ` +
  'net tie Ada Grace says that these two do, net intro Ada Grace that you introduced them.'

function summary({ contacts, ties, clusters, pairs, isolated }: Network): string {
  const groups = [
    clusters.length > 0 && counted(clusters.length, 'group'),
    pairs.length > 0 && counted(pairs.length, 'pair'),
    isolated.length > 0 && `${isolated.length} without a tie`,
  ].filter((part) => part !== false)
  return `${counted(contacts, 'contact')} with ${counted(ties, 'tie')} between them: ${listed(groups)}.`
}

/** Lines under a heading, each a name with what is said of it. */
function section(heading: string, lines: [name: string, text: string][], style: Style): string[] {
  if (lines.length === 0) return []
  const names = Math.min(Math.floor(style.width / 3), Math.max(...lines.map(([name]) => widthOf(name))))
  return [
    style.chalk.bold(heading),
    ...lines.flatMap(([name, text]) => beside(`  ${pad(cut(name, names), names)}  `, text, style.width)),
  ]
}

const rest = (count: number, shown: number, { chalk }: Style): string[] =>
  count > shown ? [chalk.dim(`  … and ${count - shown} more: net network --json`)] : []

const namesOf = (people: PersonRef[]): string[] => people.map(({ name }) => oneLine(name))

const clusters = ({ clusters }: Network, style: Style): string[] => [
  ...section(
    'Groups',
    clusters
      .slice(0, CLUSTERS)
      .map(({ name, people }) => [
        oneLine(name),
        `${counted(people.length, 'person', 'people')}: ${listedUpTo(namesOf(people), PEOPLE)}`,
      ]),
    style,
  ),
  ...rest(clusters.length, CLUSTERS, style),
]

const bridges = ({ bridges }: Network, style: Style): string[] =>
  section(
    'Who connects them',
    bridges.map(({ name, between }) => {
      const others = between.map(oneLine)
      return [oneLine(name), listedUpTo(others, others.length > BETWEEN + 1 ? BETWEEN : BETWEEN + 1)]
    }),
    style,
  )

const circles = ({ circles }: Network, style: Style): string[] => {
  const told = circles.filter(({ people }) => people > 1)
  return [
    ...section(
      'How tight your circles are',
      told.slice(0, CIRCLES).map((circle) => [oneLine(circle.name), capitalised(tightnessText(circle))]),
      style,
    ),
    ...rest(told.length, CIRCLES, style),
  ]
}

const TIGHT = 0.5
const CLOSE = 0.2

function tightnessText({ people, ties, possible, tightness }: Tightness): string {
  if (ties === 0) return `no ties known yet among ${counted(people, 'person', 'people')}`
  const word = tightness! >= TIGHT ? 'tightly knit' : tightness! >= CLOSE ? 'knit' : 'loosely knit'
  return `${word}: ${ties} of ${possible} possible ties (${percent(tightness!)})`
}

function unknown(isolated: PersonRef[], style: Style): string[] {
  if (isolated.length === 0) return []
  const names = namesOf(isolated)
  return [
    style.chalk.bold('Without a tie'),
    ...beside('  ', listedUpTo(names, names.length === PEOPLE + 1 ? PEOPLE + 1 : PEOPLE), style.width),
    ...beside('  ', `Do you know whom they know? net tie "${names[0]}" …`, style.width).map((line) =>
      style.chalk.dim(line),
    ),
  ]
}

function together(pairs: Network['metTogether'], style: Style): string[] {
  if (pairs.length === 0) return []
  return [
    style.chalk.bold('Met together'),
    ...pairs.flatMap(({ people, times }) =>
      beside('  ', `${listed(namesOf(people))}, ${times} times`, style.width),
    ),
    ...beside(
      '  ',
      `If they know each other: net tie ${namesOf(pairs[0]!.people)
        .map((name) => `"${name}"`)
        .join(' ')}`,
      style.width,
    ).map((line) => style.chalk.dim(line)),
  ]
}

/** What is going on, and how much of it is done (0 to 1), while a large network is gone through. */
export const networkProgress = ({
  stage,
  share = 0,
}: {
  stage: 'groups' | 'bridges' | 'names'
  share?: number
}): Progress => {
  if (stage === 'names') return { what: 'Looking what they have in common …' }
  if (stage === 'groups') return { what: 'Looking for groups …' }
  return { what: 'Looking for who connects them', share }
}
