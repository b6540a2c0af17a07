import { type Condition, defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { count, day, email, json, onlyWhen, rule } from '../connector-kit/sources.ts'

// https://docs.aws.amazon.com/organizations/latest/APIReference/ and …/license-manager/latest/APIReference/. All that is
// asked of one of them answers at one address (the question is in a header), so an answer tells by its name what it is.
const named = (name: string): Condition => ({ path: `/${name}`, present: true })
const rows = (name: string, key: string | ReturnType<typeof json>) => ({
  key: [key],
  where: [named(name), { path: '@key', notIn: ['NextToken'] }],
})
const regions = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'ca-central-1',
  'eu-west-1',
  'eu-west-2',
  'eu-central-1',
  'ap-southeast-2',
]
const hard = { path: 'LicenseCountHardLimit', in: [true] }
const states = from.status({ AVAILABLE: 'active', SUSPENDED: 'suspended', EXPIRED: 'expired', DELETED: 'canceled' })

export default defineConnector({
  id: 'aws',
  version: 1,
  name: 'AWS management console',
  vendor: 'amazon.com',
  priority: 100,
  matches: ['https://console.aws.amazon.com/*', 'https://*.console.aws.amazon.com/*'],
  responses: {
    // e.g. https://organizations.us-east-1.amazonaws.com/
    organizations: 'organizations.us-east-1.amazonaws.com',
    licenses: regions.map((region) => `license-manager.${region}.amazonaws.com`),
  },
  account: { id: [from.within('organizations', json('/Organization/MasterAccountId'))] },
  records: [
    // An account of an organization belongs to a person or team and has an address of its own.
    rule('assignment', 'organizations:/*', rows('Accounts', 'accountId'), {
      person: json('Name'),
      email: json('Email', email),
      accountId: json('Id'),
      status: json('Status', from.accountStatus({ ACTIVE: 'active', SUSPENDED: 'suspended' })),
      assignedOn: json('JoinedTimestamp', from.epoch('seconds')),
    }),
    rule('subscription', 'licenses:/*', rows('Licenses', 'subscriptionId'), {
      subscriptionId: json('LicenseArn', from.after(':')),
      product: [json('ProductName'), json('LicenseName')],
      sku: json('ProductSKU'),
      startsOn: json('Validity.Begin', day),
      endsOn: json('Validity.End', { name: 'lastDay' }),
      status: json('Status', states),
    }),
    // A rule of one's own about licenses bought elsewhere: how many there are, and how many are in use.
    rule('subscription', 'licenses:/*', rows('LicenseConfigurations', 'subscriptionId'), {
      subscriptionId: json('LicenseConfigurationId'),
      product: json('Name'),
      metric: json('LicenseCountingType'),
      seatsPurchased: onlyWhen(hard, json('LicenseCount', count)),
      seatsAssigned: json('ConsumedLicenses', count),
    }),
  ],
})
