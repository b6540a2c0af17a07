import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, day, email, firstTrue, join, json, onlyWhen, rule, said, words } from '../connector-kit/sources.ts'

// https://docs.jumpcloud.com/api/: systemusers, applications, organizations (1.0) and policies (2.0). The names within
// settings.passwordPolicy: https://github.com/TheJumpCloud/jcapi-java/blob/master/jcapiv1/docs/OrganizationsettingsputPasswordPolicy.md
const api = (path: string) => `console.jumpcloud.com/api/${path}`
const id = [json('_id'), json('id')]
const listed = { total: '/totalCount', account: { id: [json('organization')] } }
const people = { key: ['accountId'], ...listed }
const applications = { key: ['productId'], ...listed }
const policy = 'settings.passwordPolicy'
const withPolicy = { key: ['title'], where: [{ path: policy, present: true }] }
const whereOn = (flag: string, name: string, say: string) =>
  onlyWhen({ path: `${policy}.${flag}`, in: [true] }, json(`${policy}.${name}`, said(say)))

export default defineConnector({
  id: 'jumpcloud',
  version: 1,
  name: 'JumpCloud admin portal',
  vendor: 'jumpcloud.com',
  priority: 100,
  matches: ['https://console.jumpcloud.com/*'],
  responses: {
    // e.g. https://console.jumpcloud.com/api/systemusers?limit=100
    users: [api('systemusers'), api('search/systemusers')],
    applications: [api('applications'), api('search/applications')],
    organization: api('organizations/{organization}'),
    policies: api('v2/policies'),
  },
  account: {
    id: [from.within('organization', from.url('organization')), from.within('users', json('/results/0/organization'))],
  },
  records: [
    rule('assignment', 'users:/results', people, {
      person: [json('displayname'), join(' ', json('firstname'), json('lastname'))],
      email: json('email', email),
      accountId: id,
      product: constant('JumpCloud'),
      status: [
        ...firstTrue({ suspended: 'suspended', account_locked: 'suspended' }),
        json('activated', words({ true: 'active', false: 'invited' })),
      ],
      assignedOn: json('created', day),
      mfa: json('mfa.configured', from.yesNo),
    }),
    rule('product', 'applications:/results', applications, {
      name: [json('displayLabel'), json('displayName'), json('name')],
      productId: id,
    }),
    rule('control', 'organization:/', withPolicy, {
      title: constant('Password policy'),
      area: constant('password-policy'),
      detail: join(
        ', ',
        whereOn('enableMinLength', 'minLength', 'minimum length {}'),
        whereOn('enableMaxHistory', 'maxHistory', 'last {} not reusable'),
        whereOn('enablePasswordExpirationInDays', 'passwordExpirationInDays', 'expires after {} days'),
        whereOn('enableMaxLoginAttempts', 'maxLoginAttempts', 'locked after {} attempts'),
      ),
    }),
    rule('control', 'policies:/', [json('id')], {
      title: json('name', said('Device policy: {}')),
      area: constant('device'),
      detail: json('template.displayName'),
    }),
  ],
})
