import { describe, expect, test } from 'vitest'
import { emptyRecord } from '../../../../shared/inventory/fold.ts'
import type { InventoryRecord } from '../../../../shared/inventory/record.ts'
import { type AlertContext, type AlertName, alertId, alertsOwed } from '../../../../shared/inventory/terms/alerts.ts'
import { newId } from '../../../../shared/model/id.ts'
import type { FieldValue } from '../../../../shared/model/observation.ts'
import type { RecordType } from '../../../../shared/model/record-type.ts'
import { months } from './terms.ts'

const at = '2025-01-01T00:00:00.000Z'
function said(type: RecordType, values: Record<string, FieldValue>, id = newId(), when = at): InventoryRecord {
  const edits = Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, { value, seq: 1, by: newId(), at: when }]),
  )
  return { ...emptyRecord(id, type), edits }
}
const acknowledged = ({ subject, date, version, threshold }: AlertName) =>
  said('acknowledgement', { subject, date, version, threshold })
const nobody = new Set<string>()
type More = Partial<AlertContext['client']> & { delivered?: Set<string> }
const owed = (records: InventoryRecord[], today: string, { delivered = nobody, ...client }: More = {}) =>
  alertsOwed(records, { today, client, delivered, observationsOf: () => [] })
const rungs = (...args: Parameters<typeof owed>) => owed(...args).map(({ date, threshold }) => `${date} -${threshold}`)

const desk = newId()
const terms = { endsOn: '2026-12-31', startsOn: '2026-01-01', autoRenews: false, noticePeriod: months(1) }

describe('an alert', () => {
  test('is due from its day on, and stays so though nobody asked on that day', () => {
    const one = [said('subscription', terms, desk)]
    expect(rungs(one, '2026-08-01')).toEqual([])
    expect(rungs(one, '2026-08-02')).toEqual(['2026-11-30 -120'])
    expect(rungs(one, '2026-09-11')).toEqual(['2026-11-30 -120', '2026-11-30 -90'])
    expect(rungs(one, '2027-03-01')).toHaveLength(6)
  })

  test('is not sent again once it was, and not shown once it is acknowledged', () => {
    const one = said('subscription', terms, desk)
    const first = owed([one], '2026-08-05')
    const sent = new Set(first.map(alertId))
    expect(owed([one], '2026-08-05', { delivered: sent }).map(({ delivered }) => delivered)).toEqual([true])
    expect(rungs([one, ...first.map(acknowledged)], '2026-09-11')).toEqual(['2026-11-30 -90'])
  })

  test('of a changed date is owed anew (glpi #4571)', () => {
    const seen = owed([said('subscription', terms, desk)], '2026-08-05').map(acknowledged)
    const moved = said('subscription', { ...terms, endsOn: '2026-11-30' }, desk)
    expect(rungs([moved, ...seen], '2026-08-05')).toEqual(['2026-10-30 -120', '2026-10-30 -90'])
  })

  test('closes as its date passes with a decision, and a cancellation only with its notice', () => {
    const one = said('subscription', terms, desk)
    const decided = (more: Record<string, FieldValue>) =>
      rungs([one, said('decision', { subscription: desk, termEndsOn: '2026-12-31', ...more })], '2026-12-01').length
    expect(decided({ choice: 'reduce' })).toBe(0)
    expect(decided({ choice: 'cancel' })).toBe(6)
    expect(decided({ choice: 'cancel', noticeSentOn: '2026-11-01' })).toBe(0)
    expect(decided({})).toBe(6)
  })

  test('goes to the owner, else to the client’s lead, else to the workspace', () => {
    const to = (values: object, lead?: string) =>
      owed([said('subscription', { ...terms, ...values })], '2026-08-05', { lead })[0]?.to
    expect(to({ owner: 'Ada' }, 'Max')).toEqual({ who: 'owner', name: 'Ada' })
    expect(to({}, 'Max')).toEqual({ who: 'lead', name: 'Max' })
    expect(to({})).toEqual({ who: 'workspace' })
  })

  test('is given before the term’s end where no notice is known, and never by its start (glpi #2596, #6164, #23160)', () => {
    const { noticePeriod: _, ...without } = terms
    expect(rungs([said('subscription', without)], '2026-12-10').at(-1)).toBe('2026-12-31 -30')
    expect(rungs([said('subscription', without)], '2026-03-01')).toEqual([])
  })

  test('of one term says nothing of the next: each has its own (glpi #22468)', () => {
    const tacit = { ...terms, autoRenews: true, renewalTerm: months(12) }
    const dates = new Set(owed([said('subscription', tacit)], '2027-11-29').map(({ date }) => date))
    expect([...dates]).toEqual(['2026-11-30', '2027-11-30'])
  })

  test('is owed for each contract year of a longer term that can be left at one', () => {
    const years = { contractStartsOn: '2020-01-01', initialTerm: months(12), renewalTerm: months(60), autoRenews: true }
    const leaving = { ...years, noticePeriod: months(1), noticeFrom: 'anniversary', alertDays: [7] }
    expect(rungs([said('subscription', leaving)], '2026-12-01')).toEqual(['2025-11-30 -7', '2026-11-30 -7'])
  })

  test('is not owed for what has ended', () => {
    expect(rungs([said('subscription', { ...terms, status: 'canceled' })], '2026-12-01')).toEqual([])
    const late = said('subscription', terms, desk, '2026-12-02T09:00:00.000Z')
    expect(rungs([late], '2027-01-01'), 'it had passed before anybody knew of it').toEqual([])
  })
})

describe('the ladder', () => {
  const first = (records: InventoryRecord[], more: More = {}) =>
    owed(records, '2026-11-30', more).map(({ threshold }) => threshold)

  test('is the record’s (snipe-it #10046, #3209), else the client’s, else the default', () => {
    expect(first([said('subscription', { ...terms, alertDays: [90, 180] })], { alertDays: [10] })).toEqual([180, 90])
    expect(first([said('subscription', terms)], { alertDays: [10, 40] })).toEqual([40, 10])
    expect(first([said('domain', { expiresOn: '2026-11-30' })])).toEqual([120, 90, 60, 30, 14, 7])
  })

  test('is by type, where the client says so', () => {
    const client = { alertDays: [10, 40], domainAlertDays: [45], certificateAlertDays: [60, 20, 5] }
    expect(first([said('domain', { expiresOn: '2026-11-30' })], { alertDays: [10, 40] })).toEqual([40, 10])
    expect(first([said('domain', { expiresOn: '2026-11-30' })], client)).toEqual([45])
    expect(first([said('certificate', { endsOn: '2026-11-30' })], client)).toEqual([60, 20, 5])
    const ofNinety = { startsOn: '2026-09-02', endsOn: '2026-11-30' }
    expect(first([said('certificate', ofNinety)], client), 'fitted to its lifetime').toEqual([20, 5])
    expect(first([said('subscription', terms)], client)).toEqual([40, 10])
  })

  test('fits a short term', () => {
    expect(first([said('subscription', { ...terms, startsOn: '2026-12-01' })])).toEqual([14, 7])
  })

  test.each([
    ['2026-09-02', undefined, [30, 15, 7]],
    ['2026-09-02', true, [15, 7]],
    ['2026-11-25', undefined, [2, 1, 0]],
  ])('of a certificate from %s, renewing by itself %s, is %j', (startsOn, autoRenews, expected) => {
    const values = { startsOn, endsOn: '2026-11-30', ...(autoRenews === undefined ? {} : { autoRenews }) }
    expect(first([said('certificate', values)])).toEqual(expected)
  })
})

test('ten days without a run lose nothing (snipe-it #6959, #7423, #8154)', () => {
  const one = [said('subscription', terms, desk)]
  expect(rungs(one, '2026-11-26')).toHaveLength(6)
  expect(rungs(one, '2026-11-16')).toHaveLength(5)
})
