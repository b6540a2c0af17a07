import { expect, test } from 'vitest'
import { createClient } from '../../extension/records/clients.ts'
import { deleteRecord } from '../../extension/records/edit.ts'
import { wholeOf } from '../../extension/records/whole.ts'
import { aliasesOf, merge } from '../../extension/vendors/merge.ts'
import { vendorsIn } from '../../extension/vendors/tree.ts'
import type { Fields } from '../../shared/model/observation.ts'
import { accept } from '../support/accepted.ts'
import { freshDatabase } from '../support/device.ts'
import { sightingOf } from '../support/sightings.ts'

const today = '2026-11-27'
const price = { unitPrice: { minor: 1_000, currency: 'EUR' }, billingPeriod: { count: 1, unit: 'month' } }

async function started() {
  const db = freshDatabase()
  const client = await createClient(db, 'Contoso')
  const buy = (vendor: string, product: string, fields: Fields = {}) =>
    accept(db, {
      ...sightingOf(
        { product, seatsPurchased: 2, ...price, ...fields },
        { key: `${vendor} ${product}`, account: null },
      ),
      vendor,
    })
  const shown = async () => {
    const { inventory, rates } = await wholeOf(db, client, today)
    return vendorsIn(inventory.entitlements, { currency: 'EUR', rates, today })
  }
  const names = async () =>
    (await shown()).map(({ name, products }) => `${name}: ${products.map((product) => product.name).join(', ')}`)
  return { db, buy, shown, names }
}

test('two vendors are one, also for what is captured later, and two again when that is taken back', async () => {
  const { db, buy, shown, names } = await started()
  await buy('slack.com', 'Slack')
  await buy('Huddleworks GmbH', 'Huddles')
  expect(await names()).toEqual(['Huddleworks GmbH: Huddles', 'Slack: Slack'])
  const [other, slack] = await shown()
  if (!slack || !other) throw new Error('two vendors are shown')
  expect(slack.perYear.minor).toBe(24_000n)
  await merge(db, { from: other, to: slack })
  await buy('Huddleworks GmbH', 'Canvas')
  expect(await names()).toEqual(['Slack: Canvas, Huddles, Slack'])
  expect((await shown())[0]?.perYear.minor).toBe(72_000n)

  const { workspace, aliases } = await aliasesOf(db)
  expect(aliases.map(({ values }) => values)).toEqual([{ kind: 'vendor', from: 'Huddleworks GmbH', to: 'slack.com' }])
  for (const { id } of aliases) await deleteRecord(db, workspace, id)
  expect(await names()).toEqual(['Huddleworks GmbH: Canvas, Huddles', 'Slack: Slack'])
})

test('two products of one vendor are one; the vendor’s others are not', async () => {
  const { db, buy, shown, names } = await started()
  await buy('slack.com', 'Slack Business Plus')
  await buy('slack.com', 'Slack Business+')
  await buy('zoom.us', 'Slack Business+')
  const [slack] = await shown()
  const [plus, sign] = slack?.products ?? []
  if (!slack || !plus || !sign) throw new Error('two products are shown')
  await merge(db, { from: plus, to: sign, vendor: slack })
  expect(await names()).toEqual([`Slack: ${sign.name}`, 'Zoom: Slack Business+'])
})

test('a product that was merged stays merged when its vendor is merged later', async () => {
  const { db, buy, shown, names } = await started()
  await buy('huddleworks.example', 'Huddle Plus')
  await buy('huddleworks.example', 'Huddle+')
  await buy('slack.com', 'Slack')
  const [huddle, slack] = await shown()
  const [one, other] = huddle?.products ?? []
  if (!huddle || !slack || !one || !other) throw new Error('two vendors are shown')
  await merge(db, { from: one, to: other, vendor: huddle })
  await merge(db, { from: huddle, to: slack })
  expect(await names()).toEqual([`Slack: ${[other.name, 'Slack'].sort().join(', ')}`])
})

test('a sum says how many it is without', async () => {
  const { buy, shown } = await started()
  await buy('slack.com', 'Slack Pro')
  await buy('slack.com', 'Slack AI', { unitPrice: { minor: 500, currency: 'USD' } })
  await buy('slack.com', 'Slack Grid', { seatsPurchased: 0, unlimited: true })
  await buy('slack.com', 'Slack Free', { unitPrice: { minor: 0, currency: 'EUR' } })
  const [slack] = await shown()
  expect([slack?.perYear.minor, slack?.perYear.leftOut.length, slack?.unpriced]).toEqual([24_000n, 1, 1])
})
