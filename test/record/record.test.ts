import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Connector } from '../../extension/connector-kit/define.ts'
import { readMaterial } from '../../extension/connector-kit/run.ts'
import microsoft365 from '../../extension/connectors/microsoft-365.ts'
import slack from '../../extension/connectors/slack.ts'
import { canariesOf, stillThere } from './canaries.ts'
import { readHar } from './har.ts'
import { caseOf } from './record.ts'

const har = (pageUrl: string, answers: Record<string, unknown>, headers: { name: string; value: string }[] = []) =>
  readHar(
    JSON.stringify({
      log: {
        version: '1.2',
        pages: [{ id: 'page_1', title: pageUrl }],
        entries: Object.entries(answers).map(([url, body], at) => ({
          startedDateTime: '2026-03-02T09:30:00.000Z',
          request: { url, headers, cookies: [{ name: 'd', value: 'xoxd-cookie-of-the-session' }] },
          response: {
            status: 200,
            content:
              at % 2 === 0
                ? { text: JSON.stringify(body) }
                : { text: Buffer.from(JSON.stringify(body)).toString('base64'), encoding: 'base64' },
          },
        })),
      },
    }),
  )

const tenant = '5c0e6b1f-9d3a-4a7c-8f21-0b7e4d9a6c55'
const e3 = '05e9a617-0261-4cee-bb44-138d3ef5d965'
const session = har('https://admin.microsoft.com/users?view=all', {
  'https://graph.microsoft.com/v1.0/organization': {
    value: [
      { id: tenant, displayName: 'Northgate Fisheries', businessPhones: ['+44 20 7946 0123'], street: '4 Quay Lane' },
    ],
  },
  'https://graph.microsoft.com/v1.0/subscribedSkus': {
    value: [
      { id: `${tenant}_${e3}`, skuId: e3, skuPartNumber: 'SPE_E3', consumedUnits: 41, prepaidUnits: { enabled: 50 } },
    ],
  },
  'https://graph.microsoft.com/v1.0/users?$skiptoken=RFNwdAIAAQAAABc6bWFyZW5A9d3a': {
    value: [
      {
        id: 'b3a1d0c2-77aa-4c1e-9a51-1f2e3d4c5b6a',
        displayName: 'Maren Oakwood',
        givenName: 'Maren',
        surname: 'Oakwood',
        mail: 'Maren.Oakwood@northgate-fisheries.co.uk',
        userPrincipalName: 'maren.oakwood@northgate-fisheries.co.uk',
        mobilePhone: '07700 900 123',
        createdDateTime: '2024-05-06T07:08:09Z',
        aboutMe: 'Ask Maren Oakwood, ext. 10.20.30.40',
        assignedLicenses: [{ skuId: e3 }],
        onPremisesToken: 'c2VjcmV0',
      },
    ],
  },
  'https://browser.events.example.net/collect': { id: 'not asked for', mail: 'spy@tracker.io' },
})

describe('a recorded session', () => {
  const { files, refused } = caseOf(microsoft365, session)
  const users = JSON.parse(files['responses/users.json'] ?? '{}')

  test('becomes a case of the answers that the connector asks for, and nothing else', () => {
    expect(refused).toEqual([])
    expect(Object.keys(files)).toEqual([
      'case.json',
      'responses/organization.json',
      'responses/skus.json',
      'responses/users.json',
    ])
    expect(JSON.parse(files['case.json'] ?? '{}')).toMatchObject({
      url: 'https://admin.microsoft.com/users?view=all',
      now: '2026-03-02T09:30:00.000Z',
    })
  })

  test('has one made-up person for one person, and keeps what is sold, when, and how often', () => {
    expect(users.value[0]).toMatchObject({
      id: '00000000-0000-4000-8000-000000000002',
      displayName: 'Ada Abel',
      givenName: 'Ada',
      surname: 'Abel',
      mail: 'person-1@example.com',
      userPrincipalName: 'person-1@example.com',
      createdDateTime: '2024-05-06T07:08:09Z',
      aboutMe: 'Ask Ada Abel, ext. 192.0.2.1',
      assignedLicenses: [{ skuId: e3 }],
      onPremisesToken: 'removed',
    })
    expect(users.value[0].mobilePhone).toMatch(/^0\d{4} \d00 \d{3}$/)
    expect(JSON.parse(files['responses/skus.json'] ?? '{}').value[0]).toEqual({
      id: `00000000-0000-4000-8000-000000000001_${e3}`,
      skuId: e3,
      skuPartNumber: 'SPE_E3',
      consumedUnits: 41,
      prepaidUnits: { enabled: 50 },
    })
  })

  test('is read by the connector as the original is', () => {
    const read = (responses: { url: string; text: string }[]) =>
      readMaterial(
        { url: 'https://admin.microsoft.com/', title: '', lang: '', at: session.at, responses, page: null },
        [microsoft365],
        tenant,
      )
    const made = JSON.parse(files['case.json'] ?? '{}').responses as Record<string, string> // as written just now
    const scrubbed = read(Object.entries(made).map(([file, url]) => ({ url, text: files[`responses/${file}`] ?? '' })))
    const original = read(session.answers)
    const shape = ({ type, fields }: { type: string; fields: object }) => [type, Object.keys(fields)]
    expect(scrubbed.sightings.map(shape)).toEqual(original.sightings.map(shape))
    expect(scrubbed.sightings.length).toBeGreaterThan(1)
  })

  test('has another tenant in the address where the original had its own', () => {
    const { files: made, refused: none } = caseOf(
      slack,
      har('https://app.slack.com/manage/T0G9PQBBK/people', {
        'https://northgate.slack.com/api/team.info': {
          ok: true,
          team: { id: 'T0G9PQBBK', name: 'Northgate', domain: 'northgate' },
        },
      }),
    )
    expect(none).toEqual([])
    expect(Object.values(made).join().toLowerCase()).not.toMatch(/northgate|t0g9pqbbk/)
    const golden = JSON.parse(made['case.json'] ?? '{}')
    const { id } = JSON.parse(made['responses/team.json'] ?? '{}').team
    expect(id).toMatch(/^[A-Z]0[A-Z]\d[A-Z]{5}$/)
    expect(golden.url).toBe(`https://app.slack.com/manage/${id}/people`)
    expect(golden.responses['team.json']).toBe('https://example-2.slack.com/api/team.info')
  })

  test('may be a saved page, whose columns tell who is a person', () => {
    const rows = [['Kim Real', 'kim@realcorp.com', 'Owner'].map((text) => ({ text }))]
    const page = {
      headings: ['Kim Real'],
      blocks: [{ kind: 'table' as const, near: [], header: ['Name', 'Email', 'Role'], rows }],
      selections: {},
    }
    const saved = { answers: [], pages: ['https://app.slack.com/manage'], at: '2026-03-02T09:30:00.000Z', secrets: [] }
    const made = JSON.parse(caseOf(slack, saved, page).files['page.json'] ?? '{}')
    expect(made.headings).toEqual(['Ada Abel'])
    expect(made.blocks[0].rows).toEqual([[{ text: 'Ada Abel' }, { text: 'person-1@example.com' }, { text: 'Owner' }]])
  })

  test('without the page, or without any answer of the connector, is refused with a sentence', () => {
    expect(caseOf(slack, session).refused).toEqual([
      expect.stringContaining('No page of Slack administration is in the session'),
    ])
    const empty = har('https://admin.microsoft.com/', { 'https://graph.microsoft.com/v1.0/me': {} })
    expect(caseOf(microsoft365, empty).refused).toEqual(['The session has no JSON answer that microsoft-365 asks for.'])
  })
})

describe('canaries', () => {
  const original = JSON.stringify({
    mail: 'kim@real.com',
    id: tenant,
    host: 'intranet.real.com',
    jwt: 'eyJhbGciOiJIUzI1NiJ9abcdefghijk1234',
  })
  const canaries = canariesOf([original], ['cookie-value-1'], (value) => value === 'graph.microsoft.com')

  test.each([
    ['an e-mail address', 'write to KIM@real.com'],
    ['an e-mail address', '"kim\\u0040real.com"'],
    ['a GUID', `x_${tenant.toUpperCase()}`],
    ['a host', 'https://intranet.real.com/x'],
    ['a token', 'eyJhbGciOiJIUzI1NiJ9abcdefghijk1234'],
    ['a secret of a request', 'd=cookie-value-1'],
  ])('%s that is still there is told, and not said: %s', (what, text) => {
    const told = stillThere(canaries, { 'responses/users.json': text })
    expect(told).toContainEqual(expect.stringContaining(`${what} of the original`))
    expect(told.join()).not.toContain('kim')
  })

  test('nothing is told of a text that has none', () => {
    expect(stillThere(canaries, { 'case.json': '{"mail":"person-1@example.com"}' })).toEqual([])
  })
})

/** A connector that asks for whatever is under one address. */
const anything: Connector = {
  id: 'anything',
  version: 1,
  name: 'Anything',
  vendor: 'slack.com',
  priority: 100,
  matches: ['https://app.slack.com/*'],
  responses: { all: 'api.slack.com/v1/{tenant}/all' },
  records: [],
}

const word = fc.stringMatching(/^[a-z]{3,10}$/)
const email = fc
  .tuple(word, word, fc.constantFrom('com', 'co.uk', 'de', 'io'))
  .map(([a, b, tld]) => `${a}.${a}@${b}corp.${tld}`)
const token = fc.stringMatching(/^eyJ[A-Za-z0-9_-]{20}\.[A-Za-z0-9_-]{20}$/)
const key = fc.constantFrom(
  'id',
  'name',
  'email',
  'owner',
  'note',
  'description',
  'accountId',
  'token',
  'items',
  'product',
  'self',
  'status',
)
const text = (secret: fc.Arbitrary<string>) =>
  fc
    .tuple(
      secret,
      fc.constantFrom('', 'of ', 'https://x.slack.com/u/', 'a,', '('),
      fc.constantFrom('', ' said', ',b', ')', '_1'),
    )
    .map((parts) => ({
      secret: parts[0],
      text: `${parts[1]}${parts[0]}${parts[2]}`,
    }))
const placed = fc.array(
  fc.tuple(fc.array(key, { minLength: 1, maxLength: 4 }), text(fc.oneof(email, fc.uuid(), token)), fc.boolean()),
  {
    minLength: 1,
    maxLength: 12,
  },
)

test('no e-mail address, GUID or token of the original survives, wherever it stood', () => {
  fc.assert(
    fc.property(placed, (places) => {
      const body = places.map(([path, { text: value }, asKey]) =>
        path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), asKey ? { [value]: 1 } : value),
      )
      const made = caseOf(anything, har('https://app.slack.com/x', { 'https://api.slack.com/v1/acme/all': body }))
      expect(made.refused).toEqual([])
      const all = Object.values(made.files).join('\n').toLowerCase()
      for (const [, { secret }] of places) expect(all).not.toContain(secret.toLowerCase())
    }),
    { numRuns: 150 },
  )
})
