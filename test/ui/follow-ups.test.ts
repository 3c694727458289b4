import { expect, test } from 'vitest'
import { followUpsView } from '../../src/ui/views/report/follow-ups.ts'

const none = { due: 0, kept: 0, onTime: 0, late: 0, broken: 0, open: 0, letOff: 0 }

test.each([
  [{}, undefined],
  [{ due: 1, kept: 1, onTime: 1 }, 'You kept 1 of 1 that fell due, on time.'],
  [{ due: 3, kept: 2, onTime: 2, open: 1 }, 'You kept 2 of 3 that fell due, all on time. 1 is still open.'],
  [{ due: 1, kept: 1, late: 1 }, 'You kept 1 of 1 that fell due, a little later.'],
  [
    { due: 5, kept: 3, onTime: 1, late: 2, broken: 2, letOff: 2 },
    'You kept 3 of 5 that fell due: 1 on time, 2 later. 2 did not come about, 2 were let off.',
  ],
  [{ due: 2, open: 1, broken: 1 }, 'Of what fell due, 1 is still open, 1 did not come about.'],
  [{ letOff: 1 }, 'Of what fell due, 1 was let off.'],
])('how my promises went, without reproach: %j', (counts, text) => {
  const blocks = followUpsView.blocks({ ...none, ...counts, before: none }, { today: '', before: 'Q2 2026' })
  expect(blocks).toEqual(text === undefined ? [] : [{ kind: 'text', text }])
})
