import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, email, json, rule } from '../connector-kit/sources.ts'

// https://developers.intercom.com/docs/references/rest-api/api.intercom.io/admins/listadmins
// and for the fields https://app.unpkg.com/intercom-client@6.4.0/files/api/resources/admins/types/Admin.d.ts
// Seats bought, plan and price stand in no documented answer, nor do the addresses that the settings ask for.
const regions = ['', '.eu', '.au']
const api = (path: string) => regions.map((region) => `api${region}.intercom.io/${path}`)
const hosts = regions.map((region) => `app${region}.intercom.com`)

export default defineConnector({
  id: 'intercom',
  version: 1,
  name: 'Intercom settings',
  vendor: 'intercom.com',
  priority: 100,
  matches: hosts.map((host) => `https://${host}/a/apps/*/settings*`),
  pages: hosts.map((host) => `${host}/a/apps/{workspace}/**`),
  responses: {
    // e.g. https://api.intercom.io/admins
    admins: api('admins'),
    me: api('me'),
  },
  account: {
    id: [from.within('me', json('/app/id_code')), from.url('workspace')],
    name: [from.within('me', json('/app/name'))],
  },
  records: [
    // Older answers list teams among the people; so do all of them the workspace's bot.
    rule(
      'assignment',
      'admins:/admins',
      {
        key: ['accountId'],
        where: [
          { path: 'type', in: ['admin'] },
          { path: 'email', notLike: ['operator+*@intercom.io'] },
        ],
      },
      {
        person: json('name'),
        email: json('email', email),
        accountId: json('id'),
        product: constant('Intercom'),
        plan: json('has_inbox_seat', from.words({ true: 'Inbox seat', false: 'No inbox seat' })),
      },
    ),
  ],
})
