import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyRecord, foldObservation } from '../../../shared/inventory/fold.ts'
import { historyOf, type Said, type Word } from '../../../shared/inventory/history.ts'
import type { InventoryRecord } from '../../../shared/inventory/record.ts'
import { newId } from '../../../shared/model/id.ts'
import type { Fields, FieldValue, Observation } from '../../../shared/model/observation.ts'
import { sightingOf } from '../../support/sightings.ts'

const rec = newId()
const [mine, theirs] = [newId(), newId()]
const day = (month: number, time = '09:00') => `2026-${String(month).padStart(2, '0')}-10T${time}:00.000Z`
const seen = (at: string, fields: Fields, source: 'json' | 'page' = 'json'): Observation => ({
  id: newId(),
  rec,
  sighting: sightingOf(fields, { at, source }),
})
const word = (field: string, value: FieldValue | null, at: string, more: Partial<Word> = {}): Word => ({
  field,
  value,
  at,
  by: mine,
  is: 'said',
  ...more,
})
const recordOf = (observations: Observation[], edits: InventoryRecord['edits'] = {}): InventoryRecord => ({
  ...observations.reduce((record, one) => foldObservation(record, one, 1), emptyRecord(rec, 'subscription')),
  edits,
})
const edit = (value: FieldValue | null, at: string, by = mine) => ({ value, at, by, seq: 1 })
const told = (history: Said[]) =>
  history.map(({ field, value, at, by, is }) => [at.slice(5, 7), field, value, by.kind, is])

describe('the history of a field', () => {
  test('is every value that was seen, the newest first; the same again is its days', () => {
    const all = [
      seen(day(1), { seatsPurchased: 10 }),
      seen(day(2), { seatsPurchased: 10 }),
      seen(day(3), { seatsPurchased: 12 }),
      seen(day(4), { seatsPurchased: 10 }),
    ]
    const history = historyOf(recordOf(all), all, [])
    expect(told(history)).toEqual([
      ['04', 'seatsPurchased', 10, 'capture', 'stands'],
      ['03', 'seatsPurchased', 12, 'capture', 'former'],
      ['01', 'seatsPurchased', 10, 'capture', 'former'],
    ])
    expect(history.at(-1)).toMatchObject({ at: day(1), until: day(2), times: 2 })
  })

  test('what a better source said stands, also where a worse one was later', () => {
    const all = [seen(day(1), { seatsPurchased: 10 }), seen(day(2), { seatsPurchased: 9 }, 'page')]
    expect(told(historyOf(recordOf(all), all, []))).toEqual([
      ['02', 'seatsPurchased', 9, 'capture', 'former'],
      ['01', 'seatsPurchased', 10, 'capture', 'stands'],
    ])
  })

  test('a correction stands beside what the console shows, and former corrections stay where they are kept', () => {
    const all = [seen(day(1), { seatsPurchased: 10 })]
    const record = recordOf(all, { seatsPurchased: edit(15, day(3)) })
    // The latest word is in the record and among what this device sent: it is one.
    const sent = [word('seatsPurchased', 14, day(2)), word('seatsPurchased', 15, day(3))]
    expect(told(historyOf(record, all, sent))).toEqual([
      ['03', 'seatsPurchased', 15, 'person', 'stands'],
      ['02', 'seatsPurchased', 14, 'person', 'former'],
      ['01', 'seatsPurchased', 10, 'capture', 'shown'],
    ])
  })

  test('said again after it was taken back, only the last of the two stands', () => {
    const record = recordOf([], { owner: edit('Amara', day(3)) })
    const sent = [word('owner', 'Amara', day(1)), word('owner', null, day(2))]
    expect(told(historyOf(record, [], sent))).toEqual([
      ['03', 'owner', 'Amara', 'person', 'stands'],
      ['02', 'owner', null, 'person', 'former'],
      ['01', 'owner', 'Amara', 'person', 'former'],
    ])
  })

  test('taken back, what the console shows stands again', () => {
    const all = [seen(day(1), { seatsPurchased: 10 })]
    const record = recordOf(all, { seatsPurchased: edit(null, day(3)) })
    expect(told(historyOf(record, all, [word('seatsPurchased', 15, day(2))]))).toEqual([
      ['03', 'seatsPurchased', null, 'person', 'former'],
      ['02', 'seatsPurchased', 15, 'person', 'former'],
      ['01', 'seatsPurchased', 10, 'capture', 'stands'],
    ])
  })

  test('the value that lost a conflict, or that the server refused, is told as that, and once', () => {
    const record = recordOf([], { owner: edit('Amara', day(2), theirs) })
    const sent = [
      word('owner', 'Jonas', day(3)),
      word('owner', 'Jonas', day(3), { is: 'contested' }),
      word('owner', 'Mina', day(1), { is: 'not-taken', by: theirs }),
      // Known in either order: what became of a word says more than that it was sent.
      word('owner', 'Mina', day(1), { by: theirs }),
      word('owner', 'Nobody', day(4), { is: 'refused' }),
    ]
    expect(told(historyOf(record, [], sent))).toEqual([
      ['04', 'owner', 'Nobody', 'person', 'refused'],
      ['03', 'owner', 'Jonas', 'person', 'contested'],
      ['02', 'owner', 'Amara', 'person', 'stands'],
      ['01', 'owner', 'Mina', 'person', 'not-taken'],
    ])
  })
})

const observation = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 3 }), fc.constantFrom('json', 'page'))
  .map(([month, seats, source]) => seen(day(month), { seatsPurchased: seats }, source as 'json' | 'page'))

test('no order of arrival changes it, nothing seen is missing, and one entry at most stands', () => {
  const drawn = fc
    .array(observation, { maxLength: 12 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
  fc.assert(
    fc.property(drawn, ([all, turned]) => {
      const history = historyOf(recordOf(all), all, [])
      expect(historyOf(recordOf(turned), turned, [])).toEqual(history)
      expect(history.reduce((sum, { times }) => sum + times, 0)).toBe(all.length)
      expect(history.filter(({ is }) => is === 'stands')).toHaveLength(all.length === 0 ? 0 : 1)
    }),
  )
})
