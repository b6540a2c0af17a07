import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, email, firstTrue, json, rule } from '../connector-kit/sources.ts'

// https://developers.asana.com/reference/getworkspacemembershipsforworkspace
// Console: app.asana.com/admin/1209392144075813/insights, as in
// https://help.cerby.com/en/articles/10548117-connect-a-business-hub-for-asana, also without the workspace's id.
// Plan, seats and price stand in no documented answer.
const workspace = 'app.asana.com/api/1.0/workspaces/{workspace}'
const product = constant('Asana')

export default defineConnector({
  id: 'asana',
  version: 1,
  name: 'Asana admin console',
  vendor: 'asana.com',
  priority: 100,
  matches: ['https://app.asana.com/admin*'],
  responses: {
    // e.g. https://app.asana.com/api/1.0/workspaces/1202/users?opt_fields=name,email
    users: `${workspace}/users`,
    memberships: `${workspace}/workspace_memberships`,
    workspace,
  },
  account: { id: [from.url('workspace')], name: [from.within('workspace', json('/data/name'))] },
  records: [
    rule('assignment', 'users:/data', ['accountId'], {
      person: json('name'),
      email: json('email', email),
      accountId: json('gid'),
      product,
    }),
    rule('assignment', 'memberships:/data', ['accountId'], {
      person: json('user.name'),
      accountId: json('user.gid'),
      product,
      status: json('is_active', from.words({ true: 'active', false: 'deprovisioned' })),
      role: firstTrue({ is_admin: 'admin', is_guest: 'guest' }),
    }),
    rule('domain', 'workspace:/data/email_domains', ['name'], { name: json('.') }),
  ],
})
