import { expect, test } from 'vitest'
import type { Style } from '../../src/ui/output.ts'
import { networkBalanceView } from '../../src/ui/views/network-balance.ts'

const style: Style = { width: 100, terminal: false, chalk: { dim: (text: string) => text } as Style['chalk'] }
const flow = (gave: number, got: number) => ({ gave, got })

test.each([
  [
    flow(41, 38),
    flow(5, 7),
    'So far you have put 41 favours into your network and drawn 38 out of it; this year 5 in, 7 out.',
  ],
  [flow(1, 1), flow(0, 0), 'So far you have put 1 favour into your network and drawn 1 out of it.'],
  [
    flow(0, 3),
    flow(0, 3),
    'So far you have drawn 3 favours out of your network, and put none in yet; all of that this year.',
  ],
  [flow(2, 0), flow(0, 0), 'So far you have put 2 favours into your network, and drawn none out.'],
  [flow(0, 0), flow(0, 0), 'No favours are recorded so far, given or received.'],
])('%o and this year %o', (ever, thisYear, told) => {
  expect(networkBalanceView({ ever, thisYear }, style)).toBe(told)
})
