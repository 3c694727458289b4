import type { PersonRef } from '../../domain/contacts.ts'
import type { View } from '../output.ts'
import { counted, fileSize, listed, wrap } from '../text.ts'

/** A person who is to be erased, and what of theirs stays. */
export interface ForgetPlan {
  contact: PersonRef
  encounters: number
  favours: number
  outcomes: number
  /** Copies of the journal that still hold the person. */
  backups: { file: string; size: number; madeAt: string }[]
}

export interface Forgotten extends ForgetPlan {
  /** Texts that named them. */
  texts: number
}

const staying = ({ encounters, favours, outcomes }: ForgetPlan): string =>
  listed(
    [
      encounters > 0 && counted(encounters, 'encounter'),
      favours > 0 && counted(favours, 'favour'),
      outcomes > 0 && counted(outcomes, 'outcome'),
    ].filter((text) => text !== false),
  )

export const forgetPlanView: View<ForgetPlan> = (plan, { chalk, width }) => {
  const { contact } = plan
  const stays = staying(plan)
  return [
    ...wrap(
      `This erases ${contact.name} #${contact.id} for good: the record, the name in every text, and the history of changes. "net undo" can't bring any of it back, nor what was written before.`,
      width,
    ).map((line, at) => (at === 0 ? chalk.bold(line) : line)),
    ...(stays === '' ? [] : wrap(`${stays} stay in the totals, without the name.`, width)),
    ...wrap(`To hand them what is stored first: net export --as vcard3 --contact "#${contact.id}"`, width),
  ].join('\n')
}

export const forgottenView: View<Forgotten> = (forgotten, { chalk, width }) => {
  const { contact, texts, backups } = forgotten
  const stays = staying(forgotten)
  return [
    ...wrap(
      `${chalk.green('✓')} ${contact.name} is erased${texts > 0 ? `, also from ${counted(texts, 'text')}` : ''}.`,
      width,
    ),
    ...(stays === ''
      ? []
      : wrap(`${stays} stay in the totals, without the name. The history begins anew.`, width)),
    ...(backups.length === 0
      ? []
      : [
          ...wrap(
            'These copies of the journal still hold that person; delete them, and make a new one with "net backup":',
            width,
          ),
          ...backups.map(({ file, size }) => `  ${file} (${fileSize(size)})`),
        ]),
  ].join('\n')
}
