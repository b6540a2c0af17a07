import { type Condition, defineConnector, type RecordRule } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, email, join, json, onlyWhen, rule, said, setting, words } from '../connector-kit/sources.ts'

// https://learn.microsoft.com/graph/api/overview: servicePrincipal, conditionalAccessPolicy, authenticationMethodsPolicy,
// identitySecurityDefaultsEnforcementPolicy, userRegistrationDetails, secureScore. The admin center asks some of it by its
// own private hosts, whose answers are not documented; those are left to the generic reader.
const graph = (path: string) => `graph.microsoft.com/*/${path}`

// The admin center asks several things at once (JSON batching): a row of any of them tells what it is by what it has.
const listed = (
  type: RecordRule['type'],
  name: string,
  has: Condition,
  key: RecordRule['key'],
  what: Condition[],
  fields: RecordRule['fields'],
) =>
  [`${name}:/value`, 'batch:/responses/*/body/value'].map((rows) =>
    rule(type, rows, { key, where: [has, ...what] }, fields),
  )

// Of Microsoft's own products there are hundreds in every tenant; nobody chose them.
const microsofts = ['f8cdef31-a31e-4b4a-93e4-5f571e91255a', '72f988bf-86f1-41af-91ab-2d7cd011db47']
const granted = [0, 1, 2].map((at) => `grantControls.builtInControls.${at}`)
const noBlock = { path: 'grantControls.builtInControls.0', notIn: ['block'] }
const areas = { mfa: 'mfa', compliantDevice: 'device', domainJoinedDevice: 'device', passwordChange: 'password-policy' }
const scored = {
  AdminMFAV2: 'mfa',
  MFARegistrationV2: 'mfa',
  IntegratedApps: 'sharing',
  PWAgePolicyNew: 'password-policy',
}

export default defineConnector({
  id: 'entra',
  version: 1,
  name: 'Microsoft Entra admin center',
  vendor: 'microsoft.com',
  // The Microsoft 365 connector reads users, licenses and domains of the same pages.
  priority: 110,
  matches: ['https://entra.microsoft.com/*'],
  responses: {
    // e.g. https://graph.microsoft.com/v1.0/servicePrincipals?$top=100
    apps: graph('servicePrincipals'),
    access: [graph('identity/conditionalAccess/policies'), graph('policies/conditionalAccessPolicies')],
    methods: graph('policies/authenticationMethodsPolicy'),
    defaults: graph('policies/identitySecurityDefaultsEnforcementPolicy'),
    registered: graph('reports/authenticationMethods/userRegistrationDetails'),
    scores: graph('security/secureScores'),
    batch: graph('$batch'),
    organization: graph('organization'),
  },
  account: {
    id: [from.within('organization', json('/value/0/id')), from.within('scores', json('/value/0/azureTenantId'))],
    name: [from.within('organization', json('/value/0/displayName'))],
  },
  records: [
    ...listed(
      'product',
      'apps',
      { path: 'servicePrincipalType', present: true },
      [json('id')],
      [
        { path: 'servicePrincipalType', notIn: ['ManagedIdentity', 'Legacy', 'SocialIdp'] },
        { path: 'appOwnerOrganizationId', notIn: microsofts },
      ],
      {
        name: [json('displayName'), json('appDisplayName')],
        productId: json('appId'),
        status: json('accountEnabled', words({ true: 'active', false: 'inactive' })),
        signOn: json('preferredSingleSignOnMode', { name: 'text', except: ['notSupported'] }),
      },
    ),
    // One that only blocks somebody or something is none of our areas.
    ...listed('control', 'access', { path: 'conditions.users', present: true }, [json('id')], [noBlock], {
      title: json('displayName', said('Conditional access: {}')),
      area: [
        ...granted.map((path) => json(path, words(areas))),
        json('grantControls.authenticationStrength.requirementsSatisfied', words({ mfa: 'mfa' })),
        json('sessionControls.signInFrequency.isEnabled', words({ true: 'session' })),
        constant('other'),
      ],
      state: json(
        'state',
        words({ enabled: 'enabled', disabled: 'disabled', enabledForReportingButNotEnforced: 'partial' }),
      ),
      detail: join(
        ' ',
        json(granted[0] ?? '', said('requires {}')),
        onlyWhen({ path: granted[1] ?? '', present: true }, json('grantControls.operator')),
        json(granted[1] ?? ''),
        json('grantControls.authenticationStrength.displayName', said('requires {}')),
      ),
    }),
    rule('control', 'methods:/authenticationMethodConfigurations', [json('id')], {
      title: json('id', said('Authentication method: {}')),
      area: constant('mfa'),
      state: json('state', words({ enabled: 'enabled', disabled: 'disabled' })),
    }),
    setting('defaults:/', 'mfa', 'Security defaults', 'isEnabled', { true: 'enabled', false: 'disabled' }),
    rule('assignment', 'registered:/value', ['accountId'], {
      person: json('userDisplayName'),
      email: json('userPrincipalName', email),
      accountId: json('id'),
      role: json('isAdmin', words({ true: 'admin' })),
      mfa: json('isMfaRegistered', from.yesNo),
    }),
    // The first is the latest. A full score is a setting that is on; how much of it one has is told in part of them only.
    rule('control', 'scores:/value/0/controlScores', [json('controlName')], {
      title: json('controlName', said('Secure Score: {}')),
      area: [
        json('controlName', words(scored)),
        json('controlCategory', words({ Device: 'device' })),
        constant('other'),
      ],
      state: json('scoreInPercentage', words({ 100: 'enabled', 0: 'disabled' })),
      detail: json('score', said('{} points')),
    }),
  ],
})
