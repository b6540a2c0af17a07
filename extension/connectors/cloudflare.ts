import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { amount, constant, day, email, join, json, onlyWhen, rule, setting } from '../connector-kit/sources.ts'

// https://developers.cloudflare.com/api/resources/registrar/index.md and https://developers.cloudflare.com/api/: accounts, subscriptions, members, registrar/registrations, zones and
// certificate_packs. The dashboard asks the same API by its own host.
const api = (path: string) => [`dash.cloudflare.com/api/v4/${path}`, `api.cloudflare.com/client/v4/${path}`]
const states = from.status({
  ...from.meaning('active', 'Paid', 'Provisioned'),
  Trial: 'trialing',
  AwaitingPayment: 'past-due',
  Cancelled: 'canceled',
  Expired: 'expired',
})
const running = { path: 'state', in: ['Paid', 'Provisioned', 'Trial'] }

const paged = { total: '/result_info/total_count' }
const people = { key: ['accountId'], ...paged }
const ofZone = { key: ['name'], account: { id: [json('account.id')] }, ...paged }

export default defineConnector({
  id: 'cloudflare',
  version: 1,
  name: 'Cloudflare dashboard',
  vendor: 'cloudflare.com',
  priority: 100,
  matches: ['https://dash.cloudflare.com/*'],
  responses: {
    account: api('accounts/{account}'),
    subscriptions: api('accounts/{account}/subscriptions'),
    members: api('accounts/{account}/members'),
    registrations: api('accounts/{account}/registrar/registrations'),
    zones: api('zones'),
    packs: api('zones/{zone}/ssl/certificate_packs'),
  },
  account: {
    id: [from.url('account'), from.within('zones', json('/result/0/account/id'))],
    name: [from.within('account', json('/result/name')), from.within('zones', json('/result/0/account/name'))],
  },
  records: [
    setting(
      'account:/result',
      'mfa',
      'Two-factor authentication required of all members',
      'settings.enforce_twofactor',
    ),
    rule('subscription', 'subscriptions:/result', ['subscriptionId'], {
      subscriptionId: json('id'),
      product: json('rate_plan.public_name'),
      sku: json('rate_plan.id'),
      totalPrice: json('price', amount('currency')),
      billingPeriod: json('frequency', from.period()),
      startsOn: json('current_period_start', day),
      endsOn: json('current_period_end', { name: 'lastDay' }),
      renewsOn: onlyWhen(running, json('current_period_end', day)),
      status: json('state', states),
    }),
    rule('assignment', 'members:/result', people, {
      person: join(' ', json('user.first_name'), json('user.last_name')),
      email: [json('user.email', email), json('email', email)],
      accountId: json('id'),
      role: json('roles.0.name'),
      status: json('status', from.accountStatus({ accepted: 'active', pending: 'invited' })),
      mfa: json('user.two_factor_authentication_enabled', from.yesNo),
    }),
    rule('domain', 'registrations:/result', ['name'], {
      name: json('domain_name'),
      registrar: constant('Cloudflare'),
      registeredOn: json('created_at', day),
      expiresOn: json('expires_at', day),
      autoRenews: json('auto_renew', from.yesNo),
      locked: json('locked', from.yesNo),
      status: json('status'),
    }),
    // A zone is served by Cloudflare's name servers; who registered it, the zone does not tell.
    rule('domain', 'zones:/result', ofZone, {
      name: json('name'),
      status: json('status'),
    }),
    rule('certificate', 'packs:/result/*/certificates', [json('id')], {
      subject: json('hosts.0'),
      names: json('hosts', from.list),
      issuer: json('issuer'),
      endsOn: json('expires_on', day),
    }),
  ],
})
