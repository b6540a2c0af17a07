import { expect, test } from 'vitest'
import { changesOf, compareDraft, draftKind } from '../../extension/review/compare.ts'
import { emptyRecord, foldObservation } from '../../shared/inventory/fold.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import { newId } from '../../shared/model/id.ts'
import type { Fields, Questions } from '../../shared/model/observation.ts'
import { sightingOf } from '../support/sightings.ts'

const id = newId()
const known = (fields: Fields): InventoryRecord =>
  foldObservation(emptyRecord(id, 'subscription'), { id: newId(), rec: id, sighting: sightingOf(fields) }, 1)
const edited = (record: InventoryRecord, value: number, against: number): InventoryRecord => ({
  ...record,
  edits: { seatsPurchased: { value, against, seq: 2, by: id, at: '2026-11-02T00:00:00.000Z' } },
})
const draftOf = (fields: Fields, questions?: Questions) => ({
  sighting: sightingOf(fields),
  ...(questions ? { questions } : {}),
})
const kinds = (fields: Fields, record?: InventoryRecord) =>
  compareDraft(draftOf(fields), record).map(({ field, kind }) => `${field} ${kind}`)

test('a thing that nobody knew is new in every field', () => {
  expect(kinds({ product: 'A', seatsPurchased: 5 })).toEqual(['product new', 'seatsPurchased new'])
  expect(draftKind(compareDraft(draftOf({ product: 'A' }), undefined), undefined)).toBe('new')
})

test('changed, same, new and kept stand beside each other', () => {
  const record = known({ product: 'A', seatsPurchased: 5, status: 'active' })
  expect(kinds({ product: 'A', seatsPurchased: 7, seatsAssigned: 3 }, record)).toEqual([
    'product same',
    'status kept',
    'seatsPurchased changed',
    'seatsAssigned new',
  ])
})

test('what a person corrected stays while the page shows the same as then, and is contested when it shows another', () => {
  const record = edited(known({ seatsPurchased: 25 }), 30, 25)
  expect(kinds({ seatsPurchased: 25 }, record)).toEqual(['seatsPurchased corrected'])
  expect(kinds({ seatsPurchased: 30 }, record)).toEqual(['seatsPurchased same'])
  expect(kinds({ seatsPurchased: 28 }, record)).toEqual(['seatsPurchased contested'])
})

test('only what differs makes a draft a change', () => {
  const record = known({ product: 'A', seatsPurchased: 5 })
  const same = compareDraft(draftOf({ product: 'A' }), record)
  expect([changesOf(same), draftKind(same, record)]).toEqual([[], 'same'])
  const changed = compareDraft(draftOf({ seatsPurchased: 6 }), record)
  expect([changesOf(changed).length, draftKind(changed, record)]).toEqual([1, 'changed'])
})

test('a deleted record that is seen again is new', () => {
  const record = { ...known({ product: 'A' }), deleted: 3 }
  expect(kinds({ product: 'A' }, record)).toEqual(['product new'])
  expect(draftKind(compareDraft(draftOf({ product: 'A' }), record), record)).toBe('new')
})

test('what can be read in two ways is asked until one of the readings is known', () => {
  const evidence = { source: 'generic' as const, locator: 'row 1', excerpt: '03/04/2027', confidence: 'low' as const }
  const questions = { renewsOn: { choices: ['2027-04-03', '2027-03-04'], evidence } }
  const asked = compareDraft(draftOf({ product: 'A' }, questions), undefined)
  expect(asked.map(({ field, kind }) => `${field} ${kind}`)).toEqual(['product new', 'renewsOn asked'])
  const known_ = known({ product: 'A', renewsOn: '2027-03-04' })
  expect(draftKind(compareDraft(draftOf({ product: 'A' }, questions), known_), known_)).toBe('same')
  const other = known({ product: 'A', renewsOn: '2026-03-04' })
  expect(draftKind(compareDraft(draftOf({ product: 'A' }, questions), other), other)).toBe('changed')
})
