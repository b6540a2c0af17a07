import { expect, test } from 'vitest'
import { urgencyOf } from '../../extension/ui/day-words.tsx'

test('a day is soon within 30 days and late once it is past; what merely ends is soon as well, and never late', () => {
  const of = (on: string, how?: string) => urgencyOf(on, '2027-02-06', how)
  expect(['2027-02-05', '2027-02-06', '2027-03-08', '2027-03-09'].map((on) => of(on))).toEqual([
    'late',
    'soon',
    'soon',
    '',
  ])
  expect([of('2027-02-05', 'ends'), of('2027-02-06', 'ends'), of('2027-03-09', 'ends')]).toEqual(['', 'soon', ''])
})
