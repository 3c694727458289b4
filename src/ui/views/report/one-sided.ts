import type { OneSided, OneSidedness } from '../../../domain/one-sided.ts'
import { listedUpTo } from '../../text.ts'
import type { Block, SectionView } from './blocks.ts'
import { monthAndYear } from './periods.ts'

const NAMES_SHOWN = 6

const names = (people: OneSided[]): string =>
  listedUpTo(
    people.map(({ name, since }) => `${name} (since ${monthAndYear(since)})`),
    NAMES_SHOWN,
  )

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
