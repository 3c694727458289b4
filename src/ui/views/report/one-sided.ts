import type { OneSided, OneSidedness } from '../../../domain/one-sided.ts'
import { listed } from '../../text.ts'
import type { Block, SectionView } from './blocks.ts'
import { monthAndYear } from './periods.ts'

const NAMES_SHOWN = 6

function names(people: OneSided[]): string {
  const shown = people
    .slice(0, NAMES_SHOWN)
    .map(({ name, since }) => `${name} (since ${monthAndYear(since)})`)
  const more = people.length - shown.length
  return listed(more > 0 ? [...shown, `${more} more`] : shown)
}

/** Both directions alike, as something one could do: never as a debt. */
export const oneSidedView: SectionView<OneSidedness> = {
  title: 'One way, so far',
  blocks: ({ drawOnMe, iDrawOn }) => {
    const lines = [
      drawOnMe.length > 0 &&
        `Coming to you: ${names(drawOnMe)}. You could ask them for a hand some time, too.`,
      iDrawOn.length > 0 &&
        `You have been coming to: ${names(iDrawOn)}. Is there something you could do for them?`,
    ]
    return lines.flatMap((text): Block[] => (text ? [{ kind: 'text', text }] : []))
  },
  figures: ({ drawOnMe, iDrawOn }) => [
    ...drawOnMe.map(({ id, name }) => ({ key: `drawOnMe.${id}`, value: name })),
    ...iDrawOn.map(({ id, name }) => ({ key: `iDrawOn.${id}`, value: name })),
  ],
}
