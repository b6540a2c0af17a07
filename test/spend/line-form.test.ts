import { describe, expect, test } from 'vitest'
import { blankLine, readLine, type Typed, typedOf } from '../../extension/spend/line-form.ts'
import type { Charge } from '../../shared/model/charge.ts'

const bill: Typed = {
  ...blankLine('EUR'),
  vendor: ' Slack ',
  amount: '1,234.50',
  from: '2026-03-01',
  to: '2026-03-31',
}
const read = (over: Partial<Typed> = {}) => readLine({ ...bill, ...over })

describe('a line of a paper bill', () => {
  test('is a charge; its last day is covered, and what is left empty is unknown', () => {
    expect(read({ invoice: 'A-1', quantity: '12', category: 'purchase', billedOn: '2026-03-04' })).toEqual({
      ok: true,
      fields: {
        publisher: 'Slack',
        invoiceId: 'A-1',
        category: 'purchase',
        billedCost: { minor: 123_450, currency: 'EUR' },
        billedOn: '2026-03-04',
        chargePeriodStart: '2026-03-01',
        chargePeriodEnd: '2026-04-01',
        quantity: 12,
      },
    })
  })

  test.each<[Partial<Typed>, string[]]>([
    [{ vendor: ' ' }, ['vendor']],
    [{ amount: 'many' }, ['amount']],
    [{ amount: '1,234' }, ['amount']],
    [{ amount: '1.005' }, ['amount']],
    [{ amount: '12.5', currency: 'JPY' }, ['amount']],
    [{ currency: 'Euro' }, ['currency']],
    [{ currency: '' }, ['currency']],
    [{ from: '', to: '' }, ['billedOn']],
    [{ to: '2026-02-28' }, ['to']],
    [{ from: '', billedOn: '2026-03-01' }, ['to']],
    [{ quantity: 'ten' }, ['quantity']],
  ])('%j is asked for again: %j', (over, wrong) => expect(read(over)).toEqual({ ok: false, wrong }))

  test('that was given back is below nought', () => {
    expect(read({ amount: '-12.00' })).toMatchObject({ fields: { billedCost: { minor: -1_200, currency: 'EUR' } } })
  })

  test('read and typed again is the same charge', () => {
    const charge: Charge = {
      publisher: 'Slack',
      invoiceId: 'A-1',
      description: 'Pro',
      category: 'usage',
      billedCost: { minor: 5, currency: 'KWD' },
      billedOn: '2026-01-02',
      chargePeriodStart: '2026-01-01',
      chargePeriodEnd: '2026-03-01',
      quantity: 2.5,
    }
    expect(readLine(typedOf(charge, 'slack.com'))).toEqual({ ok: true, fields: charge })
  })
})
