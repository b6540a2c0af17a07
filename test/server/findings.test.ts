import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { FindingsResponse } from '../../server/inventory/findings.ts'
import { RenewalsResponse } from '../../server/inventory/renewals.ts'
import { addDays } from '../../shared/model/calendar.ts'
import type { Fields } from '../../shared/model/observation.ts'
import { observed, sightingOf, type Writer } from '../support/ops.ts'
import { twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
const today = () => two.server.deps.clock().toISOString().slice(0, 10)
const findings = async (client = two.ofA, device = two.server.a.device) =>
  FindingsResponse.parse(await (await device.get(`/v1/clients/${client}/findings`)).json()).findings
const renewals = async () =>
  RenewalsResponse.parse(await (await two.server.a.device.get(`/v1/clients/${two.ofA}/renewals`)).json()).renewals

const bought = (fields: Fields) =>
  observed(two.ofA, {
    ...sightingOf(),
    fields,
    evidence: Object.fromEntries(
      Object.keys(fields).map((field) => [
        field,
        { source: 'json', locator: field, excerpt: 'x', confidence: 'high' } as const,
      ]),
    ),
    capture: { ...sightingOf().capture, at: `${today()}T00:00:00Z` },
  })
let client: Writer
beforeEach(() => {
  client = two.inA
})

test('what is given to nobody is told with what it saves and from when; dismissed by one, it is for all', async () => {
  const fields = {
    product: 'Desk',
    seatsPurchased: 20,
    seatsAssigned: 15,
    unitPrice: { minor: 1_000, currency: 'EUR' },
    billingPeriod: { count: 1, unit: 'month' },
    endsOn: addDays(today(), 300),
    autoRenews: true,
  }
  await client.add(await bought(fields))
  const [finding, ...others] = await findings()
  expect(others).toEqual([])
  expect(finding).toMatchObject({
    kind: 'unassigned',
    status: 'open',
    count: 5,
    saving: { yearly: { minor: 60_000, currency: 'EUR' }, upTo: false, realizableFrom: addDays(today(), 301) },
  })
  const judgement = { rec: randomUUID(), type: 'judgement' } as const
  await client.set(judgement, 'finding', finding?.key ?? '')
  await client.set(judgement, 'status', 'dismissed')
  expect((await findings()).map(({ status }) => status)).toEqual(['dismissed'])
  expect(await findings(two.ofB, two.server.b.device), 'another workspace’s client has none of it').toEqual([])
})

test('the last day to cancel, and how it was counted', async () => {
  const endsOn = addDays(today(), 100)
  const observation = await bought({ product: 'Desk', endsOn, autoRenews: true })
  await client.add(observation)
  expect(await renewals()).toMatchObject([
    { state: 'running', mode: 'tacit', cancelBy: { is: 'unknown', why: 'notice-unknown' } },
  ])
  await client.set({ rec: observation.rec, base: 1 }, 'noticePeriod', { count: 30, unit: 'day' })
  const [renewal] = await renewals()
  expect(renewal?.terms).toMatchObject([{ endsOn, renewsOn: addDays(endsOn, 1), known: 'stated', from: ['endsOn'] }])
  expect(renewal?.cancelBy).toMatchObject({
    is: 'known',
    on: addDays(endsOn, -30),
    steps: [{ step: 'term-end', on: endsOn }, { step: 'notice' }],
  })
})
