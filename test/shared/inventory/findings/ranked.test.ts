import { expect, test } from 'vitest'
import { judge } from '../../../../extension/findings/judge.ts'
import { createClient } from '../../../../extension/records/clients.ts'
import { type Judged, judgementId } from '../../../../shared/inventory/findings/judged.ts'
import { ranked, savingTotal } from '../../../../shared/inventory/findings/ranked.ts'
import { fieldOf } from '../../../../shared/inventory/fold.ts'
import { Rates } from '../../../../shared/inventory/money/rates.ts'
import { freshDatabase } from '../../../support/device.ts'

const today = '2026-11-27'
const rates = new Rates([
  { id: 'r', values: { on: today, base: 'EUR', rates: { USD: '2' }, source: 'ECB', kind: 'spot' } },
])
const wish = { currency: 'EUR', rates, today }
const saving = (minor: number, currency: string) => ({ yearly: { minor, currency }, upTo: false })
const finding = (key: string, more: Partial<Judged>): Judged => ({
  key,
  kind: 'unassigned',
  subject: key,
  status: 'open',
  records: [],
  ...more,
})
const all = [
  finding('half', { saving: saving(1_500, 'USD') }),
  finding('more', { saving: saving(1_000, 'EUR') }),
  finding('no rate', { saving: saving(9_000_000, 'CHF') }),
  finding('no price', { unsaid: 'no-price' }),
  finding('later', { kind: 'renewal-undecided', on: '2027-03-01' }),
  finding('sooner', { kind: 'card-expiring', on: '2026-12-31' }),
  finding('free', { kind: 'free' }),
  finding('over', { kind: 'over-assigned' }),
  finding('tools', { kind: 'overlap', saving: saving(500, 'EUR') }),
  finding('refused', { status: 'dismissed', saving: saving(700, 'EUR') }),
]

test('what has a day is by its day, what saves is by its money in the client’s currency', () => {
  const { decide, save, look } = ranked(all.slice(0, 9), wish)
  expect(decide.map(({ key }) => key)).toEqual(['sooner', 'later'])
  // 15 dollars are 7.50: less than 10, whatever the number says. What cannot be compared is behind.
  expect(save.map(({ key }) => key)).toEqual(['more', 'half', 'tools', 'no rate', 'no price'])
  expect(look.map(({ key }) => key)).toEqual(['over', 'free'])
})

test('the total counts what is open and can be had side by side, and names what it left out', () => {
  const total = savingTotal(all, wish)
  expect(total.minor).toBe(1_750n)
  expect(total.leftOut.map(({ id }) => id)).toEqual(['no rate'])
})

test('a word about a finding is one record, however often it is said', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Contoso')
  await judge(db, client, 'unassigned\nslack', {
    status: 'dismissed',
    reason: 'Two begin in March',
    until: '2027-03-01',
  })
  await judge(db, client, 'unassigned\nslack', { status: 'accepted' })
  const record = await db.records.get([client, await judgementId(client, 'unassigned\nslack')])
  if (!record) throw new Error('nothing was written')
  expect(['status', 'reason', 'until'].map((field) => fieldOf(record, field)?.value)).toEqual([
    'accepted',
    undefined,
    undefined,
  ])
  expect(await db.records.where('[scope+id]').between([client, ''], [client, '\uffff']).count()).toBe(1)
})
