import type { CivilDate } from '../../domain/dates.ts'
import type { Reason } from '../../domain/reasons.ts'
import { fromToday, shortDate } from '../dates.ts'
import { oneLine } from '../text.ts'

/** A reason to get in touch, as a short sentence. */
export function reasonText(reason: Reason, today: CivilDate): string {
  switch (reason.kind) {
    case 'promise': {
      const due = reason.due === null ? '' : ` (${dueText(reason.due, today)})`
      return `${reason.whose === 'mine' ? 'You' : 'They'} promised: ${oneLine(reason.what)}${due}`
    }
    case 'birthday':
      return `Birthday ${birthdayText(reason, today)}`
    case 'fact':
      return `Last heard: ${oneLine(reason.what)}`
  }
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
