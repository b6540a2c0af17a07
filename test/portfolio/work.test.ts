import fc from 'fast-check'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { layOver } from '../../extension/db/beliefs.ts'
import type { Database } from '../../extension/db/database.ts'
import { enqueue } from '../../extension/db/outbox.ts'
import { thisDevice } from '../../extension/db/scopes.ts'
import { daysOf } from '../../extension/portfolio/days.ts'
import { type Known, learned, nothingKnown } from '../../extension/portfolio/known.ts'
import { draftsByClient } from '../../extension/portfolio/waiting.ts'
import { weekOf } from '../../extension/portfolio/week.ts'
import { workOut } from '../../extension/portfolio/work.ts'
import { worthOf } from '../../extension/portfolio/worth.ts'
import { dueAlerts } from '../../extension/records/alerts.ts'
import { bindingIdOf, bindOps } from '../../extension/records/binding.ts'
import { createClient, listClients, setActiveClient } from '../../extension/records/clients.ts'
import { decide } from '../../extension/records/decision.ts'
import { deleteRecord, editField, stateRecord } from '../../extension/records/edit.ts'
import { wholeOf } from '../../extension/records/whole.ts'
import { workspaceOf } from '../../extension/records/workspace.ts'
import { linesOf } from '../../shared/inventory/renewal-lines.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Fields } from '../../shared/model/observation.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'
import { accept, show } from '../support/accepted.ts'
import { freshDatabase } from '../support/device.ts'
import { sightingOf } from '../support/ops.ts'

const today = '2026-11-27'
const now = new Date('2026-11-27T09:00:00.000Z')
let db: Database
let zoo: Uuid
let mill: Uuid
beforeEach(async () => {
  db = freshDatabase()
  zoo = await createClient(db, 'Zoo')
  mill = await createClient(db, 'Mill')
})

let count = 0
const evidence = { source: 'json', locator: 'x', excerpt: 'x', confidence: 'high' } as const
const sighting = (fields: Fields, type: CapturedType = 'subscription') => ({
  ...sightingOf(),
  ...{ type, fields, key: `thing ${++count}`, vendorAccount: null },
  evidence: Object.fromEntries(Object.keys(fields).map((field) => [field, evidence])),
})
/** Seen and accepted for a client. */
async function seen(client: Uuid, fields: Fields, type?: CapturedType): Promise<Uuid> {
  await setActiveClient(db, client)
  return accept(db, sighting(fields, type))
}
const eur = (minor: number) => ({ minor, currency: 'EUR' })
const month = { count: 1, unit: 'month' }
const tacit = { autoRenews: true, renewalTerm: { count: 1, unit: 'year' }, billingPeriod: month, status: 'active' }
const days = async (client: Uuid) => daysOf(db, client, await workspaceOf(db), today)
const set = async (client: Uuid, field: string, value: string) =>
  editField(db, (await thisDevice(db)).workspace, client, field, value)

/** All that is told from now on, as the screen has it. */
async function watching(clients = [zoo, mill]): Promise<() => Known> {
  let known = nothingKnown
  const stop = workOut(db, { clients, today }, (told) => {
    known = learned(known, told)
  })
  onTestFinished(stop)
  await expect.poll(() => [known.days.size + known.failed.size, known.worth.size + known.failed.size]).toEqual([2, 2])
  return () => known
}
const names = (known: Known) => (known.days.get(zoo)?.week.first ?? []).map(({ name }) => name)

test('the days and prices told without seats are those of the whole inventory', async () => {
  await set(zoo, 'currency', 'EUR')
  await seen(zoo, {
    product: 'Suite',
    sku: 'S',
    endsOn: '2026-12-29',
    noticePeriod: month,
    totalPrice: eur(100_00),
    ...tacit,
  })
  const late = await seen(zoo, { product: 'Late', endsOn: '2026-12-10', noticePeriod: month, ...tacit })
  const done = await seen(zoo, { product: 'Decided', endsOn: '2026-12-30', noticePeriod: month, ...tacit })
  await seen(zoo, { product: 'Suite', sku: 'S', email: 'kim@zoo.example', status: 'active' }, 'assignment')
  await seen(zoo, { name: 'zoo.example', expiresOn: '2026-12-01' }, 'domain')
  await stateRecord(db, zoo, 'lot', { subscription: late, quantity: 3, unitPrice: eur(7_00), validFrom: '2026-01-01' })
  await decide(db, zoo, { subscription: done, termEndsOn: '2026-12-30' }, { choice: 'renew' })
  const whole = await wholeOf(db, zoo, today)
  const alerts = dueAlerts(whole, today)
  const { lines } = linesOf({ ...whole, alerts }, today)
  const told = await days(zoo)
  const asking = lines.filter(({ settled }) => !settled)
  expect(told.late.first.map(({ name, on }) => [name, on])).toEqual([['Late', '2026-11-10']])
  expect(told.week.first.map(({ name, on, perYear }) => [name, on, perYear])).toEqual([
    ['Suite', '2026-11-29', eur(1_200_00)],
    ['zoo.example', '2026-12-01', undefined],
  ])
  expect([...told.late.first, ...told.week.first].map(({ id }) => id).sort()).toEqual(asking.map(({ id }) => id).sort())
  expect(told.yearly.sums.map(({ minor }) => minor)).toEqual([whole.inventory.annual()?.minor])
  expect(told.yearly.without).toBe(whole.inventory.annual()?.unpriced.length)
})

test('amounts of several currencies are never one sum, and what has no price is left out by number', async () => {
  await seen(zoo, { product: 'One', totalPrice: eur(10_00), ...tacit })
  await seen(zoo, { product: 'Two', totalPrice: { minor: 20_00, currency: 'USD' }, ...tacit })
  await seen(zoo, { product: 'Three', ...tacit })
  const { sums, without } = (await days(zoo)).yearly
  expect([sums.map(({ minor, currency }) => [Number(minor), currency]), without]).toEqual([
    [
      [120_00, 'EUR'],
      [240_00, 'USD'],
    ],
    1,
  ])
  await set(zoo, 'currency', 'EUR')
  expect((await days(zoo)).yearly).toMatchObject({ sums: [{ currency: 'EUR', minor: 12_000n }], without: 2 })
})

test('what is dear is worked out in the order in which the clients stand', async () => {
  await seen(zoo, { product: 'Suite', endsOn: '2027-02-10', noticePeriod: month, ...tacit })
  await seen(mill, { name: 'mill.example', expiresOn: '2026-12-01' }, 'domain')
  const dear: Uuid[] = []
  onTestFinished(
    workOut(db, { clients: [zoo, mill], today }, (told) => void (told.is === 'worth' && dear.push(told.client))),
  )
  await expect.poll(() => dear).toEqual([mill, zoo])
})

test('two clients’ facts never mix, whatever they own', async () => {
  const thing = fc.record({
    product: fc.constantFrom('Suite', 'Desk', 'Chat'),
    until: fc.integer({ min: -20, max: 40 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), thing), { maxLength: 6 }), async (all) => {
      const own = new Map<Uuid, Set<Uuid>>([zoo, mill].map((client) => [client, new Set()]))
      for (const [isZoos, { product, until }] of all) {
        const endsOn = new Date(Date.parse(today) + until * 86_400_000).toISOString().slice(0, 10)
        const client = isZoos ? zoo : mill
        own.get(client)?.add(await seen(client, { product, endsOn, ...tacit }))
      }
      const known = (await watching())()
      for (const { client, ...line } of weekOf(await listClients(db), known, now).lines)
        if (line.is === 'late' || line.is === 'day') expect(own.get(client?.id ?? '')?.has(line.of.id)).toBe(true)
      for (const [client, ids] of own) {
        expect(known.days.get(client)?.subscriptions).toBe(ids.size)
        for (const id of ids) await deleteRecord(db, client, id)
      }
    }),
    { numRuns: 8 },
  )
})

test('what is written anywhere meanwhile is told anew: a record, what is said of the client, a draft', async () => {
  const one = await seen(zoo, { product: 'Suite', endsOn: '2026-11-30', ...tacit })
  const known = await watching()
  expect(names(known())).toEqual(['Suite'])
  await editField(db, zoo, one, 'product', 'Desk')
  await expect.poll(() => names(known())).toEqual(['Desk'])
  await seen(zoo, { product: 'Chat', endsOn: '2026-11-29', totalPrice: { minor: 5_00, currency: 'USD' }, ...tacit })
  await expect.poll(() => names(known())).toEqual(['Chat', 'Desk'])
  const workspace = (await thisDevice(db)).workspace
  await set(zoo, 'currency', 'EUR')
  await stateRecord(db, workspace, 'rate', { on: today, base: 'EUR', rates: { USD: '2' }, source: 'ECB', kind: 'spot' })
  await expect.poll(() => known().days.get(zoo)?.week.first[0]?.perYear).toEqual(eur(30_00))
  await show(db, [sighting({ product: 'Draft' })])
  await expect.poll(() => known().drafts?.get(zoo)).toBe(1)
  await expect.poll(() => known().waiting?.of.get(zoo)?.queued).toBeGreaterThan(1)
})

test('left, nothing more is told', async () => {
  const one = await seen(zoo, { product: 'Suite', endsOn: '2026-11-30', ...tacit })
  let told = 0
  const stop = workOut(db, { clients: [zoo], today }, () => void told++)
  await expect.poll(() => told).toBeGreaterThan(3)
  stop()
  const before = told
  const known = await watching()
  await editField(db, zoo, one, 'product', 'Desk')
  // Another that watches has heard of it by then.
  await expect.poll(() => names(known())).toEqual(['Desk'])
  expect(told).toBe(before)
})

test('a client that cannot be read keeps nobody from the others', async () => {
  const broken = await seen(mill, { product: 'Broken', endsOn: '2026-11-30', ...tacit })
  await seen(zoo, { product: 'Suite', endsOn: '2026-11-30', ...tacit })
  // What no version of ours writes.
  await db.records
    .where('[scope+id]')
    .equals([mill, broken])
    .modify((record) => void Reflect.set(record, 'cells', null))
  const known = (await watching())()
  expect([names(known), [...known.failed.keys()]]).toEqual([['Suite'], [mill]])
})

test('what the workspace says cannot be read: that is said of each client, and once it can be, all is told again', async () => {
  const one = await seen(zoo, { product: 'Suite', endsOn: '2026-11-30', ...tacit })
  const unheard: unknown[] = []
  const hear = (reason: unknown) => void unheard.push(reason)
  process.on('unhandledRejection', hear)
  onTestFinished(() => void process.off('unhandledRejection', hear))
  const { where } = db.listing
  let isBroken = true
  const listing = vi.spyOn(db.listing, 'where').mockImplementation(function (this: typeof db.listing, ...asked) {
    if (!isBroken) return Reflect.apply(where, db.listing, asked)
    throw new Error('the disk is gone')
  })
  onTestFinished(() => listing.mockRestore())
  const known = await watching()
  expect([known().failed.size, known().days.size]).toEqual([2, 0])
  isBroken = false
  await editField(db, zoo, one, 'product', 'Desk')
  await set(zoo, 'currency', 'EUR')
  await expect.poll(() => [known().failed.size, names(known())]).toEqual([0, ['Desk']])
  expect(unheard).toEqual([])
})

test('drafts follow whom their account is bound to', async () => {
  const account = { vendor: 'example.com', id: 'tenant-9' }
  await show(db, [{ ...sighting({ product: 'Nobody’s' }), vendorAccount: account }])
  const known = await watching()
  await expect.poll(() => known().drafts?.get(null)).toBe(1)
  const { workspace } = await thisDevice(db)
  const binding = await bindingIdOf(account)
  const ops = bindOps(binding, account, mill, 0, '2026-11-27T09:00:00.000Z')
  await db.transaction('rw', db.tables, async () => {
    await enqueue(db, { id: workspace, kind: 'workspace' }, ops)
    await layOver(db, workspace, ops)
  })
  await expect.poll(() => known().drafts?.get(mill)).toBe(1)
})

test('a draft is of the client that its page was read for, or of its account; else of nobody yet', async () => {
  await setActiveClient(db, mill)
  await show(db, [sighting({ product: 'Read for the mill' })])
  const account = { vendor: 'example.com', id: 'tenant-9' }
  await show(db, [{ ...sighting({ product: 'Nobody’s' }), vendorAccount: account }])
  expect(await draftsByClient(db)).toEqual(
    new Map<Uuid | null, number>([
      [mill, 1],
      [null, 1],
    ]),
  )
})

test.each(['pseudonymous', 'counts-only'])('%s: nobody’s name is told', async (mode) => {
  const suite = { product: 'Suite', sku: 'S' }
  const price = { seatsPurchased: 3, unitPrice: eur(9_00), owner: 'Quibble Zyxwer' }
  const record = await seen(zoo, { ...suite, seatsPurchased: 3, unitPrice: eur(9_00), endsOn: '2026-11-30', ...tacit })
  await editField(db, zoo, record, 'owner', price.owner)
  const person = { person: 'Quibble Zyxwer', email: 'quibble.zyxwer@zoo.example' }
  await seen(zoo, { ...suite, ...person, status: 'active' }, 'assignment')
  const left = { name: person.person, emails: [person.email], endsOn: '2026-10-31' }
  await stateRecord(db, zoo, 'person', left)
  const told = async () =>
    JSON.stringify([await days(zoo), await worthOf(db, zoo, today)], (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
  expect(await told(), 'somebody is there to be named').toMatch(/Zyxwer/)
  await set(zoo, 'peopleMode', mode)
  expect(await told()).not.toMatch(/quibble|zyxwer/i)
})
