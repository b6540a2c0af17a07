import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, day, email, json, rule } from '../connector-kit/sources.ts'

// https://support.lastpass.com/ (Enterprise API, "getuserdata" and "getsfdata"). The admin console's own addresses are
// not documented, and no answer names the tenant (https://cartography-cncf.github.io/cartography/modules/lastpass/schema.html); this is what the documented one answers, and the rest is left to the generic reader.
const status = from.accountStatus({ true: 'suspended', false: 'active' })

const listed = { key: ['accountId'], total: '/total' }

export default defineConnector({
  id: 'lastpass',
  version: 1,
  name: 'LastPass admin console',
  vendor: 'lastpass.com',
  priority: 100,
  matches: ['https://admin.lastpass.com/*', 'https://lastpass.com/company/*'],
  // e.g. https://lastpass.com/enterpriseapi.php
  responses: { users: 'lastpass.com/enterpriseapi.php' },
  records: [
    // By their numbers: { total, count, Users: { 101: {…} }, Groups, invited }
    rule('assignment', 'users:/Users/*', listed, {
      person: json('fullname'),
      email: json('username', email),
      accountId: json('@key'),
      product: constant('LastPass'),
      status: json('disabled', status),
      role: json('admin', from.words({ true: 'admin' })),
      assignedOn: json('created', day),
      lastActiveOn: json('last_login', day),
    }),
  ],
})
