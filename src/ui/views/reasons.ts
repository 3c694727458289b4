import type { CivilDate } from '../../domain/dates.ts'
import type { OpenIntroduction, Reason } from '../../domain/reasons.ts'
import { fromToday, shortDate } from '../dates.ts'
import { listed, oneLine } from '../text.ts'

/** A reason to get in touch, as a short sentence. */
export function reasonText(reason: Reason, today: CivilDate): string {
  switch (reason.kind) {
    case 'promise': {
      const due = reason.due === null ? '' : ` (${dueText(reason.due, today)})`
      return `${reason.whose === 'mine' ? 'You' : 'They'} promised: ${oneLine(reason.what)}${due}`
    }
    case 'introduction':
      return introductionText(reason)
    case 'need':
      return `Looks for ${oneLine(reason.what)}: ${reason.helper ? oneLine(reason.helper.name) : 'you'} could help`
    case 'birthday':
      return `Birthday ${birthdayText(reason, today)}`
    case 'fact':
      return `Last heard: ${oneLine(reason.what)}`
  }
}

function introductionText({ step, introduces, others }: OpenIntroduction): string {
  const names = listed(others.map(({ name }) => oneLine(name)))
  if (step === 'thank') return `They introduced you to ${names}: a word of thanks`
  if (introduces) return `They offered to introduce you to ${names}`
  return step === 'make'
    ? `You can introduce them to ${names}: all are fine with it`
    : `You offered to introduce them to ${names}`
}

/** "due 5 Nov", "was due 5 Nov". */
export const dueText = (due: CivilDate, today: CivilDate): string =>
  due === today ? 'due today' : `${due < today ? 'was due' : 'due'} ${shortDate(due, today)}`

/** "today, turning 40", "on 12 Nov". */
export function birthdayText(
  { on, inDays, turns }: { on: CivilDate; inDays: number; turns: number | null },
  today: CivilDate,
): string {
  const when = inDays < 2 ? fromToday(on, today) : `on ${shortDate(on, today)}`
  return turns === null ? when : `${when}, turning ${turns}`
}
