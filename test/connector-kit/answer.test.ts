import { expect, test } from 'vitest'
import { answerKey } from '../../extension/connector-kit/answer.ts'

const same = (url: string, a: string, b: string) => answerKey(url, a) === answerKey(url, b)

test('a list that is loaded again is the same response', () => {
  expect(same('https://api.example.com/users', '{"users":[1]}', '{"total":2,"users":[1,2]}')).toBe(true)
  expect(same('https://api.example.com/graphql', '{"data":{"users":[1]}}', '{ "data": { "users": [] } }')).toBe(true)
  expect(same('https://api.example.com/', '{"Accounts":[1]}', '{"Accounts":[2]}')).toBe(true)
})

test('where one address answers every question, another question is another response', () => {
  expect(same('https://api.example.com/graphql', '{"data":{"users":[1]}}', '{"data":{"plan":1}}')).toBe(false)
  for (const root of ['https://api.example.com/', 'https://api.example.com', 'https://api.example.com/?v=1'])
    expect(same(root, '{"Accounts":[1]}', '{"Organization":{}}')).toBe(false)
  const batch = (what: string) =>
    `{"responses":[{"id":"1","status":200,"body":{"@odata.context":"…#${what}","value":[]}}]}`
  for (const address of [
    'https://graph.example.com/beta/$batch',
    'https://management.example.com/batch?api-version=2020',
  ])
    expect(same(address, batch('users'), batch('servicePrincipals'))).toBe(false)
})

test('what begins like an address of many questions is none', () => {
  expect(same('https://api.example.com/batches', '{"a":1}', '{"b":1}')).toBe(true)
  expect(same('https://api.example.com/batch/7', '{"a":1}', '{"b":1}')).toBe(true)
})

test('a second page that is asked for by the question at the same search is another response', () => {
  const page = (name: string) => `{"people":[{"name":"${name}"}],"total":143}`
  expect(same('https://api.example.com/v1/people/search', page('Ada'), page('Alan'))).toBe(false)
  expect(same('https://api.example.com/v1/people/search', page('Ada'), page('Ada'))).toBe(true)
  expect(same('https://api.example.com/v1/search?q=a&page=1', page('Ada'), page('Alan'))).toBe(true)
  expect(same('https://api.example.com/v1/research', page('Ada'), page('Alan'))).toBe(true)
})
