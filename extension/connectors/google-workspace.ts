import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { count, day, email, json, onlyWhen, rule } from '../connector-kit/sources.ts'

// SWITCH_TO_PAY_AS_YOU_GO goes on, but no longer as this commitment: neither yes nor no.
const renewals = ['AUTO_RENEW', 'RENEW_CURRENT_USERS'].flatMap((as) => [as, `${as}_MONTHLY_PAY`, `${as}_YEARLY_PAY`])
const renews = from.flag({ ...from.meaning(true, ...renewals), CANCEL: false })
const periods = from.period({ ANNUAL_MONTHLY_PAY: 'month', ANNUAL_YEARLY_PAY: 'year', FLEXIBLE: 'month' })
const term = (at: string, as: 'day' | 'lastDay') =>
  json(`plan.commitmentInterval.${at}`, from.epoch('milliseconds', as))
const isTrial = json('trialSettings.isInTrial', from.status({ true: 'trialing' }))
const open = json('suspended', from.words({ false: 'active' }))
const statuses = from.status({ ACTIVE: 'active', SUSPENDED: 'suspended', CANCELLED: 'canceled' })
const license = { email: json('userId', email), product: json('skuName'), sku: json('skuId') }
// A reseller's list shows many customers, so each row names its own.
const perCustomer = (key: string) => ({ key: [key], account: { id: [json('customerId')] } })

export default defineConnector({
  id: 'google-workspace',
  version: 1,
  name: 'Google Admin console',
  vendor: 'google.com',
  priority: 100,
  matches: ['https://admin.google.com/*'],
  responses: {
    // e.g. https://reseller.googleapis.com/apps/reseller/v1/subscriptions?customerId=C03az79cb
    subscriptions: 'reseller.googleapis.com/apps/reseller/v1/subscriptions',
    licenses: 'licensing.googleapis.com/apps/licensing/v1/product/**',
    users: 'admin.googleapis.com/admin/directory/v1/users',
  },
  account: { id: [from.within('users', json('/users/0/customerId'))] },
  records: [
    rule('subscription', 'subscriptions:/subscriptions', perCustomer('subscriptionId'), {
      subscriptionId: json('subscriptionId'),
      product: json('skuName'),
      sku: json('skuId'),
      plan: json('plan.planName'),
      // Only a commitment is bought by number; in other plans `maximumNumberOfSeats` is a cap and not a purchase.
      seatsPurchased: onlyWhen({ path: 'plan.isCommitmentPlan', in: [true] }, json('seats.numberOfSeats', count)),
      seatsAssigned: json('seats.licensedNumberOfSeats', count),
      billingPeriod: json('plan.planName', periods),
      startsOn: term('startTime', 'day'),
      endsOn: term('endTime', 'lastDay'),
      renewsOn: onlyWhen({ path: 'renewalSettings.renewalType', in: renewals }, term('endTime', 'day')),
      autoRenews: json('renewalSettings.renewalType', renews),
      status: [onlyWhen({ path: 'status', in: ['ACTIVE'] }, isTrial), json('status', statuses)],
    }),
    rule('assignment', 'licenses:/items', ['email', 'sku'], license),
    rule('assignment', 'users:/users', perCustomer('accountId'), {
      person: json('name.fullName'),
      email: json('primaryEmail', email),
      accountId: json('id'),
      product: from.constant('Google Workspace'),
      status: [...from.firstTrue({ suspended: 'suspended', archived: 'inactive' }), open],
      lastActiveOn: json('lastLoginTime', day),
      role: from.firstTrue({ isAdmin: 'super admin', isDelegatedAdmin: 'delegated admin' }),
      mfa: json('isEnrolledIn2Sv', from.yesNo),
    }),
  ],
})
