import { expect, test } from 'vitest'
import { FindingsCell } from '../../extension/portfolio/client-cells.tsx'
import type { ClientRow } from '../../extension/portfolio/client-rows.ts'

test.each([
  [[], 0, ''],
  [[{ minor: 40_00, currency: 'EUR' }], 0, 'up to €40.00'],
  [[{ minor: 40_00, currency: 'EUR' }], 2, 'up to €40.00, without 2'],
])('what the findings save names what it is without: %j without %i', (sums, without, words) => {
  const row: ClientRow = {
    client: { id: 'zoo', name: 'Zoo', hue: 200 },
    worth: { findings: { count: 3, saving: { sums, without }, first: [] }, alerts: { count: 0 } },
  }
  expect(FindingsCell({ of: row, onOpen: async () => undefined }).props.under).toBe(words)
})
