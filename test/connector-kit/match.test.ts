import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defineConnector } from '../../extension/connector-kit/define.ts'
import {
  asksFor,
  connectorsFor,
  faultOf,
  globFits,
  matchesPage,
  parseMatchPattern,
  partsOf,
} from '../../extension/connector-kit/match.ts'

describe('pages', () => {
  test.each([
    ['https://admin.microsoft.com/*', 'https://admin.microsoft.com/Adminportal/Home?x#/licenses', true],
    ['https://admin.microsoft.com/*', 'https://admin.microsoft.com.evil.example/', false],
    ['https://admin.microsoft.com/*', 'http://admin.microsoft.com/', false],
    ['https://*.slack.com/*', 'https://acme.slack.com/admin', true],
    ['https://*.slack.com/*', 'https://a.b.slack.com/', true],
    ['https://*.slack.com/*', 'https://slack.com/', true],
    ['https://*.slack.com/*', 'https://notslack.com/', false],
    ['https://*.slack.com/*', 'https://evil.example/?https://acme.slack.com/', false],
    ['https://github.com/organizations/*', 'https://github.com/organizations/acme/settings', true],
    ['https://github.com/organizations/*', 'https://github.com/acme/organizations/', false],
    ['https://github.com/*/settings?tab=*', 'https://github.com/acme/settings?tab=x', true],
    ['https://admin.microsoft.com/*', 'https://user@admin.microsoft.com:443/x', true],
    ['https://admin.microsoft.com/*', 'not an address', false],
  ])('%s and %s: %s', (pattern, url, expected) => expect(matchesPage(pattern, url)).toBe(expected))

  test.each([
    '*://*/*',
    '<all_urls>',
    'https://*/*',
    'https://*.com',
    'http://a.example/*',
    'https://a.*.example/*',
    'file:///*',
    'https://localhost/*',
    '',
  ])('%s is no pattern of ours', (pattern) => expect(parseMatchPattern(pattern)).toBeUndefined())
})

describe('responses', () => {
  test.each([
    ['api.github.com/orgs/{org}', 'https://api.github.com/orgs/acme?x=1', { org: 'acme' }],
    ['api.github.com/orgs/{org}', 'https://api.github.com/orgs/acme/', { org: 'acme' }],
    ['api.github.com/orgs/{org}', 'https://api.github.com/orgs/acme/members', undefined],
    ['api.github.com/orgs/{org}', 'https://api.github.com/orgs/', undefined],
    ['graph.microsoft.com/*/subscribedSkus', 'https://graph.microsoft.com/beta/SubscribedSkus', {}],
    ['admin.example.com/**/users', 'https://admin.example.com/users', {}],
    ['admin.example.com/**/users', 'https://admin.example.com/a/b/c/users', {}],
    ['admin.example.com/**/users', 'https://admin.example.com/a/b/users/c', undefined],
    ['{org}-admin.okta.com/api/v1/users', 'https://acme-admin.okta.com/api/v1/users', { org: 'acme' }],
    ['{org}-admin.okta.com/api/v1/users', 'https://acme.okta.com/api/v1/users', undefined],
    ['{org}.okta.com/api/v1/users', 'https://a.b.okta.com/api/v1/users', undefined],
    ['*.slack.com/api/users.list', 'https://acme.slack.com/api/users.list', {}],
    ['a.example/u/{id}', 'https://a.example/u/x%2Fy', { id: 'x/y' }],
    ['a.example/u/{id}', 'https://a.example/u/%zz', { id: '%zz' }],
    ['a.example/u-{id}.json', 'https://a.example/u-7.json', { id: '7' }],
  ])('%s and %s', (pattern, url, parts) => expect(partsOf(pattern, url)).toEqual(parts))

  test.each([
    'https://a.example/x',
    'a.example/**/b/**',
    'a.example/{a}{b}',
    'a.example/x?y',
    '*/x',
    '',
    'localhost/x',
  ])('%s is at fault', (pattern) => expect(faultOf(pattern)).toBeDefined())
})

const connector = (id: string, priority: number, more = {}) =>
  defineConnector({
    id,
    version: 1,
    name: id,
    vendor: 'a.example',
    priority,
    matches: ['https://a.example/*'],
    records: [],
    ...more,
  })

test('connectors come by priority, the generic reader always and last', () => {
  const all = [connector('generic', 0, { matches: [], readAll: () => [] }), connector('low', 1), connector('high', 9)]
  expect(connectorsFor('https://a.example/x', all).map(({ id }) => id)).toEqual(['high', 'low', 'generic'])
  expect(connectorsFor('https://b.example/x', all).map(({ id }) => id)).toEqual(['generic'])
})

test('a response opened as a page belongs to the connector that asks for it', () => {
  const one = connector('one', 9, { responses: { users: 'api.a.example/users' } })
  expect(asksFor(one, 'https://api.a.example/users?page=2')).toBe('users')
  expect(connectorsFor('https://api.a.example/users', [one])).toEqual([one])
})

describe('whatever the pattern and the address', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '/', '.', '{x}', '**', '%', '?'), maxLength: 40 })

  /** The definition, without care for time: hence short texts. */
  const means = (glob: string, subject: string): boolean => {
    if (glob === '') return subject === ''
    if (glob[0] === '*') return means(glob.slice(1), subject) || (subject !== '' && means(glob, subject.slice(1)))
    return subject !== '' && subject[0] === glob[0] && means(glob.slice(1), subject.slice(1))
  }

  test('a glob means what its definition says', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 9 })
    fc.assert(fc.property(short, short, (glob, subject) => globFits(glob, subject) === means(glob, subject)))
  })

  test('nothing throws', () => {
    fc.assert(
      fc.property(text, text, fc.string(), (pattern, path, wild) => {
        matchesPage(pattern, `https://a.example/${path}`)
        partsOf(pattern, `https://a.example/${path}`)
        partsOf(`a.example/${pattern}`, `https://a.example/${path}`)
        faultOf(wild)
        partsOf(wild, wild)
      }),
    )
  })

  test('the worst pattern against a long address is matched at once', () => {
    const start = performance.now()
    for (const stars of ['*a'.repeat(30), `${'*'.repeat(200)}b`, '*a*a*a*a*b']) globFits(stars, 'a'.repeat(8000))
    partsOf(`a.example/${'*a/'.repeat(500)}b`, `https://a.example/${'aa/'.repeat(2000)}`)
    expect(performance.now() - start).toBeLessThan(500)
  })
})
