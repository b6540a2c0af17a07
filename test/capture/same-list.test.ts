import { expect, test } from 'vitest'
import { sameList } from '../../extension/capture/same-list.ts'

const list = 'https://admin.example.com/users?org=7&page=1&sort=name'

test.each([
  ['another page', 'https://admin.example.com/users?org=7&page=2&sort=name'],
  ['another order, named otherwise', 'https://admin.example.com/users?sort=mail&org=7'],
  ['a cursor', 'https://admin.example.com/users?org=7&page_token=abc&per-page=100'],
])('%s is the same list', (_what, url) => expect(sameList(list, url)).toBe(true))

test.each([
  ['another tenant', 'https://admin.example.com/users?org=8&page=1&sort=name'],
  ['no tenant', 'https://admin.example.com/users?page=1'],
  ['a filter', 'https://admin.example.com/users?org=7&status=inactive'],
  ['another path', 'https://admin.example.com/guests?org=7&page=1'],
  ['another host', 'https://other.example.com/users?org=7&page=1'],
  ['another fragment', 'https://admin.example.com/users?org=7#guests'],
])('%s is another list', (_what, url) => expect(sameList(list, url)).toBe(false))
