import type { CivilDate } from '../../../domain/dates.ts'
import { capitalised, counted, listed } from '../../text.ts'
import type { Block, SectionView } from './blocks.ts'
import { spanName } from './periods.ts'

/** A rest of the whole journal, as far as it lies in the period, and what the network brought in it. */
export interface RestData {
  from: CivilDate
  to: CivilDate
  why: string[]
  encounters: { count: number; people: number }
  got: { count: number; weight: number }
  introductions: number
  outcomes: number
}

export const pausesView: SectionView<RestData[]> = {
  title: 'While you rested',
  blocks: (rests) => rests.map((rest): Block => ({ kind: 'text', text: restText(rest) })),
  figures: (rests) =>
    rests.flatMap(({ from, to, encounters, got, introductions, outcomes }) =>
      Object.entries({
        'encounters.count': encounters.count,
        'encounters.people': encounters.people,
        'got.count': got.count,
        'got.weight': got.weight,
        introductions,
        outcomes,
      }).map(([key, value]) => ({ key: `${from}/${to}.${key}`, value })),
    ),
}

function restText(rest: RestData): string {
  const { why, encounters, got, introductions, outcomes } = rest
  const what = why.length > 0 ? ` (${listed(why)})` : ''
  const came = [
    encounters.people > 0 && `${counted(encounters.people, 'person', 'people')} in touch with you`,
    got.count > 0 && `${counted(got.count, 'favour')} received`,
    introductions > 0 && `${counted(introductions, 'introduction')} to somebody`,
    outcomes > 0 && `${counted(outcomes, 'outcome')}`,
  ].filter((part) => part !== false)
  const told =
    came.length === 0
      ? 'all was quiet, and nothing was lost'
      : `your network carried on. ${capitalised(listed(came))}`
  return `${spanName(rest)}${what}: ${told}.`
}
