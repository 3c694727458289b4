import type { Amount, CurvePoint, Flow, KindFlow } from '../../../domain/balance.ts'
import type { FavourKind } from '../../../domain/favours.ts'
import { counted } from '../../text.ts'
import type { Block, SectionView } from './blocks.ts'
import { monthAndYear } from './periods.ts'

export interface BalanceData extends Flow {
  before: Flow
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
  blocks: ({ gave, got, before, byKind, curve }, telling) => {
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
    return [SCALE, flow, ...(byKind.length > 0 ? [kinds] : []), curveBlock(curve)]
  },
  figures: ({ gave, got, before, byKind, curve }) => [
    { key: 'gave.count', value: gave.count, before: before.gave.count },
    { key: 'gave.weight', value: gave.weight, before: before.gave.weight },
    { key: 'got.count', value: got.count, before: before.got.count },
    { key: 'got.weight', value: got.weight, before: before.got.weight },
    ...byKind.flatMap((each) => [
      { key: `${each.kind}.gave.weight`, value: each.gave.weight },
      { key: `${each.kind}.got.weight`, value: each.got.weight },
    ]),
    ...curve.map(({ month, balance }) => ({ key: `curve.${month}`, value: balance })),
  ],
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
