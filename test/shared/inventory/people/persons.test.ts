import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Belief } from '../../../../shared/inventory/belief.ts'
import { Persons } from '../../../../shared/inventory/people/persons.ts'
import { belief } from '../../../support/beliefs.ts'

const context = { today: '2026-11-27', ownDomains: ['contoso.example'] }
const account = (values: Belief<'assignment'>['values'], around = {}) => belief('assignment', values, around)
const person = (values: Belief<'person'>['values']) => belief('person', values)
const persons = (assignments: Belief<'assignment'>[], stated: Belief<'person'>[] = []) => [
  ...new Persons(assignments, stated, context).views.values(),
]

test('one address is one person in every product, however it is written', () => {
  const found = persons([
    account({ email: 'Ada@Contoso.example', product: 'Desk' }),
    account({ email: 'ada@contoso.example ', product: 'Board' }, { vendor: 'board.example' }),
    account({ email: 'bob@contoso.example', product: 'Desk' }),
  ])
  expect(found.map(({ key, accounts }) => [key, accounts.length])).toEqual([
    ['ada@contoso.example', 2],
    ['bob@contoso.example', 1],
  ])
})

test('the addresses that a person’s record lists are all that person’s; an address belongs to one person', () => {
  const ada = person({ name: 'Ada', emails: ['ada@contoso.example', 'a.lovelace@contoso.example'] })
  const other = person({ name: 'Other', emails: ['ada@contoso.example'] })
  const found = persons(
    [account({ email: 'a.lovelace@contoso.example' }), account({ email: 'ada@contoso.example' })],
    [ada, other],
  )
  const holding = found.filter(({ accounts }) => accounts.length > 0)
  expect(holding.reduce((sum, { accounts }) => sum + accounts.length, 0)).toBe(2)
  const first = [ada, other].sort((a, b) => (a.id < b.id ? -1 : 1))[0]
  expect(found.find(({ emails }) => emails.includes('ada@contoso.example'))?.key).toBe(first?.id)
})

test('two people who are called alike stay two; an account without an address is its own', () => {
  const found = persons([account({ person: 'Kim', accountId: '1' }), account({ person: 'Kim', accountId: '2' })])
  expect(found).toHaveLength(2)
})

test('a guest is the person who has that address at home', () => {
  const found = persons([
    account({ email: 'ada_fabrikam.example#EXT#@contoso.example' }),
    account({ email: 'Ada@fabrikam.example' }, { vendor: 'board.example' }),
  ])
  expect(found.map(({ key, accounts, kind }) => [key, accounts.length, kind?.kind])).toEqual([
    ['ada@fabrikam.example', 2, 'external'],
  ])
})

test('somebody is found by the record that was stated, or by any of their accounts', () => {
  const email = 'ada@contoso.example'
  const [one, other] = [account({ email }), account({ email }, { vendor: 'board.example' })]
  const alone = new Persons([one, other], [], context)
  expect(alone.byId(one.id)).toBe(alone.byEmail(email))
  const said = person({ emails: [email] })
  const all = new Persons([one, other], [said], context)
  expect([all.byId(said.id), all.byId(one.id), all.byId(other.id)]).toEqual(Array(3).fill(all.byEmail(email)))
  expect(all.byId('00000000-0000-4000-8000-000000000000')).toBeUndefined()
})

describe('what an address looks like', () => {
  test.each([
    ['noreply@contoso.example', 'service'],
    ['svc-backup@contoso.example', 'service'],
    ['info@contoso.example', 'shared'],
    ['ada@fabrikam.example', 'external'],
    ['ada_fabrikam.com#EXT#@contoso.example', 'external'],
    ['ada@mail.contoso.example', undefined],
    ['ada@contoso.example', undefined],
    ['botond@contoso.example', undefined],
  ])('%s: %s', (email, kind) => expect(persons([account({ email })])[0]?.kind?.kind).toBe(kind))

  test('a person’s word stands before it', () => {
    const [found] = persons(
      [account({ email: 'info@contoso.example' })],
      [person({ emails: ['info@contoso.example'], kind: 'employee' })],
    )
    expect(found?.kind).toEqual({ kind: 'employee', from: 'stated' })
  })

  test('where nobody said which domains are the client’s, nobody is external', () => {
    expect(
      [
        ...new Persons([account({ email: 'ada@fabrikam.example' })], [], { ...context, ownDomains: [] }).views.values(),
      ][0]?.kind,
    ).toBeUndefined()
  })
})

describe('who left', () => {
  test.each([
    ['2026-11-26', 'last-day'],
    ['2026-11-27', undefined],
    ['2027-01-31', undefined],
  ])('a last day %s: %s', (endsOn, because) => {
    const email = 'ada@contoso.example'
    expect(persons([account({ email })], [person({ emails: [email], endsOn })])[0]?.left?.because).toBe(because)
  })

  const directory = { vendor: 'okta.com' }
  test('a lock in the directory is a leaver; a lock of one product is not', () => {
    const email = 'ada@contoso.example'
    expect(persons([account({ email, status: 'suspended' }, directory)])[0]?.left?.because).toBe('locked-in-directory')
    expect(persons([account({ email, status: 'suspended' }, { vendor: 'desk.example' })])[0]?.left).toBeUndefined()
  })

  test('the newest word of the directory counts: who was unlocked is back', () => {
    const email = 'ada@contoso.example'
    const before = account({ email, status: 'suspended' }, { ...directory, seenAt: '2026-01-01T00:00:00Z' })
    const after = account({ email, status: 'active' }, { ...directory, seenAt: '2026-02-01T00:00:00Z' })
    expect(persons([after, before])[0]?.left).toBeUndefined()
  })
})

test('the order of captures changes nobody', () => {
  const emails = ['a@contoso.example', 'b@contoso.example', 'c@contoso.example']
  const accounts = emails.flatMap((email) => ['Desk', 'Board'].map((product) => account({ email, product })))
  const stated = [person({ emails: emails.slice(0, 2) }), person({ emails: emails.slice(1) })]
  const shape = (some: Belief<'assignment'>[], said: Belief<'person'>[]) =>
    persons(some, said)
      .map(({ key, accounts: held }) => [key, held.map(({ id }) => id)])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  const expected = shape(accounts, stated)
  fc.assert(
    fc.property(
      fc.shuffledSubarray(accounts, { minLength: 6 }),
      fc.shuffledSubarray(stated, { minLength: 2 }),
      (some, said) => {
        expect(shape(some, said)).toEqual(expected)
      },
    ),
  )
})

test('a guest’s account that comes or goes changes the kind as if all were read anew', () => {
  const own = account({ email: 'info@fabrikam.example' })
  const given = account({ email: 'ada@contoso.example' }, { vendor: 'board.example' })
  const kindIn = (all: Persons) => all.byEmail('info@fabrikam.example')?.kind?.kind
  const followed = new Persons([own, given], [], context)
  for (const email of ['info_fabrikam.example#EXT#@contoso.example', 'ada@contoso.example']) {
    const now = belief('assignment', { email }, given)
    followed.put(now)
    expect(kindIn(followed), email).toBe(kindIn(new Persons([own, now], [], context)))
  }
})
