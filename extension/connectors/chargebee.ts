import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { amount, count, epoch, join, json, rule, words } from '../connector-kit/sources.ts'

// https://apidocs.chargebee.com/docs/api/subscriptions and …/invoices. What the portal's own addresses answer is not
// documented, and left to the generic reader. The site is the seller's, the customer is who buys there.
const customerAt = (path: string) => ({ account: { id: [join('/', from.url('site'), json(path))] } })
const cents = (path: string, currency: string) => json(path, amount(currency, 'cents'))
const renews = from.flag({ active: true, in_trial: true, non_renewing: false, cancelled: false })
const statuses = from.status({
  ...from.meaning('active', 'active', 'non_renewing'),
  ...{ in_trial: 'trialing', paused: 'suspended', cancelled: 'canceled' },
})
const each = (at: string) => json(`${at}billing_period_unit`, from.periods(`${at}billing_period`))
const term = (at: string) => ({
  subscriptionId: json(`${at}id`),
  startsOn: json(`${at}current_term_start`, epoch('seconds')),
  endsOn: json(`${at}current_term_end`, epoch('seconds', 'lastDay')),
  renewsOn: json(`${at}next_billing_at`, epoch('seconds')),
  autoRenews: json(`${at}status`, renews),
  status: json(`${at}status`, statuses),
})
const planned = { key: ['subscriptionId'], where: [{ path: 'plan_id', present: true }], ...customerAt('customer_id') }
const items = { key: ['subscriptionId', 'sku'], ...customerAt('^.subscription.customer_id') }
const billed = { key: ['number'], ...customerAt('customer_id') }
const paid = words({
  paid: 'paid',
  ...from.meaning('open', 'posted', 'payment_due'),
  not_paid: 'past-due',
  voided: 'void',
})

export default defineConnector({
  id: 'chargebee',
  version: 1,
  name: 'Chargebee customer portal',
  vendor: 'chargebee.com',
  priority: 100,
  matches: ['https://*.chargebeeportal.com/*', 'https://*.chargebee.com/*'],
  responses: {
    // e.g. https://example-shop.chargebee.com/api/v2/subscriptions
    subscriptions: '{site}.chargebee.com/api/v2/subscriptions',
    invoices: '{site}.chargebee.com/api/v2/invoices',
  },
  records: [
    // The older catalog has one plan a subscription, the newer one a list of items.
    rule('subscription', 'subscriptions:/list/*/subscription', planned, {
      ...term(''),
      product: json('plan_id'),
      sku: json('plan_id'),
      seatsPurchased: json('plan_quantity', count),
      unitPrice: cents('plan_unit_price', 'currency_code'),
      totalPrice: cents('plan_amount', 'currency_code'),
      billingPeriod: each(''),
    }),
    rule('subscription', 'subscriptions:/list/*/subscription/subscription_items', items, {
      ...term('^.subscription.'),
      product: json('item_price_id'),
      sku: json('item_price_id'),
      seatsPurchased: json('quantity', count),
      unitPrice: cents('unit_price', '^.subscription.currency_code'),
      totalPrice: cents('amount', '^.subscription.currency_code'),
      billingPeriod: each('^.subscription.'),
    }),
    rule('invoice', 'invoices:/list/*/invoice', billed, {
      number: json('id'),
      issuedOn: json('date', epoch('seconds')),
      dueOn: json('due_date', epoch('seconds')),
      total: cents('total', 'currency_code'),
      status: json('status', paid),
    }),
  ],
})
