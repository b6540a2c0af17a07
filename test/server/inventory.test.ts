import { describe, expect, test } from 'vitest'
import { InventoryResponse, VendorsResponse } from '../../server/inventory/inventory.ts'
import { observed, sightingOf } from '../support/ops.ts'
import { codeOf, twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
const inventoryOf = async (client = two.ofA, device = two.server.a.device) =>
  InventoryResponse.parse(await (await device.get(`/v1/clients/${client}/inventory`)).json())

const json = { source: 'json', locator: '$.x', excerpt: 'x', confidence: 'high' } as const
const subscription = (
  client: string,
  key: string,
  vendor: string,
  fields: Record<string, string | number | boolean | { minor: number; currency: string }>,
  at = '2026-02-01T10:00:00Z',
) =>
  observed(client, {
    key,
    vendor,
    vendorAccount: { vendor, id: 'account-1' },
    fields,
    evidence: Object.fromEntries(Object.keys(fields).map((field) => [field, { ...json, locator: `$.${field}` }])),
    capture: { ...sightingOf().capture, at },
  })

describe('the inventory of a client', () => {
  test('is vendors → products → subscriptions with positions, price, renewal, and where each value stands', async () => {
    const fields = {
      product: 'Business',
      seatsPurchased: 10,
      seatsAssigned: 12,
      totalPrice: { minor: 120_000, currency: 'EUR' },
      renewsOn: '2027-01-01',
      autoRenews: true,
    }
    const seen = await subscription(two.ofA, 'sku-1', 'slack.com', fields)
    await two.inA.add(seen)
    await two.inA.add(await subscription(two.ofA, 'sku-2', 'github.com', { product: 'Team', seatsPurchased: 3 }))
    const { vendors, evidence, head } = await inventoryOf()
    expect(head).toBe(2)
    expect(vendors.map(({ vendor, name }) => [vendor, name])).toEqual([
      ['github.com', 'GitHub'],
      ['slack.com', 'Slack'],
    ])
    const [business] = vendors[1]?.products[0]?.subscriptions ?? []
    expect(business).toMatchObject({
      record: seen.rec,
      vendorAccount: 'account-1',
      position: { purchased: { count: 10 }, assigned: { count: 12 }, overAssigned: 2 },
      renewal: { on: '2027-01-01', how: 'renews' },
      fields: { totalPrice: { value: { minor: 120_000, currency: 'EUR' }, by: 'capture', observation: seen.id } },
    })
    expect(evidence[seen.id]).toMatchObject({
      capture: { url: 'https://admin.example.com/billing' },
      fields: { totalPrice: { locator: '$.totalPrice' } },
    })
  })

  test('resolves the hosts and aliases of one vendor to one', async () => {
    await two.inA.add(await subscription(two.ofA, 'sku-1', 'microsoft.com', { product: 'One' }))
    await two.inA.add(await subscription(two.ofA, 'sku-2', 'admin.microsoft.com', { product: 'Two' }))
    const { vendors } = await inventoryOf()
    expect(vendors).toHaveLength(1)
    expect(vendors[0]?.products.map(({ name }) => name)).toEqual(['One', 'Two'])
  })

  test('shows a person’s value over a captured one, the newer capture, and nothing deleted', async () => {
    const first = await subscription(two.ofA, 'sku-1', 'slack.com', { product: 'Old', seatsPurchased: 5 })
    const newer = await subscription(two.ofA, 'sku-1', 'slack.com', { seatsPurchased: 7 }, '2026-03-01T10:00:00Z')
    await two.inA.add(newer)
    await two.inA.add(first)
    await two.inA.set({ rec: first.rec, base: 2 }, 'product', 'Corrected')
    const shown = async () =>
      (await inventoryOf()).vendors.flatMap(({ products }) => products.flatMap(({ subscriptions }) => subscriptions))
    expect(await shown()).toMatchObject([
      { fields: { product: { value: 'Corrected', by: 'person' }, seatsPurchased: { value: 7 } } },
    ])
    // Evidence only for what is shown: the old capture gave nothing that stands.
    expect(Object.keys((await inventoryOf()).evidence)).toEqual([newer.id])
    await two.inA.del({ rec: first.rec, base: 3 })
    expect(await shown()).toEqual([])
  })

  test('vendors are counted over every type', async () => {
    await two.inA.add(await subscription(two.ofA, 'sku-1', 'slack.com', { product: 'Business' }))
    const evidence = { email: json }
    await two.inA.add(
      await observed(two.ofA, {
        type: 'assignment',
        key: 'a@example.com',
        vendor: 'slack.com',
        fields: { email: 'a@example.com' },
        evidence,
      }),
    )
    const response = await two.server.a.device.get(`/v1/clients/${two.ofA}/vendors`)
    expect(VendorsResponse.parse(await response.json()).vendors).toEqual([
      { vendor: 'slack.com', name: 'Slack', records: { subscription: 1, assignment: 1 } },
    ])
  })

  test('is the client’s own: another client has none of it, another workspace no such client, a workspace no inventory', async () => {
    await two.inA.add(await subscription(two.ofA, 'sku-1', 'slack.com', { product: 'Business' }))
    expect((await inventoryOf(two.ofB, two.server.b.device)).vendors).toEqual([])
    const missing = { status: 404, code: 'NOT_FOUND' }
    expect(await codeOf(await two.server.b.device.get(`/v1/clients/${two.ofA}/inventory`))).toEqual(missing)
    expect(await codeOf(await two.server.a.device.get(`/v1/clients/${two.server.a.id}/inventory`))).toEqual(missing)
    expect(await codeOf(await two.server.a.device.get(`/v1/clients/${two.server.a.id}/vendors`))).toEqual(missing)
  })
})
