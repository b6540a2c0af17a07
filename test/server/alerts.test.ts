import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { AlertsResponse } from '../../server/inventory/alerts.ts'
import { addDays } from '../../shared/model/calendar.ts'
import type { Fields } from '../../shared/model/observation.ts'
import { observed, sightingOf } from '../support/ops.ts'
import { twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
const today = () => two.server.deps.clock().toISOString().slice(0, 10)
const alerts = async (client = two.ofA, device = two.server.a.device) =>
  AlertsResponse.parse(await (await device.get(`/v1/clients/${client}/alerts`)).json()).alerts

const seen = (fields: Fields, at: string) =>
  observed(two.ofA, {
    ...sightingOf(),
    fields,
    evidence: Object.fromEntries(
      Object.keys(fields).map((field) => [
        field,
        { source: 'json', locator: field, excerpt: 'x', confidence: 'high' } as const,
      ]),
    ),
    capture: { ...sightingOf().capture, at },
  })

test('what somebody is to be told, whom, and who took notice; a date that came back is owed anew', async () => {
  const client = two.inA
  const endsOn = addDays(today(), 10)
  const fields = { product: 'Desk', endsOn, alertDays: [60, 30, 5] }
  const first = await seen(fields, `${addDays(today(), -40)}T08:00:00Z`)
  await client.add(first)
  const owed = await alerts()
  expect(owed).toMatchObject([
    { record: first.rec, about: 'term-end', date: endsOn, threshold: 60, due: addDays(endsOn, -60) },
    { threshold: 30, to: { who: 'workspace' } },
  ])
  expect(await alerts(two.ofB, two.server.b.device), 'another workspace’s client has none of it').toEqual([])

  const acknowledgement = { rec: randomUUID(), type: 'acknowledgement' } as const
  const values = { subject: first.rec, date: endsOn, version: owed[0]?.version ?? '', threshold: 60, by: 'Ada' }
  for (const [field, value] of Object.entries(values)) await client.set(acknowledgement, field, value)
  expect((await alerts()).map(({ acknowledged }) => acknowledged)).toEqual([
    { by: 'Ada', at: expect.any(String) },
    undefined,
  ])

  await client.add(await seen({ ...fields, endsOn: addDays(endsOn, 90) }, `${addDays(today(), -2)}T08:00:00Z`))
  expect((await alerts()).map(({ date }) => date)).toEqual([])
  await client.add(await seen(fields, `${addDays(today(), -1)}T08:00:00Z`))
  expect((await alerts()).map(({ threshold, acknowledged }) => [threshold, acknowledged])).toEqual([
    [60, undefined],
    [30, undefined],
  ])
})
