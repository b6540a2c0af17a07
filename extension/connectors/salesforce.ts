import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, count, day, email, json, onlyWhen, rule } from '../connector-kit/sources.ts'

// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_userlicense.htm
// Setup's own pages ask under /aura for answers that are not documented: those are left to the generic reader.
const myDomain = (path: string) =>
  ['my.salesforce.com', 'lightning.force.com', 'my.salesforce-setup.com'].flatMap((host) => [
    `{org}.${host}/${path}`,
    `{org}.sandbox.${host}/${path}`,
  ])

// One address answers every query: each record says what it is.
const of = (object: string) => ({ path: 'attributes.type', in: [object] })
// https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-userlicense.html:
// Active or Disabled; of a permission set license the same reference says that a disabled one has expired.
const statusOf = (words: Record<string, string>) => json('Status', from.status({ Active: 'active', ...words }))
const pool = {
  seatsPurchased: json('TotalLicenses', count),
  seatsAssigned: json('UsedLicenses', count),
}

export default defineConnector({
  id: 'salesforce',
  version: 1,
  name: 'Salesforce Setup',
  vendor: 'salesforce.com',
  priority: 100,
  matches: [
    'https://*.my.salesforce-setup.com/*',
    'https://*.lightning.force.com/lightning/setup/*',
    'https://*.my.salesforce.com/lightning/setup/*',
  ],
  pages: myDomain('**'),
  responses: {
    // e.g. https://acme.my.salesforce.com/services/data/v60.0/query?q=SELECT+Name,TotalLicenses+FROM+UserLicense
    query: [...myDomain('services/data/*/query'), ...myDomain('services/data/*/query/*')],
  },
  account: { id: [from.url('org', from.lower)] },
  records: [
    rule(
      'subscription',
      'query:/records',
      { key: [constant('user license'), 'sku'], where: [of('UserLicense')] },
      {
        product: [json('MasterLabel'), json('Name')],
        sku: [json('LicenseDefinitionKey'), json('Name')],
        status: statusOf({}),
        ...pool,
      },
    ),
    rule(
      'subscription',
      'query:/records',
      { key: [constant('permission set license'), 'sku'], where: [of('PermissionSetLicense')] },
      {
        product: json('MasterLabel'),
        sku: [json('PermissionSetLicenseKey'), json('DeveloperName')],
        status: statusOf({ Disabled: 'expired' }),
        ...pool,
        endsOn: json('ExpirationDate', day),
      },
    ),
    // An installed package. What a negative number stands for is not documented: then no number is read.
    // …/object_reference/sforce_api_objects_packagelicense.htm: Active, Expired, Free and Trial.
    rule(
      'subscription',
      'query:/records',
      { key: [constant('package'), 'sku'], where: [of('PackageLicense')] },
      {
        product: json('NamespacePrefix'),
        sku: json('NamespacePrefix'),
        seatsPurchased: json('AllowedLicenses', count),
        seatsAssigned: onlyWhen({ path: 'AllowedLicenses', notIn: [-1] }, json('UsedLicenses', count)),
        endsOn: json('ExpirationDate', day),
        status: statusOf({ Expired: 'expired', Trial: 'trialing' }),
      },
    ),
    rule(
      'subscription',
      'query:/records',
      { key: [constant('edition')], where: [of('Organization')] },
      {
        product: constant('Salesforce'),
        plan: json('OrganizationType'),
      },
    ),
    rule(
      'assignment',
      'query:/records',
      { key: ['accountId'], where: [of('User')] },
      {
        person: json('Name'),
        email: [json('Email', email), json('Username', email)],
        accountId: json('Id'),
        product: json('Profile.UserLicense.Name'),
        status: json('IsActive', from.words({ true: 'active', false: 'inactive' })),
        lastActiveOn: json('LastLoginDate', day),
        role: json('Profile.Name'),
      },
    ),
  ],
})
