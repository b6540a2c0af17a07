import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, count, email, firstTrue, join, json, rule } from '../connector-kit/sources.ts'

// https://developers.hubspot.com/docs/api-reference/latest/account/settings/user-provisioning/guide
// The pages of the console itself ask for other answers, which are not documented.
const hosts = ['app', 'app-eu1', 'app-na2', 'app-na3', 'app-ap1'].map((name) => `${name}.hubspot.com`)
// Versions are dates: /settings/users/2026-03/seats; before them /settings/v3/users/seats.
const api = (path: string) => ['api.hubapi.com', 'api.hubspot.com'].map((host) => `${host}/${path}`)

const seat = (at: string) => ({
  person: join(' ', json(`${at}firstName`), json(`${at}lastName`)),
  email: json(`${at}email`, email),
  accountId: json(`${at}id`),
  product: constant('HubSpot'),
  role: firstTrue({ [`${at}superAdmin`]: 'super admin' }),
})

export default defineConnector({
  id: 'hubspot',
  version: 1,
  name: 'HubSpot settings',
  vendor: 'hubspot.com',
  priority: 100,
  matches: hosts.flatMap((host) => [`https://${host}/settings/*`, `https://${host}/account-and-billing/*`]),
  pages: hosts.flatMap((host) => [`${host}/settings/{portal}/**`, `${host}/account-and-billing/{portal}/**`]),
  responses: {
    // e.g. https://api.hubapi.com/settings/users/2026-03?limit=100
    users: [...api('settings/v3/users'), ...api('settings/users/*')],
    seats: [...api('settings/v3/users/seats'), ...api('settings/users/*/seats')],
    details: api('account-info/*/details'),
  },
  account: { id: [from.within('details', json('/portalId')), from.url('portal')] },
  records: [
    rule('subscription', 'seats:/results', ['plan'], {
      product: constant('HubSpot'),
      plan: json('name'),
      seatsAvailable: json('remainingSeats', count),
    }),
    // Who has two kinds of seat has two assignments; who has none is an account still.
    rule('assignment', 'users:/results/*/seatNames', ['accountId', 'plan'], { ...seat('^.'), plan: json('.') }),
    rule(
      'assignment',
      'users:/results',
      { key: ['accountId'], where: [{ path: 'seatNames.0', present: false }] },
      {
        ...seat(''),
      },
    ),
  ],
})
