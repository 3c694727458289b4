import type { Amount, CurvePoint, Flow, KindFlow } from '../../../domain/balance.ts'
import type { FavourKind } from '../../../domain/favours.ts'
import { counted } from '../../text.ts'
import type { Block, SectionView } from './blocks.ts'
import { monthAndYear } from './periods.ts'

export interface BalanceData extends Flow {
  before: Flow
  /** Got from people to whom I had given nothing; `share` of the number got, 0 to 1. */
  fromOthers: Amount & { share: number }
  /** Given of what I had got from somebody else. */
  passedOn: Amount
  byKind: KindFlow[]
  curve: CurvePoint[]
}

const KIND_NAMES: Record<FavourKind, string> = {
  introduction: 'introductions',
  work: 'work',
  advice: 'advice',
  feedback: 'feedback',
  invitation: 'invitations',
  help: 'help',
}

const SCALE: Block = {
  kind: 'text',
  text: 'By weight: a small favour counts 1, a medium one 3, a large one 9.',
}

const amountText = ({ count, weight }: Amount) => `${counted(count, 'favour')}, weight ${weight}`

export const balanceView: SectionView<BalanceData> = {
  title: 'Give and take',
  blocks: (data, telling) => {
    const { gave, got, before, byKind, curve } = data
    if (curve.length === 0) return []
    const row = (label: string, now: Amount, then: Amount) => ({
      label,
      value: now.weight,
      note: `${counted(now.count, 'favour')} (${telling.before}: ${amountText(then)})`,
    })
    const flow: Block = {
      kind: 'bars',
      rows: [row('given', gave, before.gave), row('received', got, before.got)],
    }
    const kinds: Block = {
      kind: 'mirror',
      left: 'given',
      right: 'received',
      rows: byKind.map((each) => ({
        label: KIND_NAMES[each.kind],
        left: each.gave.weight,
        right: each.got.weight,
      })),
    }
    return [SCALE, flow, ...(byKind.length > 0 ? [kinds] : []), curveBlock(curve), ...goingRound(data)]
  },
  figures: ({ gave, got, before, fromOthers, passedOn, byKind, curve }) => [
    { key: 'gave.count', value: gave.count, before: before.gave.count },
    { key: 'gave.weight', value: gave.weight, before: before.gave.weight },
    { key: 'got.count', value: got.count, before: before.got.count },
    { key: 'got.weight', value: got.weight, before: before.got.weight },
    { key: 'fromOthers.count', value: fromOthers.count },
    { key: 'fromOthers.weight', value: fromOthers.weight },
    { key: 'passedOn.count', value: passedOn.count },
    { key: 'passedOn.weight', value: passedOn.weight },
    ...byKind.flatMap((each) => [
      { key: `${each.kind}.gave.weight`, value: each.gave.weight },
      { key: `${each.kind}.got.weight`, value: each.got.weight },
    ]),
    ...curve.map(({ month, balance }) => ({ key: `curve.${month}`, value: balance })),
  ],
}

/** What I give to one may come back from quite another. */
function goingRound({ got, fromOthers, passedOn }: BalanceData): Block[] {
  const came =
    fromOthers.count > 0 &&
    (got.count === 1
      ? 'What you received came from somebody you had given nothing to: it goes round.'
      : `${fromOthers.count} of ${counted(got.count, 'favour')} received came from people you had given nothing to: it goes round.`)
  const went =
    passedOn.count > 0 &&
    `You passed on ${passedOn.count === 1 ? 'one' : passedOn.count} that had come to you.`
  const text = [came, went].filter(Boolean).join(' ')
  return text === '' ? [] : [{ kind: 'text', text }]
}

function curveBlock(curve: CurvePoint[]): Block {
  const { month, balance } = curve.at(-1)!
  // One month is no curve yet.
  if (curve.length === 1) return { kind: 'text', text: balanceText(balance) }
  return {
    kind: 'curve',
    from: monthAndYear(curve[0]!.month),
    to: monthAndYear(month),
    values: curve.map((point) => point.balance),
    end: balanceText(balance),
  }
}

/** The network's balance, never one person's. */
function balanceText(balance: number): string {
  if (balance > 0)
    return `Balance +${balance}: you have put more into your network than you have drawn from it.`
  if (balance < 0) return `Balance −${-balance}: your network has carried you; a good time to give.`
  return 'Balance 0: as much given as received.'
}
