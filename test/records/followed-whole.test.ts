import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { Database } from '../../extension/db/database.ts'
import { watched } from '../../extension/db/live.ts'
import { dueAlerts } from '../../extension/records/alerts.ts'
import { followedWhole } from '../../extension/records/followed-whole.ts'
import { type Whole, wholeOf } from '../../extension/records/whole.ts'
import { peopleModeOf } from '../../shared/inventory/people/mode.ts'
import { peopleRows } from '../../shared/inventory/people/rows.ts'
import { linesOf } from '../../shared/inventory/renewal-lines.ts'
import { unlike } from '../../shared/inventory/spend/paid.ts'
import { newId } from '../../shared/model/id.ts'
import { anyWrite, ids, monthly, run, see, started } from '../support/any-write.ts'

/** All that the areas show of it. */
function shown(whole: Whole, today: string) {
  const { inventory, client, rates } = whole
  const { lines, dayless } = linesOf({ ...whole, alerts: dueAlerts(whole, today) }, today)
  const { matches, gaps, notSpend, billed } = inventory.paid
  return {
    client,
    lines,
    dayless,
    alerts: dueAlerts(whole, today),
    findings: inventory.findings(),
    annual: inventory.annual(),
    sum: inventory.annualSum,
    assessed: inventory.entitlements.map(({ entitlement, ...assessed }) => ({
      ...assessed,
      vendor: entitlement.vendor,
      product: entitlement.product,
      seats: entitlement.assignments.map(({ id }) => id).sort(),
    })),
    people: peopleRows(inventory, peopleModeOf(client), { currency: client.currency, rates, today })
      .map(({ view, seats, ...row }) => ({
        ...row,
        kind: view.kind,
        name: view.name,
        left: view.left,
        emails: view.emails,
        seats: seats.map(({ assignment, product }) => [assignment.id, product?.name]),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    spend: { matches, gaps, notSpend, billed, ...unlike(inventory.paid, inventory.beliefs) },
    looked: [...whole.lookedAt].sort(),
    acknowledged: inventory.beliefs.acknowledgement.map(({ values }) => values),
  }
}

test('a followed inventory shows what one made anew shows, whatever is written', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyWrite, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
      async (turns) => {
        const place = await started()
        await followedWhole(place.db, place.scope, place.today)
        for (const turn of turns) {
          for (const doing of turn) await run(place, doing)
          const followed = await followedWhole(place.db, place.scope, place.today)
          const anew = await wholeOf(place.db, place.scope, place.today)
          expect(shown(followed, place.today)).toEqual(shown(anew, place.today))
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('a price that rises is told by what was seen before it', async () => {
  const { db, scope, today } = await started()
  await followedWhole(db, scope, today)
  await see(db, scope, 'subscription', ids(3, 0), {
    unitPrice: { minor: 1600, currency: 'EUR' },
    billingPeriod: monthly,
  })
  const { inventory } = await followedWhole(db, scope, today)
  expect(inventory.findings().map(({ kind }) => kind)).toContain('price-rise')
})

test('after a write, only what was written is read again; and whoever watches is told of a write of any context', async () => {
  const { db, scope, today } = await started()
  const first = await followedWhole(db, scope, today)
  expect(await followedWhole(db, scope, today), 'nothing changed').toBe(first)
  const told: Whole[] = []
  const watching = watched(() => followedWhole(db, scope, today)).subscribe((whole) => told.push(whole))
  await vi.waitFor(() => expect(told).toHaveLength(1))
  const other = new Database(db.name)
  await see(other, scope, 'subscription', ids(3, 0), { seatsPurchased: 77 })
  other.close()
  await vi.waitFor(() => expect(told).toHaveLength(2))
  watching.unsubscribe()
  expect(told[1]?.inventory, 'the same one, brought up to date').toBe(first.inventory)
  expect(told[1]).not.toBe(first)
  expect(told[1]?.inventory.entitlements.map(({ position }) => position.purchased?.count)).toContain(77)
})

test('of another client nothing is seen, also where both are asked for at once', async () => {
  const { db, scope, other, today } = await started()
  await see(db, other, 'subscription', newId(), { product: 'Canary', seatsPurchased: 1 })
  const [one, two, again] = await Promise.all([scope, other, scope].map((client) => followedWhole(db, client, today)))
  const products = (whole: Whole | undefined) =>
    whole?.inventory.entitlements.map(({ entitlement }) => entitlement.product.name)
  expect([products(one), products(two), products(again)]).toEqual([['Slack', 'Slack'], ['Canary'], ['Slack', 'Slack']])
})

test('who goes on to another client waits for nothing of the former', async () => {
  const [slow, other] = [await started(), await started()]
  let isOpen = true
  const held = slow.db.transaction('rw', slow.db.records, async () => {
    // Kept open by asking: a transaction ends where nothing is asked of it.
    while (isOpen) await slow.db.records.count()
  })
  let isDone = false
  const former = followedWhole(slow.db, slow.scope, slow.today).then(() => {
    isDone = true
  })
  const whole = await followedWhole(other.db, other.scope, other.today)
  expect(isDone).toBe(false)
  isOpen = false
  await Promise.all([held, former])
  const again = await followedWhole(other.db, other.scope, other.today)
  expect(again, 'what came later of the former is not kept in its place').toBe(whole)
})
