import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, count, day, email, firstTrue, json, rule } from '../connector-kit/sources.ts'

// https://developer.monday.com/api-reference/reference/account, …/plan, …/users
// https://app.unpkg.com/@mondaydotcomorg/api@11.0.0/files/dist/esm/lib/generated/sdk.d.ts has the same fields with types.
// The administration's own pages ask for further answers, which are not documented.
const product = constant('monday.com')
const slug = { ...from.lower, except: ['api', 'www', 'auth'] }
// One address answers every query: the key says what an entry of the answer is.
const the = (name: string) => ({ key: ['product'], where: [{ path: '@key', in: [name] }] })
const each = (name: string) => ({ key: ['accountId'], where: [{ path: '^.@key', in: [name] }] })

export default defineConnector({
  id: 'monday',
  version: 1,
  name: 'monday.com administration',
  vendor: 'monday.com',
  priority: 100,
  matches: ['https://*.monday.com/admin*'],
  pages: ['{slug}.monday.com/**'],
  responses: {
    // e.g. { account { slug name plan { max_users period tier } } }
    graphql: ['api.monday.com/v2', '*.monday.com/v2'],
  },
  account: {
    id: [from.within('graphql', json('/data/account/slug', from.lower)), from.url('slug', slug)],
    name: [from.within('graphql', json('/data/account/name'))],
  },
  records: [
    // Seats over all products; `max_users` is the older word for them, and 0 where nothing is bought.
    rule('subscription', 'graphql:/data/*', the('apps_monetization_info'), {
      product,
      seatsPurchased: json('seats_count', count),
    }),
    rule('subscription', 'graphql:/data/*', the('account'), {
      product,
      plan: json('plan.tier'),
      seatsPurchased: json('plan.max_users', { ...count, except: ['0'] }),
      billingPeriod: json('plan.period', { name: 'billingPeriod' }),
    }),
    rule('assignment', 'graphql:/data/*', each('users'), {
      person: json('name'),
      email: json('email', email),
      accountId: json('id'),
      product,
      status: [
        json('enabled', from.words({ false: 'suspended' })),
        json('is_pending', from.words({ true: 'invited' })),
        json('enabled', from.words({ true: 'active' })),
      ],
      lastActiveOn: json('last_activity', day),
      assignedOn: json('join_date', day),
      role: firstTrue({ is_admin: 'admin', is_guest: 'guest', is_view_only: 'viewer' }),
    }),
  ],
})
