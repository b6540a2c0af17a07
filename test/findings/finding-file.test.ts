import { expect, test } from 'vitest'
import { findingFile } from '../../extension/findings/finding-file.ts'
import type { Judged } from '../../shared/inventory/findings/judged.ts'

const overlap = { kind: 'overlap', key: 'k', subject: 'job', count: 2, reason: 'boards', vendor: 'A, B' } as const
const told = (more: Pick<Judged, 'status' | 'said'>) => {
  const { columns, rows } = findingFile([{ ...overlap, records: [], ...more }], () => undefined)
  return rows.map((row) => ['finding', 'reason'].map((id) => columns.find((column) => column.id === id)?.of(row)))
}

test('the reason in a file is a person’s alone, and the sentence says what was found', () => {
  const [[sentence, none] = []] = told({ status: 'accepted' })
  expect(none).toBeUndefined()
  expect(sentence).toContain('boards')
  expect(told({ status: 'dismissed', said: 'Both are wanted' })).toEqual([[sentence, 'Both are wanted']])
})
