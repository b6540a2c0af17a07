import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { PeopleResponse } from '../../server/inventory/people.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import { type Fields, observe } from '../../shared/model/observation.ts'
import { sightingOf, Writer } from '../support/ops.ts'
import { twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
const get = async (path: string) => (await two.server.a.device.get(`/v1/clients/${two.ofA}/${path}`)).text()
const people = async () => PeopleResponse.parse(JSON.parse(await get('people')))
const today = () => two.server.deps.clock().toISOString().slice(0, 10)

const seen = (type: 'assignment' | 'subscription', key: string, fields: Fields) =>
  observe(two.ofA, {
    ...sightingOf(),
    type,
    key,
    fields,
    evidence: Object.fromEntries(
      Object.keys(fields).map((field) => [
        field,
        { source: 'json', locator: field, excerpt: 'x', confidence: 'high' } as const,
      ]),
    ),
    capture: { ...sightingOf().capture, at: `${today()}T00:00:00Z` },
  })

/** Somebody whose name stands nowhere else. */
const ada = { person: 'Quibble Zyxwer', email: 'quibble.zyxwer@contoso.example' }
const names = /quibble|zyxwer/i

beforeEach(async () => {
  const euros = { minor: 1_000, currency: 'EUR' }
  const desk = await seen('subscription', 'desk', {
    product: 'Desk',
    unitPrice: euros,
    billingPeriod: { count: 1, unit: 'month' },
  })
  await two.inA.add(desk)
  await two.inA.set({ rec: desk.rec }, 'owner', ada.email)
  await two.inA.add(await seen('assignment', ada.email, { ...ada, product: 'Desk', lastActiveOn: '2020-01-01' }))
  const person = { rec: randomUUID(), type: 'person' } as const
  await two.inA.set(person, 'emails', [ada.email])
  await two.inA.set(person, 'endsOn', '2025-01-31')
})

const mode = async (said: PeopleMode) => {
  const workspace = new Writer(two.server.a.device, two.server.a.id)
  await workspace.set({ rec: two.ofA, type: 'client', base: 999 }, 'peopleMode', said)
}

describe('who uses what', () => {
  test('by name and address, with what it costs', async () => {
    const { people: all, products } = await people()
    expect(all).toMatchObject([
      {
        called: 'Quibble Zyxwer',
        emails: [ada.email],
        left: { because: 'last-day', on: '2025-01-31' },
        seats: [{ product: 'Desk', inactive: true }],
        cost: { sums: [{ amount: '120.00', currency: 'EUR' }], unpriced: 0 },
      },
    ])
    expect(products).toMatchObject([{ product: 'Desk', held: 1, leavers: 1 }])
    expect(await get('findings')).toMatch(names)
  })

  test.each(['pseudonymous', 'counts-only'] as const)('%s: no answer of the inventory names anybody', async (said) => {
    await mode(said)
    const answers = await Promise.all(
      ['people', 'findings', 'inventory', 'vendors', 'renewals', 'spend', 'costs', 'forecast'].map(get),
    )
    for (const answer of answers) expect(answer).not.toMatch(names)
    const { people: all, products, mode: shown } = await people()
    expect(shown).toBe(said)
    expect(products).toMatchObject([{ product: 'Desk', held: 1, leavers: 1 }])
    if (said === 'counts-only') expect(all).toBeUndefined()
    else {
      expect(all?.map(({ called, emails }) => [/^#\w{5}$/.test(called), emails])).toEqual([[true, undefined]])
    }
    expect(
      JSON.parse(answers[1] ?? '')
        .findings.map(({ kind }: { kind: string }) => kind)
        .sort(),
    ).toEqual(['leaver-licensed', 'owner-gone'])
  })
})

test('another workspace sees none of it', async () => {
  expect((await two.server.b.device.get(`/v1/clients/${two.ofA}/people`)).status).toBe(404)
})
