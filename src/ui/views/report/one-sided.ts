import type { OneSidedness, Sides } from '../../../domain/one-sided.ts'
import { listedUpTo } from '../../text.ts'
import type { Block, Figure, SectionView } from './blocks.ts'
import { monthAndYear } from './periods.ts'

const NAMES_SHOWN = 6

const names = (those: { name: string; since: string }[]): string =>
  listedUpTo(
    those.map(({ name, since }) => `${name} (since ${monthAndYear(since)})`),
    NAMES_SHOWN,
  )

/** Both directions alike, as something one could do: never as a debt. */
export const oneSidedView: SectionView<OneSidedness> = {
  title: 'One way, so far',
  blocks: ({ drawOnMe, iDrawOn, circles, events }) => {
    const lines = [
      drawOnMe.length > 0 &&
        `Coming to you: ${names(drawOnMe)}. You could ask them for a hand some time, too.`,
      iDrawOn.length > 0 &&
        `You have been coming to: ${names(iDrawOn)}. Is there something you could do for them?`,
      circles.drawOnMe.length > 0 &&
        `Circles you have been giving to: ${names(circles.drawOnMe)}. Somebody there may be glad to be asked.`,
      circles.iDrawOn.length > 0 &&
        `Circles that have been giving to you: ${names(circles.iDrawOn)}. What could you bring to them?`,
      events.drawOnMe.length > 0 &&
        `Events you have been giving at: ${names(events.drawOnMe)}. What would you like to take home from there?`,
      events.iDrawOn.length > 0 &&
        `Events you have been taking from: ${names(events.iDrawOn)}. What could you bring along next time?`,
    ]
    return lines.flatMap((text): Block[] => (text ? [{ kind: 'text', text }] : []))
  },
  figures: ({ circles, events, ...people }) => [
    ...figures('', people, ({ id }) => id),
    ...figures('circles.', circles, ({ id }) => id),
    ...figures('events.', events, ({ name }) => name),
  ],
}

const figures = <Who extends { name: string }>(
  prefix: string,
  sides: Sides<Who>,
  key: (who: Who) => number | string,
): Figure[] =>
  (['drawOnMe', 'iDrawOn'] as const).flatMap((side) =>
    sides[side].map((who) => ({ key: `${prefix}${side}.${key(who)}`, value: who.name })),
  )
