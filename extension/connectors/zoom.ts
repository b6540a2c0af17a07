import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, count, day, email, join, json, rule } from '../connector-kit/sources.ts'

// https://developers.zoom.us/docs/api/ (users, and accounts' plans and their usage)
// Plans stand under names of their own, those bought several times as lists: { plan_base: {…}, plan_webinar: [{…}] }.
const main = { plan_base: 'Zoom Meetings', plan_united: 'Zoom United', plan_zoom_rooms: 'Zoom Rooms' }
const addOns = {
  plan_large_meeting: 'Zoom Large Meetings',
  plan_webinar: 'Zoom Webinars',
  plan_zoom_events: 'Zoom Events',
}
const products = from.words({ ...main, ...addOns, plan_whiteboard: 'Zoom Whiteboard' })
const listed = { key: ['accountId'], total: '/total_records' }
const bought = { key: ['product', 'plan'], where: [{ path: 'hosts', present: true }] }
const plan = {
  product: [json('@key', products), json('^.@key', products)],
  plan: json('type'),
  seatsPurchased: json('hosts', count),
  billingPeriod: json('type', from.period({ monthly: 'month', yearly: 'year' })),
}

export default defineConnector({
  id: 'zoom',
  version: 1,
  name: 'Zoom admin portal',
  vendor: 'zoom.us',
  priority: 100,
  matches: ['https://*.zoom.us/*'],
  responses: {
    // e.g. https://api.zoom.us/v2/accounts/me/plans/usage
    usage: '*.zoom.us/v2/accounts/{account}/plans/usage',
    plans: '*.zoom.us/v2/accounts/{account}/plans',
    users: '*.zoom.us/v2/users',
    me: '*.zoom.us/v2/users/me',
  },
  account: { id: [from.within('me', json('/account_id')), from.url('account', { name: 'text', except: ['me'] })] },
  records: [
    rule('subscription', 'usage:/*', bought, {
      ...plan,
      seatsAssigned: json('usage', count),
      seatsActive: json('active_hosts', count),
    }),
    rule('subscription', 'plans:/*', bought, {
      ...plan,
      status: json('status', from.status({ active: 'active', cancelled: 'canceled' })),
    }),
    rule('assignment', 'users:/users', listed, {
      person: [json('display_name'), join(' ', json('first_name'), json('last_name'))],
      email: json('email', email),
      accountId: json('id'),
      product: constant('Zoom'),
      // A basic user holds no paid seat; 4 and 99 have no meetings at all.
      plan: json('type', from.words({ 1: 'Basic', 2: 'Licensed', 4: 'Unassigned', 99: 'None' })),
      status: json('status', from.accountStatus({ active: 'active', inactive: 'inactive', pending: 'invited' })),
      lastActiveOn: json('last_login_time', day),
      assignedOn: json('created_at', day),
    }),
  ],
})
