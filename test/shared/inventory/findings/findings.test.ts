import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Belief } from '../../../../shared/inventory/belief.ts'
import { entitlementsOf } from '../../../../shared/inventory/entitlements.ts'
import type { Assessed, FindingContext, RenewalFacts } from '../../../../shared/inventory/findings/context.ts'
import { findingsOfEntitlement } from '../../../../shared/inventory/findings/entitlement.ts'
import type { Finding } from '../../../../shared/inventory/findings/finding.ts'
import { judged } from '../../../../shared/inventory/findings/judged.ts'
import { overlaps } from '../../../../shared/inventory/findings/overlap.ts'
import { findingsOfPerson } from '../../../../shared/inventory/findings/persons.ts'
import { namesFrom } from '../../../../shared/inventory/names.ts'
import { calledBy } from '../../../../shared/inventory/people/called.ts'
import { Persons } from '../../../../shared/inventory/people/persons.ts'
import { positionOf } from '../../../../shared/inventory/position.ts'
import { resolveVendor } from '../../../../shared/vendor-directory/index.ts'
import { isIncludedIn } from '../../../../shared/vendor-directory/microsoft-plans.ts'
import { belief } from '../../../support/beliefs.ts'

const today = '2026-11-27'
const euros = (minor: number) => ({ minor, currency: 'EUR' })
const bought = (values: Belief<'subscription'>['values'], around = {}) => belief('subscription', values, around)
const seat = (values: Belief<'assignment'>['values'], around = {}) => belief('assignment', values, around)
const person = (values: Belief<'person'>['values']) => belief('person', values)

type Client = {
  subscription?: Belief<'subscription'>[]
  assignment?: Belief<'assignment'>[]
  person?: Belief<'person'>[]
}

/** A client's findings where every seat costs 120 euros a year and everything may be given back on 1 March. */
function found({ subscription = [], assignment = [], person: stated = [] }: Client, change: Partial<Assessed> = {}) {
  const { all } = entitlementsOf({ subscription, assignment, lot: [] }, namesFrom([], resolveVendor))
  const assessed = all.map(
    (entitlement): Assessed => ({
      entitlement,
      position: positionOf(entitlement, today),
      paid: true,
      free: undefined,
      seatPerYear: { yearly: euros(12_000), upTo: false },
      perYear: euros(100_000),
      releaseOn: '2027-03-01',
      renewals: new Map(),
      rises: new Map(),
      ...change,
    }),
  )
  const persons = new Persons(assignment, stated, { today, ownDomains: ['contoso.example'] })
  const context: FindingContext = {
    today,
    called: (person) => calledBy(person, 'full'),
    personOf: persons.of,
    personByEmail: persons.byEmail,
    entitlementOf: (one) => assessed.find(({ entitlement }) => entitlement.assignments.includes(one)),
    isIncluded: isIncludedIn,
  }
  const ofPersons = [...persons.views.values()].map((view) => findingsOfPerson(view, context))
  const told = new Set(ofPersons.flatMap(({ seats }) => [...seats]))
  return [
    ...ofPersons.flatMap(({ findings }) => findings),
    ...assessed.flatMap((each) => findingsOfEntitlement(each, told, context)),
    ...overlaps(assessed),
  ].sort((a, b) => (a.key < b.key ? -1 : 1))
}
const kinds = (client: Client, change?: Partial<Assessed>) => found(client, change).map(({ kind }) => kind)
const ada = 'ada@contoso.example'

describe('seats', () => {
  const desk = bought({ product: 'Desk', seatsPurchased: 20, seatsAssigned: 15 })

  test('unassigned: how many, what they cost a year, and from when it is saved', () => {
    expect(found({ subscription: [desk] })).toMatchObject([
      {
        kind: 'unassigned',
        count: 5,
        saving: { yearly: euros(60_000), upTo: false, realizableFrom: '2027-03-01' },
        records: [desk.id],
      },
    ])
  })

  test('without a price, or without a known end of the term, that is left out and not guessed', () => {
    const [finding] = found({ subscription: [desk] }, { seatPerYear: 'no-price' })
    expect([finding?.saving, finding?.unsaid]).toEqual([undefined, 'no-price'])
    expect(found({ subscription: [desk] }, { releaseOn: undefined })[0]?.saving).not.toHaveProperty('realizableFrom')
  })

  test('free and unpaid ones are no waste; a free one says why', () => {
    expect(kinds({ subscription: [desk] }, { paid: false })).toEqual([])
    expect(found({ subscription: [desk] }, { paid: false, free: 'free-sku' })).toMatchObject([
      { kind: 'free', reason: 'free-sku' },
    ])
  })

  test('over-assigned', () => {
    expect(found({ subscription: [bought({ product: 'Desk', seatsPurchased: 10, seatsAssigned: 13 })] })).toMatchObject(
      [{ kind: 'over-assigned', count: 3 }],
    )
  })

  test.each([
    ['2026-08-29', []],
    ['2026-08-28', ['inactive']],
  ])('last active on %s', (lastActiveOn, expected) => {
    expect(
      kinds({
        subscription: [bought({ product: 'Desk' })],
        assignment: [seat({ email: ada, product: 'Desk', lastActiveOn })],
      }),
    ).toEqual(expected)
  })

  test('inactive by the console’s counts, where no people were captured', () => {
    const counted = bought({ product: 'Desk', seatsPurchased: 20, seatsAssigned: 20, seatsActive: 12 })
    expect(found({ subscription: [counted] })).toMatchObject([{ kind: 'inactive', count: 8 }])
  })

  test.each([
    [
      'who never signed in and was only invited',
      { email: ada, status: 'invited' as const, lastActiveOn: '2020-01-01' },
    ],
    ['a shared account', { email: 'info@contoso.example', lastActiveOn: '2020-01-01' }],
    ['a service account', { email: 'svc-scan@contoso.example', lastActiveOn: '2020-01-01' }],
    ['a seat that was taken away', { email: ada, status: 'deprovisioned' as const, lastActiveOn: '2020-01-01' }],
    ['one of which nothing says when it was used', { email: ada }],
  ])('not inactive: %s', (_, values) => {
    expect(
      kinds({ subscription: [bought({ product: 'Desk' })], assignment: [seat({ ...values, product: 'Desk' })] }),
    ).toEqual([])
  })
})

describe('people', () => {
  const desk = bought({ product: 'Desk' })

  test('a leaver’s seats, once each, although they are inactive too', () => {
    const assignment = [seat({ email: ada, product: 'Desk', lastActiveOn: '2026-01-01' })]
    expect(
      found({
        subscription: [desk],
        assignment,
        person: [person({ emails: [ada], endsOn: '2026-06-30', name: 'Ada' })],
      }),
    ).toMatchObject([{ kind: 'leaver-licensed', person: 'Ada', on: '2026-06-30', saving: { yearly: euros(12_000) } }])
  })

  test('two accounts of one person with a seat each', () => {
    const other = 'a.lovelace@contoso.example'
    const assignment = [seat({ email: ada, product: 'Desk' }), seat({ email: other, product: 'Desk' })]
    expect(kinds({ subscription: [desk], assignment })).toEqual([])
    expect(kinds({ subscription: [desk], assignment, person: [person({ emails: [ada, other] })] })).toEqual([
      'duplicate-person',
    ])
  })

  test('one seat that two captures show is one seat', () => {
    const assignment = ['a', 'a'].map((accountId) => seat({ email: ada, product: 'Desk', accountId }))
    expect(kinds({ subscription: [desk], assignment })).toEqual([])
  })

  test('a SKU that a bundle of the same person holds already', () => {
    const microsoft = { vendor: 'microsoft.com' }
    const subscription = ['AAD_PREMIUM', 'SPE_E5'].map((sku) => bought({ sku, product: sku }, microsoft))
    const assignment = ['AAD_PREMIUM', 'SPE_E5'].map((sku) => seat({ email: ada, sku }, microsoft))
    expect(found({ subscription, assignment })).toMatchObject([
      { kind: 'included-in-bundle', product: 'AAD_PREMIUM', reason: 'SPE_E5', count: 1 },
    ])
    expect(kinds({ subscription, assignment: assignment.slice(0, 1) })).toEqual([])
  })
})

describe('renewals', () => {
  const desk = bought({ product: 'Desk' })
  const facts: RenewalFacts = {
    endsOn: '2027-01-31',
    renewsOn: '2027-02-01',
    cancelBy: '2026-12-31',
    mode: 'tacit',
    decided: false,
    unsent: false,
  }
  const of = (change: Partial<RenewalFacts>) =>
    found({ subscription: [desk] }, { renewals: new Map([[desk.id, { ...facts, ...change }]]) })

  test('undecided within 120 days of the last day to cancel; nothing where it is decided, ends by itself, or is far away', () => {
    expect(of({})).toMatchObject([{ kind: 'renewal-undecided', on: '2026-12-31' }])
    expect([of({ decided: true }), of({ mode: 'none' }), of({ cancelBy: '2027-03-28', endsOn: '2027-04-30' })]).toEqual(
      [[], [], []],
    )
  })

  test('within the notice period it is told as what it is: it renews', () => {
    expect(of({ cancelBy: '2026-11-26' })).toMatchObject([{ kind: 'renewal-within-notice', on: '2027-02-01' }])
    expect(of({ cancelBy: '2026-11-27' })).toMatchObject([{ kind: 'renewal-undecided' }])
  })

  test('a cancellation that was decided is not done before its notice is sent, however far away or short the term', () => {
    const unsent = { decided: true, unsent: true }
    expect(of(unsent)).toMatchObject([{ kind: 'cancellation-unsent', on: '2026-12-31' }])
    expect(of({ ...unsent, cancelBy: '2027-12-01', endsOn: '2027-12-31' })).toMatchObject([
      { kind: 'cancellation-unsent' },
    ])
    expect(of({ ...unsent, startsOn: '2027-01-01' })).toMatchObject([{ kind: 'cancellation-unsent' }])
    expect(of({ ...unsent, cancelBy: '2026-11-26' })).toMatchObject([{ kind: 'renewal-within-notice' }])
    expect(of({ decided: true, unsent: false })).toEqual([])
  })

  test('of a term of a month is nothing to decide', () => {
    expect(of({ startsOn: '2027-01-01' })).toEqual([])
    expect(of({ startsOn: '2026-12-30' })).toMatchObject([{ kind: 'renewal-undecided' }])
  })
})

describe('upkeep', () => {
  test('a fact of more than 90 days is old', () => {
    expect(kinds({ subscription: [bought({ product: 'Desk' }, { seenAt: '2026-08-29T00:00:00Z' })] })).toEqual([])
    expect(found({ subscription: [bought({ product: 'Desk' }, { seenAt: '2026-08-28T23:00:00Z' })] })).toMatchObject([
      { kind: 'stale', count: 91, on: '2026-08-28' },
    ])
  })

  test('an owner who left; one that nobody knows is no finding', () => {
    const desk = bought({ product: 'Desk', owner: ada })
    expect(kinds({ subscription: [desk], person: [person({ emails: [ada], endsOn: '2026-06-30' })] })).toEqual([
      'owner-gone',
    ])
    expect(kinds({ subscription: [desk] })).toEqual([])
  })

  test.each([
    ['2027-01-26', ['card-expiring']],
    ['2027-01-27', []],
    ['2026-10-31', ['card-expiring']],
  ])('a card good until %s', (cardExpiresOn, expected) => {
    expect(kinds({ subscription: [bought({ product: 'Desk', cardExpiresOn })] })).toEqual(expected)
  })
})

describe('two tools for one job', () => {
  const at = (vendor: string, product: string) => bought({ product }, { vendor })

  test('the cheaper one is the most that can be saved', () => {
    expect(found({ subscription: [at('asana.com', 'Asana'), at('monday.com', 'monday')] })).toMatchObject([
      { kind: 'overlap', subject: 'project management', count: 2, saving: { yearly: euros(100_000), upTo: true } },
    ])
  })

  test('a suite does other jobs too: what giving it up would save is not named', () => {
    const [finding] = found({ subscription: [at('microsoft.com', 'Microsoft 365 E3'), at('slack.com', 'Slack')] })
    expect(finding).toMatchObject({ subject: 'chat', saving: { upTo: true } })
    const suites = found({
      subscription: [at('microsoft.com', 'Microsoft 365 E3'), at('google.com', 'Google Workspace Business')],
    })
    expect(suites.map(({ subject, unsaid }) => [subject, unsaid])).toEqual([
      ['chat', 'no-price'],
      ['file sharing', 'no-price'],
      ['video meetings', 'no-price'],
    ])
  })

  test('two products of one vendor are no overlap, nor are two unknown ones', () => {
    expect(kinds({ subscription: [at('slack.com', 'Slack Pro'), at('slack.com', 'Slack Grid')] })).toEqual([])
    expect(kinds({ subscription: [at('a.example', 'A'), at('b.example', 'B')] })).toEqual([])
  })
})

describe('what a person says of a finding', () => {
  const [finding] = found({ subscription: [bought({ product: 'Desk', seatsPurchased: 2, seatsAssigned: 1 })] })
  const said = (values: Belief<'judgement'>['values']) =>
    judged(finding ? [finding] : [], [belief('judgement', { finding: finding?.key ?? '', ...values })], today)[0]
      ?.status

  test('a dismissed one does not come back by itself, until its day has passed', () => {
    expect([
      said({ status: 'dismissed' }),
      said({ status: 'dismissed', until: today }),
      said({ status: 'dismissed', until: '2026-11-26' }),
    ]).toEqual(['dismissed', 'dismissed', 'open'])
    expect([said({ status: 'accepted' }), said({ status: 'open' })]).toEqual(['accepted', 'open'])
  })

  test('what a person says of it stands beside why it was found, and takes no place of it', () => {
    const overlap: Finding = { kind: 'overlap', key: 'k', subject: 'job', count: 2, reason: 'boards', records: [] }
    const word = (values: Belief<'judgement'>['values']) =>
      judged([overlap], [belief('judgement', { finding: 'k', ...values })], today)[0]
    expect(word({ status: 'dismissed', reason: 'Both are wanted' })).toEqual({
      ...overlap,
      status: 'dismissed',
      said: 'Both are wanted',
    })
    expect(word({ status: 'accepted' })).toEqual({ ...overlap, status: 'accepted' })
    expect(word({ status: 'open', reason: 'Both were wanted' })).toEqual({ ...overlap, status: 'open' })
  })

  test('another number of seats is the same finding', () => {
    const id = bought({ product: 'Desk' }).id
    const keyOf = (seatsPurchased: number) =>
      found({ subscription: [bought({ product: 'Desk', seatsPurchased, seatsAssigned: 1 }, { id })] })[0]?.key
    expect(keyOf(5)).toBe(keyOf(9))
  })
})

test('the order of captures changes no finding', () => {
  const subscription = ['Desk', 'Board', 'Chat'].map((product) =>
    bought({ product, seatsPurchased: 9, seatsAssigned: 4 }),
  )
  const assignment = ['a', 'b', 'c', 'a'].map((name, at) =>
    seat({
      email: `${name}@contoso.example`,
      product: ['Desk', 'Board'][at % 2] ?? 'Desk',
      lastActiveOn: '2026-01-01',
      accountId: String(at),
    }),
  )
  const expected = found({ subscription, assignment })
  expect(expected.length).toBeGreaterThan(3)
  fc.assert(
    fc.property(
      fc.shuffledSubarray(subscription, { minLength: 3 }),
      fc.shuffledSubarray(assignment, { minLength: 4 }),
      (some, others) => {
        expect(found({ subscription: some, assignment: others })).toEqual(expected)
      },
    ),
  )
})
