import type { AppContext } from '../../context.ts'
import { networkBalanceView } from '../../ui/views/network-balance.ts'

/** Says what I have put into my network and drawn out of it: to be called before the answer to an ask is shown. */
export function tellNetworkBalance(context: AppContext): void {
  const { reports } = context.reading()
  const today = context.today()
  const ever = reports.favourCounts({ from: '0000-01-01', to: today })
  const thisYear = reports.favourCounts({ from: `${today.slice(0, 4)}-01-01`, to: today })
  context.output.tell({ ever, thisYear }, networkBalanceView)
}
