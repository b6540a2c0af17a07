import { describe, expect, test } from 'vitest'
import { defineConnector } from '../../extension/connector-kit/define.ts'
import { createClient } from '../../extension/records/clients.ts'
import { knownOf } from '../../extension/route/queries.ts'
import { type Fact, type Known, routeOf } from '../../extension/route/route.ts'
import { startOf } from '../../extension/route/start.ts'
import { dayOf } from '../../extension/ui/format.ts'
import { accept, show } from '../support/accepted.ts'
import { freshDatabase } from '../support/device.ts'
import { account, sightingOf } from '../support/sightings.ts'

const console = (id: string, host: string, vendor: string) =>
  defineConnector({
    id,
    version: 1,
    name: `${id} console`,
    vendor,
    priority: 100,
    matches: [`https://${host}/*`],
    records: [],
  })
const connectors = [
  console('desk', 'admin.example.com', 'example.com'),
  console('desk-people', 'people.example.com', 'example.com'),
  console('mail', '*.mail.example', 'mail.example'),
]

const today = '2026-11-27'
const tenant = account('t1')
const fact = (path: string, seenOn: string, over: Partial<Fact> = {}): Fact => ({
  type: 'subscription',
  account: tenant,
  page: { url: `https://admin.example.com${path}` },
  seenOn,
  seenAt: `${seenOn}T10:00:00.000Z`,
  ...over,
})
const nothing: Known = { facts: [], accounts: [], captured: [] }
const walk = (known: Partial<Known>) => routeOf({ ...nothing, ...known }, connectors, today)
const order = (known: Partial<Known>) =>
  walk(known).map(({ console: name, path, done }) => `${done ? '✓ ' : ''}${name} ${path}`)

describe('the order', () => {
  test('is by the fact that was not seen for the longest time, then by how many there are', () => {
    const facts = [
      fact('/new', '2026-11-20'),
      fact('/old', '2026-05-01'),
      fact('/many', '2026-08-01'),
      fact('/many', '2026-11-01'),
      fact('/few', '2026-08-01'),
    ]
    expect(order({ facts })).toEqual([
      'desk console /old',
      'desk console /many',
      'desk console /few',
      'desk console /new',
    ])
  })

  test('puts what is done today last, and consoles that were never looked at before it', () => {
    const facts = [fact('/old', '2026-05-01'), fact('/done', today)]
    expect(order({ facts, accounts: [tenant] })).toEqual([
      'desk console /old',
      'desk-people console ',
      '✓ desk console /done',
    ])
  })
})

describe('a stop', () => {
  test('is ticked off by a capture that waits for review, and only of the same account', () => {
    const facts = [fact('/a', '2026-05-01'), fact('/a', '2026-05-01', { account: account('t2') })]
    const captured = [{ url: 'https://admin.example.com/a', account: 't2' }]
    expect(walk({ facts, captured }).map(({ account: whose, done }) => [whose, done])).toEqual([
      ['Tenant t1', false],
      ['Tenant t2', true],
    ])
  })

  test('says what it did not show today', () => {
    const [stop] = walk({
      facts: [fact('/a', '2026-05-01'), fact('/a', today), fact('/a', today, { type: 'invoice' })],
    })
    expect(stop).toMatchObject({ done: true, unseen: 1, facts: { subscription: 2, invoice: 1 } })
  })

  test('of a single-page console is the path in its fragment', () => {
    const page = { url: 'https://admin.example.com/Home#/licenses' }
    expect(walk({ facts: [fact('', today, { page })] })[0]).toMatchObject({ path: '/Home#/licenses', url: page.url })
  })

  test('is no import: a file is not looked at again by a click', () => {
    expect(walk({ facts: [fact('', today, { page: { url: 'file:seats.csv' } })] })).toEqual([])
  })
})

test('a console begins at a host that is the same for everybody, or nowhere', () => {
  expect(connectors.map(startOf)).toEqual(['https://admin.example.com/', 'https://people.example.com/', null])
})

describe('what is known of a client', () => {
  const now = () => dayOf(new Date())

  test('is its records by the page that last showed them, its accounts, and what was captured today', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    await accept(db, sightingOf({ product: 'Desk' }))
    const known = await knownOf(db, client, '2026-11-01')
    expect(known.accounts).toEqual([tenant])
    expect(known.facts).toMatchObject([
      {
        type: 'subscription',
        account: tenant,
        page: { url: 'https://admin.example.com/billing' },
        seenOn: '2026-11-01',
      },
    ])
    const changed = sightingOf({ product: 'Desk', seatsPurchased: 9 }, { at: new Date().toISOString() })
    await show(db, [changed])
    expect((await knownOf(db, client, now())).captured).toEqual([
      { url: 'https://admin.example.com/billing', account: 't1' },
    ])
  })

  test('moves to the page that shows it unchanged today', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    await accept(db, sightingOf({ product: 'Desk' }))
    const again = sightingOf({ product: 'Desk' }, { at: new Date().toISOString() })
    await show(db, [{ ...again, capture: { ...again.capture, url: 'https://admin.example.com/home' } }])
    const { facts } = await knownOf(db, client, now())
    expect(facts).toMatchObject([{ page: { url: 'https://admin.example.com/home' }, seenOn: now() }])
  })

  test('is never another client’s', async () => {
    const db = freshDatabase()
    await createClient(db, 'One')
    await accept(db, sightingOf({ product: 'Desk' }))
    await show(db, [sightingOf({ product: 'Desk', seatsPurchased: 9 }, { at: new Date().toISOString() })])
    const two = await createClient(db, 'Two')
    expect(await knownOf(db, two, now())).toEqual(nothing)
  })
})
