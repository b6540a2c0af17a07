import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { amount, count, epoch, json, onlyWhen, rule, words } from '../connector-kit/sources.ts'

// https://docs.stripe.com/api/subscriptions/object and …/invoices/object. The portal's own addresses are not documented;
// it asks by its session for lists of these. Who sells is the invoice's account, never Stripe.
const portal = (what: string) => `billing.stripe.com/v1/billing_portal/sessions/{session}/${what}`
const states = from.status({
  ...from.meaning('past-due', 'past_due', 'unpaid'),
  ...{
    trialing: 'trialing',
    active: 'active',
    canceled: 'canceled',
    paused: 'suspended',
    incomplete_expired: 'expired',
  },
})
// The price of an item, where the portal asks for it by either name.
const price = (path: string, read = from.label) =>
  ['price', 'price_details'].map((name) => json(`${name}.${path}`, read))
const cents = (name: string) => json(`${name}.unit_amount`, amount(`${name}.currency`, 'cents'))
const interval = (name: string) => json(`${name}.recurring.interval`, from.periods(`${name}.recurring.interval_count`))
const period = (name: string, as: 'day' | 'lastDay') =>
  ['', '^.'].map((at) => json(`${at}current_period_${name}`, epoch('seconds', as)))
const goesOn = { path: '^.cancel_at_period_end', in: [false] }
const alive = { path: '^.status', in: ['active', 'trialing', 'past_due'] }

export default defineConnector({
  id: 'stripe',
  version: 1,
  name: 'Stripe customer portal',
  vendor: 'stripe.com',
  priority: 100,
  matches: ['https://billing.stripe.com/*'],
  responses: { subscriptions: portal('subscriptions'), invoices: portal('invoices') },
  account: { id: [json('customer'), json('^.customer')] },
  records: [
    rule('subscription', 'subscriptions:/data/*/items/data', [json('^.id'), json('id')], {
      subscriptionId: json('^.id'),
      product: [...price('product.name'), ...price('nickname'), json('^.description')],
      sku: price('id'),
      seatsPurchased: json('quantity', count),
      unitPrice: ['price', 'price_details'].map(cents),
      billingPeriod: ['price', 'price_details'].map(interval),
      startsOn: period('start', 'day'),
      endsOn: period('end', 'lastDay'),
      renewsOn: period('end', 'day').map((day) => onlyWhen(goesOn, onlyWhen(alive, day))),
      autoRenews: onlyWhen(alive, json('^.cancel_at_period_end', from.flag({ true: false, false: true }))),
      status: json('^.status', states),
    }),
    rule('invoice', 'invoices:/data', ['number'], {
      number: json('number'),
      issuedOn: json('created', epoch('seconds')),
      dueOn: json('due_date', epoch('seconds')),
      total: json('total', amount('currency', 'cents')),
      status: json('status', words({ draft: 'draft', open: 'open', paid: 'paid', void: 'void' })),
      issuer: json('account_name'),
    }),
  ],
})
