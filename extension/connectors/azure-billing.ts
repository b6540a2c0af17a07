import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { amount, count, day, json, onlyWhen, rule, words } from '../connector-kit/sources.ts'

// https://learn.microsoft.com/rest/api/billing/billing-subscriptions and …/invoices, also below a billing profile;
// https://learn.microsoft.com/rest/api/resources/subscriptions. The portal's own batches are not documented.
const billing = (what: string) =>
  `management.azure.com/providers/Microsoft.Billing/billingAccounts/{account}/**/${what}`
const of = (name: string) => `properties.${name}`

const statuses = from.status({
  ...from.meaning('active', 'Active', 'AutoRenew', 'Expiring', 'Enabled'),
  ...from.meaning('suspended', 'Suspended', 'Disabled'),
  ...from.meaning('canceled', 'Cancelled', 'Deleted'),
  Expired: 'expired',
  PastDue: 'past-due',
})
const alive = { path: of('status'), in: ['Active', 'AutoRenew', 'Expiring'] }
const issued = { key: ['number'], where: [{ path: of('documentType'), notIn: ['CreditNote'] }] }
// Each tells its own tenant, which is the one of Microsoft 365 and Entra.
const perTenant = { key: ['subscriptionId'], account: { id: [json('tenantId')] } }
const paid = words({ Due: 'open', ...from.meaning('past-due', 'OverDue', 'PastDue'), Paid: 'paid', Void: 'void' })
// What is used by the hour is a "quantity" of one subscription, not of seats.
const licensed = { path: of('productCategory'), notIn: ['UsageBased', null] }

export default defineConnector({
  id: 'azure-billing',
  version: 1,
  name: 'Azure portal: cost management and billing',
  vendor: 'microsoft.com',
  priority: 100,
  matches: ['https://portal.azure.com/*'],
  responses: {
    // e.g. https://management.azure.com/providers/Microsoft.Billing/billingAccounts/7c05a543:4e1b2c3d_2019-05-31/billingSubscriptions?api-version=2024-04-01
    purchases: billing('billingSubscriptions'),
    invoices: billing('invoices'),
    subscriptions: 'management.azure.com/subscriptions',
  },
  account: { id: [from.url('account')] },
  records: [
    rule('subscription', 'purchases:/value', ['subscriptionId'], {
      subscriptionId: json('name'),
      product: [json(of('skuDescription')), json(of('productType')), json(of('displayName'))],
      sku: [json(of('skuId')), json(of('productTypeId'))],
      seatsPurchased: onlyWhen(licensed, json(of('quantity'), count)),
      billingPeriod: json(of('billingFrequency'), from.period()),
      startsOn: json(of('termStartDate'), day),
      endsOn: json(of('termEndDate'), { name: 'lastDay' }),
      renewsOn: onlyWhen(alive, onlyWhen({ path: of('autoRenew'), in: ['On'] }, json(of('termEndDate'), day))),
      autoRenews: json(of('autoRenew'), from.flag({ On: true, Off: false })),
      status: [json(of('status'), statuses), json(of('subscriptionBillingStatus'), statuses)],
      reseller: json(of('reseller.description')),
    }),
    rule('invoice', 'invoices:/value', issued, {
      number: json('name'),
      issuedOn: json(of('invoiceDate'), day),
      dueOn: json(of('dueDate'), day),
      total: json(of('totalAmount.value'), amount(of('totalAmount.currency'))),
      status: json(of('status'), paid),
    }),
    rule('subscription', 'subscriptions:/value', perTenant, {
      subscriptionId: json('subscriptionId'),
      product: json('displayName', from.said('Azure subscription {}')),
      plan: json('subscriptionPolicies.quotaId'),
      status: json('state', statuses),
    }),
  ],
})
