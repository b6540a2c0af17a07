import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, day, email, json, rule } from '../connector-kit/sources.ts'

// https://developer.box.com/reference/get-users/
// Box's developer guides link the console as app.box.com/master. Plan, seats and price stand in no documented answer, nor
// do the addresses that the console asks.
const statuses = from.words({
  ...from.meaning('active', 'active', 'cannot_delete_edit', 'cannot_delete_edit_upload'),
  inactive: 'inactive',
})

export default defineConnector({
  id: 'box',
  version: 1,
  name: 'Box Admin Console',
  vendor: 'box.com',
  priority: 100,
  matches: ['https://app.box.com/master*', 'https://*.app.box.com/master*'],
  responses: {
    // e.g. https://api.box.com/2.0/users?fields=name,login,role,status,enterprise&limit=1000
    users: 'api.box.com/2.0/users',
    me: 'api.box.com/2.0/users/me',
  },
  account: {
    id: [json('enterprise.id'), from.within('me', json('/enterprise/id'))],
    name: [json('enterprise.name'), from.within('me', json('/enterprise/name'))],
  },
  records: [
    // An account that only a program uses holds no seat.
    rule(
      'assignment',
      'users:/entries',
      { key: ['accountId'], where: [{ path: 'is_platform_access_only', notIn: [true] }], total: '/total_count' },
      {
        person: json('name'),
        email: json('login', email),
        accountId: json('id'),
        product: constant('Box'),
        status: json('status', statuses),
        assignedOn: json('created_at', day),
        role: json('role'),
      },
    ),
  ],
})
