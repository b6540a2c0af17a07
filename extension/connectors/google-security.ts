import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { json, onlyWhen, rule, said, words } from '../connector-kit/sources.ts'

// https://cloud.google.com/identity/docs/concepts/supported-policy-api-settings: what the console sets, as policies.
// The console's own addresses (batchexecute) are not documented; what only they tell is left to the generic reader.
const twoStep = 'settings/security.two_step_verification_enforcement'
const known: Record<string, [title: string, area: string]> = {
  [twoStep]: ['2-Step Verification enforcement', 'mfa'],
  [`${twoStep}_factor`]: ['2-Step Verification methods', 'mfa'],
  'settings/security.two_step_verification_enrollment': ['2-Step Verification enrollment', 'mfa'],
  'settings/security.password': ['Password requirements', 'password-policy'],
  'settings/security.session_controls': ['Web session length', 'session'],
  'settings/security.less_secure_apps': ['Access of less secure apps', 'other'],
  'settings/gmail.imap_access': ['IMAP access to Gmail', 'other'],
}
const typeAs = (at: 0 | 1) => words(Object.fromEntries(Object.entries(known).map(([type, said]) => [type, said[at]])))
const listed = { key: [json('name')], where: [{ path: 'setting.type', in: Object.keys(known) }] }
const value = (field: string) => `setting.value.${field}`
const onOff = (field: string) => json(value(field), words({ true: 'enabled', false: 'disabled' }))
// 1970 is how the console writes that nothing is enforced. Another day may lie ahead, so it is said.
const enforced = value('enforcedFrom')
const never = '1970-01-01T00:00:00Z'

export default defineConnector({
  id: 'google-security',
  version: 1,
  name: 'Google Admin console: security',
  vendor: 'google.com',
  // Licenses and users of the same console are google-workspace's.
  priority: 110,
  matches: ['https://admin.google.com/ac/security/*', 'https://admin.google.com/ac/sec/*'],
  // e.g. https://cloudidentity.googleapis.com/v1/policies?filter=setting.type.matches('security.*')
  responses: { policies: 'cloudidentity.googleapis.com/*/policies' },
  // Each policy is for one organizational unit or group, and names its customer.
  account: { id: [json('customer', from.after('/'))] },
  records: [
    rule('control', 'policies:/policies', listed, {
      title: json('setting.type', typeAs(0)),
      area: json('setting.type', typeAs(1)),
      state: [
        json(enforced, words({ [never]: 'disabled' })),
        onlyWhen({ path: enforced, present: true }, json('setting.type', words({ [twoStep]: 'enabled' }))),
        ...['allowEnrollment', 'allowLessSecureApps', 'enableImapAccess'].map(onOff),
      ],
      detail: from.join(
        ', ',
        onlyWhen({ path: enforced, notIn: [never] }, json(enforced, said('enforced from {}'))),
        json(value('allowedSignInFactorSet'), said('allowed: {}')),
        json(value('minimumLength'), said('minimum length {}')),
        json(value('webSessionDuration')),
        json('policyQuery.orgUnit'),
        json('policyQuery.group'),
      ),
    }),
  ],
})
