import type { PersonRef } from '../../domain/contacts.ts'
import type { View } from '../output.ts'
import { beside, counted, fileSize, listed, wrap } from '../text.ts'

/** A person who is to be erased, and what of theirs stays. */
export interface ForgetPlan {
  contact: PersonRef
  /** Whether their record is gone already, and what is left is the history and what stands in texts. */
  deleted: boolean
  encounters: number
  favours: number
  outcomes: number
  /** Copies of the journal, or other journals, beside it that may still hold the person. */
  backups: { file: string; size: number; madeAt: string }[]
}

export interface Forgotten extends ForgetPlan {
  /** Texts that named them. */
  texts: number
  /** Words of the name that stand still elsewhere: there it may be somebody else. */
  remaining: { word: string; texts: number }[]
}

const staying = ({ encounters, favours, outcomes }: ForgetPlan): string[] => {
  const stays = listed(
    [
      encounters > 0 && counted(encounters, 'encounter'),
      favours > 0 && counted(favours, 'favour'),
      outcomes > 0 && counted(outcomes, 'outcome'),
    ].filter((text) => text !== false),
  )
  const one = encounters + favours + outcomes === 1
  return stays === '' ? [] : [`${stays} ${one ? 'stays' : 'stay'} in the totals, without the name.`]
}

const copies = (backups: ForgetPlan['backups']): string[] =>
  backups.map(({ file, size }) => `  ${file} (${fileSize(size)})`)

export const forgetPlanView: View<ForgetPlan> = (plan, { chalk, width }) => {
  const { contact, deleted, backups } = plan
  const erases = deleted
    ? `${contact.name} was deleted already, and is left in the history and perhaps in texts. This erases for good the name in every text, and the whole history of changes.`
    : `This erases ${contact.name} #${contact.id} for good: the record, the name in every text, and the whole history of changes.`
  return [
    ...wrap(erases, width).map((line) => chalk.bold(line)),
    ...wrap("It can't be undone, and nothing that was done before it can be undone any more.", width),
    ...staying(plan).flatMap((line) => wrap(line, width)),
    ...(backups.length === 0
      ? []
      : [
          ...wrap('These copies and journals beside it stay, and may have that person in them:', width),
          ...copies(backups),
        ]),
    ...(deleted
      ? []
      : wrap(`To hand them what is stored first: net export --contact "#${contact.id}"`, width)),
  ].join('\n')
}

export const forgottenView: View<Forgotten> = (forgotten, { chalk, width }) => {
  const { contact, texts, backups, remaining } = forgotten
  const erased = `${chalk.green('✓')} ${contact.name} is erased${texts > 0 ? `, also from ${counted(texts, 'text')}` : ''}.`
  const beyond = [
    ...staying(forgotten),
    'The history begins anew.',
    ...remaining.map(
      ({ word, texts: count }) =>
        `“${word}” alone stands in ${counted(count, 'other text')}, perhaps of somebody else: net find ${word}`,
    ),
    'Address books, exports and inbox files outside the journal are as they were: what is imported from them again brings the person back.',
    ...(backups.length > 0
      ? [
          'Copies kept elsewhere are yours to find. These beside the journal may still hold that person; delete those that do, and make a new one with "net backup":',
        ]
      : ['Copies of the journal kept elsewhere are yours to find.']),
  ]
  return [
    ...wrap(erased, width),
    ...beyond.flatMap((line) => beside('  ', line, width)),
    ...copies(backups).map((line) => `  ${line}`),
  ].join('\n')
}
