import { expect, test } from 'vitest'
import { holds, type Place } from '../../extension/connector-kit/evaluate.ts'
import type { Json } from '../../extension/connector-kit/parse.ts'

const place = (email: Json): Place => ({
  row: { value: { email }, key: '', at: '', outer: null },
  root: null,
  response: 'admins',
  parts: {},
  page: null,
  lang: '',
  names: undefined,
})

test.each<[Json, string, boolean]>([
  ['operator+ab12@vendor.io', 'operator+*@vendor.io', false],
  ['operator+ab12@example.com', 'operator+*@vendor.io', true],
  ['ada@vendor.io', 'operator+*@vendor.io', true],
  ['aba', 'ab*ba', true],
  ['bot', 'bot', false],
  ['bots', 'bot', true],
  [null, '*', true],
  [7, '*', true],
])('%j counts beside notLike %s: %s', (email, like, counts) => {
  expect(holds([{ path: 'email', notLike: [like] }], place(email))).toBe(counts)
})
