import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, count, day, email, firstTrue, join, json, onlyWhen, rule, said } from '../connector-kit/sources.ts'

// https://developers.docusign.com/docs/esign-rest-api/reference/accounts/accounts/get/
// eSignature Admin shows the same through addresses of its own, which are not documented.
const account = '*.docusign.net/restapi/*/accounts/{account}'
const product = constant('Docusign eSignature')
const statuses = from.words({
  ...from.meaning('invited', 'ActivationRequired', 'ActivationSent'),
  Active: 'active',
  Closed: 'deprovisioned',
  Disabled: 'suspended',
})
const ruleOf = (path: string, say: string) => json(path, { ...said(say), except: ['0', 'false'] })

export default defineConnector({
  id: 'docusign',
  version: 1,
  name: 'Docusign Admin',
  vendor: 'docusign.com',
  priority: 100,
  matches: ['https://admin.docusign.com/*', 'https://apps.docusign.com/admin*'],
  responses: {
    // e.g. https://na3.docusign.net/restapi/v2.1/accounts/f8a7b6c5-…/billing_plan
    account,
    plan: `${account}/billing_plan`,
    users: `${account}/users`,
    passwords: `${account}/settings/password_rules`,
  },
  // An account has a number and a GUID, and the address may have either ("The external account number (int) or account
  // ID GUID": https://hexdocs.pm/docusign/DocuSign.Api.AccountSignatureProviders.html). Only the GUID is read: by two
  // ids one client would be two.
  account: {
    id: [from.within('account', json('/accountIdGuid', from.guid)), from.url('account', from.guid)],
    name: [from.within('account', json('/accountName'))],
  },
  records: [
    rule(
      'subscription',
      'account:/',
      { key: ['product'], where: [{ path: 'planName', present: true }] },
      {
        product,
        plan: json('planName'),
        sku: json('currentPlanId'),
        seatsPurchased: json('seatsAllowed', count),
        seatsAssigned: json('seatsInUse', count),
        endsOn: json('planEndDate', day),
      },
    ),
    rule('subscription', 'plan:/billingPlan', ['product'], {
      product,
      plan: json('planName'),
      sku: json('planId'),
      // Seats bought beyond the plan's own stand apart, and how they add up is not documented.
      seatsPurchased: onlyWhen({ path: 'incrementalSeats', in: ['0', 0, '', null] }, json('includedSeats', count)),
      // `perSeatPrice` is not read: for how long it pays a seat is not documented.
      billingPeriod: json('paymentCycle', { name: 'billingPeriod' }),
      // A plan that is to be downgraded goes on, as another one: neither yes nor no.
      autoRenews: json('renewalStatus', from.flag({ auto: true, queued_for_close: false })),
    }),
    rule(
      'assignment',
      'users:/users',
      { key: ['accountId'], total: '/totalSetSize' },
      {
        person: json('userName'),
        email: json('email', email),
        accountId: json('userId'),
        product,
        status: json('userStatus', statuses),
        lastActiveOn: json('lastLogin', day),
        assignedOn: json('userAddedToAccountDateTime', day),
        role: [json('permissionProfileName'), ...firstTrue({ isAdmin: 'admin' })],
      },
    ),
    rule(
      'control',
      'passwords:/',
      { key: ['title'], where: [{ path: 'passwordStrengthType', present: true }] },
      {
        title: constant('Password rules'),
        area: constant('password-policy'),
        state: constant('enabled'),
        detail: join(
          ', ',
          json('passwordStrengthType', said('strength {}')),
          ruleOf('minimumPasswordLength', 'minimum length {}'),
          onlyWhen(
            { path: 'expirePassword', in: ['true', true] },
            json('expirePasswordDays', said('expires after {} days')),
          ),
        ),
      },
    ),
  ],
})
