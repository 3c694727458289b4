import type { FirstMet, GoneCold, MetAgain } from '../../../domain/relationship-changes.ts'
import type { Block, SectionView } from './blocks.ts'

export interface ContactsData {
  new: FirstMet[]
  rekindled: MetAgain[]
  cold: GoneCold[]
  before: { new: number; rekindled: number }
}

export const contactsView: SectionView<ContactsData> = {
  title: 'People',
  blocks: ({ new: first, rekindled, cold }) => {
    const groups: [string, { name: string }[]][] = [
      [`${first.length} new`, first],
      [`${rekindled.length} met again after a long time`, rekindled],
      [`${cold.length} going cold`, cold],
    ]
    return groups
      .filter(([, people]) => people.length > 0)
      .map(([label, people]): Block => ({ kind: 'people', label, names: people.map(({ name }) => name) }))
  },
  figures: ({ new: first, rekindled, cold, before }) => [
    { key: 'new', value: first.length, before: before.new },
    { key: 'rekindled', value: rekindled.length, before: before.rekindled },
    { key: 'cold', value: cold.length },
    ...first.map(({ id, name }) => ({ key: `new.${id}`, value: name })),
    ...rekindled.map(({ id, name }) => ({ key: `rekindled.${id}`, value: name })),
    ...cold.map(({ id, name }) => ({ key: `cold.${id}`, value: name })),
  ],
}
