import { expect, test } from 'vitest'
import { HistoryResponse } from '../../server/records/history.ts'
import { Written } from '../../server/records/model.ts'
import { makeKey } from '../support/api-keys.ts'
import { observed } from '../support/ops.ts'
import { twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()

test('the history of a record says who said what, and what became of it, the newest first', async () => {
  const key = await makeKey(two.server, two.server.a.device)
  const fields = { product: 'One' }
  const made = await key.ask('POST', `/v1/clients/${two.ofA}/records`, { type: 'subscription', fields })
  const { record } = Written.parse(await made.json())
  await two.inA.add(await observed(two.ofA))
  await two.inA.set({ rec: record.id, base: record.rev }, 'product', 'Two')
  await two.inA.set({ rec: record.id, base: 9 }, 'plan', 'Yearly')
  const path = `/v1/clients/${two.ofA}/records/${record.id}`
  await key.ask('PATCH', path, { type: 'subscription', base: record.rev, set: { product: 'Three' } })
  const told = async (query = '', by = two.server.a.device.get) =>
    HistoryResponse.parse(await (await by(`${path}/history${query}`)).json())
  const member = { kind: 'member', name: 'Ash Advisers Owner' }
  const program = { kind: 'program', name: 'Ledger import' }
  expect((await told()).entries).toMatchObject([
    { by: program, field: 'product', value: 'Three', result: 'conflict' },
    { by: member, field: 'plan', value: 'Yearly', result: 'applied' },
    { by: member, field: 'product', value: 'Two', result: 'applied' },
    { by: program, field: 'product', value: 'One', result: 'applied', at: '2026-03-01T09:00:00.000Z' },
  ])
  // A page at a time, and of one field.
  const first = await told('?field=product&limit=2')
  expect(first.entries.map(({ value }) => value)).toEqual(['Three', 'Two'])
  const rest = await told(`?field=product&limit=2&before=${first.next}`)
  expect(rest).toMatchObject({ entries: [{ value: 'One' }], next: null })
  // A program is told that it was a member, and not which.
  const toKey = await told('', (asked) => key.ask('GET', asked))
  expect(toKey.entries.map(({ by }) => by)).toEqual([program, { kind: 'member' }, { kind: 'member' }, program])
})
