import { describe, expect, test } from 'vitest'
import { readMaterial } from '../../extension/connector-kit/run.ts'
import { connectors } from '../../extension/connectors/index.ts'
import { statedTotal } from '../../extension/heuristics/list-total.ts'
import { newId } from '../../shared/model/id.ts'

describe('what a JSON list says of its length', () => {
  test.each([
    ['{"data":[{"total":7}],"meta":{"pagination":{"total":143,"per_page":50}}}', 143],
    ['{"totalCount":143,"items":[{"id":1}]}', 143],
    ['{"@odata.count":143,"value":[{"id":1}]}', 143],
    ['{"users":[],"count":143,"next_page":"https://api.example.com/users?page=2"}', 143],
    ['{"startIndex":1,"totalResults":143,"Resources":[{"emails":[{"value":"a@example.com"}]}]}', 143],
  ])('%s', (text, total) => expect(statedTotal(text)).toBe(total))

  test.each([
    ['an amount', '{"id":"in_1","currency":"eur","total":5000,"lines":{"data":[{"id":1}],"has_more":false}}'],
    ['an amount without its currency', '{"total":5000,"lines":[{"id":1}]}'],
    ['a number of each row', '[{"id":1,"totalCount":5}]'],
    ['two numbers', '{"totalCount":5,"items":[{"id":1}],"archived":{"totalCount":9}}'],
    ['no number', '{"total":null,"items":[{"id":1}],"next":null}'],
    ['no list', '{"totalCount":143}'],
    ['no JSON', ']["totalCount":143,'],
  ])('%s is none', (_what, text) => expect(statedTotal(text)).toBeUndefined())
})

describe('a visit to several pages of a list', () => {
  const url = 'https://console.acme.example.com/licenses'
  const list = 'https://api.acme.example.com/v2/users'
  const person = (at: number) => ({
    email: `person${at}@example.com`,
    name: `Person ${at}`,
    license: 'Pro',
    status: 'active',
  })
  const page = (number: number, total: number) => ({
    url: `${list}?page=${number}`,
    text: JSON.stringify({ users: [1, 2, 3].map((at) => person(number * 3 + at)), total_count: total }),
  })
  const read = (...responses: { url: string; text: string }[]) =>
    readMaterial(
      { url, title: 'Acme', lang: 'en', at: '2026-11-20T12:00:00Z', responses, page: null },
      connectors,
      newId(),
    )

  test('is one capture that says how much of it was seen', () => {
    expect(read(page(1, 143), page(2, 143))).toMatchObject({ found: 6, total: 143 })
  })

  test('says nothing where the lists disagree, or say less than was seen', () => {
    expect(read(page(1, 143), page(2, 99)).total).toBeNull()
    expect(read(page(1, 4), page(2, 4)).total).toBeNull()
  })

  test('a table of the page that knows its length says so too', () => {
    const rows = [1, 2, 3].map((at) => {
      const { email, license, status } = person(at)
      return [email, license, status].map((text) => ({ text }))
    })
    const header = ['Email', 'License', 'Status']
    const blocks = [{ kind: 'table' as const, near: ['Users'], header, rows, total: 143 }]
    const material = { url, title: 'Acme', lang: 'en', at: '2026-11-20T12:00:00Z', responses: [] }
    const reading = readMaterial({ ...material, page: { headings: [], blocks, selections: {} } }, connectors, newId())
    expect(reading).toMatchObject({ found: 3, total: 143 })
  })
})
