import { type Condition, defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, json, onlyWhen, rule, said, words } from '../connector-kit/sources.ts'

// https://cloud.google.com/identity/docs/concepts/supported-policy-api-settings: what the console sets, as policies.
// The console's own addresses (batchexecute) are not documented; what only they tell is left to the generic reader.
const value = (field: string) => `setting.value.${field}`
const typed = (type: string): Condition => ({ path: 'setting.type', in: [`settings/${type}`] })

// Each policy is for one organizational unit or group, and names its customer.
const setting = (
  type: string,
  title: string,
  area: string,
  state: ReturnType<typeof json>[],
  details: ReturnType<typeof json>[] = [],
) =>
  rule(
    'control',
    'policies:/policies',
    { key: [json('name')], where: [typed(type)], account: { id: [json('customer', from.after('/'))] } },
    {
      title: constant(title),
      area: constant(area),
      ...(state.length > 0 ? { state } : {}),
      detail: from.join(
        ', ',
        ...details,
        json('policyQuery.orgUnit', said('{}')),
        json('policyQuery.group', said('{}')),
      ),
    },
  )

const twoStep = 'security.two_step_verification_enforcement'
const on = words({ true: 'enabled', false: 'disabled' })
const enforced = value('enforcedFrom')

export default defineConnector({
  id: 'google-security',
  version: 1,
  name: 'Google Admin console: security',
  vendor: 'google.com',
  // Licenses and users of the same console are google-workspace's.
  priority: 110,
  matches: ['https://admin.google.com/ac/security/*', 'https://admin.google.com/ac/sec/*'],
  responses: {
    // e.g. https://cloudidentity.googleapis.com/v1/policies?filter=setting.type.matches('security.*')
    policies: 'cloudidentity.googleapis.com/*/policies',
  },
  records: [
    // The day may lie ahead, so it is said; 1970 is how the console writes that nothing is enforced.
    setting(
      twoStep,
      '2-Step Verification enforcement',
      'mfa',
      [
        json(enforced, words({ '1970-01-01T00:00:00Z': 'disabled' })),
        onlyWhen(
          { path: enforced, present: true },
          json('setting.type', words({ [`settings/${twoStep}`]: 'enabled' })),
        ),
      ],
      [onlyWhen({ path: enforced, notIn: ['1970-01-01T00:00:00Z'] }, json(enforced, said('enforced from {}')))],
    ),
    setting(
      `${twoStep}_factor`,
      '2-Step Verification methods',
      'mfa',
      [],
      [json(value('allowedSignInFactorSet'), said('allowed: {}'))],
    ),
    setting('security.two_step_verification_enrollment', '2-Step Verification enrollment', 'mfa', [
      json(value('allowEnrollment'), on),
    ]),
    setting(
      'security.password',
      'Password requirements',
      'password-policy',
      [],
      [
        json(value('allowedStrength'), said('strength {}')),
        json(value('minimumLength'), said('minimum length {}')),
        json(value('allowReuse'), words({ true: 'reuse allowed', false: 'reuse not allowed' })),
        json(value('expirationDuration'), { ...said('expires after {}'), except: ['0s'] }),
      ],
    ),
    setting(
      'security.session_controls',
      'Web session length',
      'session',
      [],
      [json(value('webSessionDuration'), said('{}'))],
    ),
    setting('security.less_secure_apps', 'Access of less secure apps', 'other', [
      json(value('allowLessSecureApps'), on),
    ]),
    setting('security.advanced_protection_program', 'Advanced Protection enrollment', 'mfa', [
      json(value('enableAdvancedProtectionSelfEnrollment'), on),
    ]),
    setting('gmail.imap_access', 'IMAP access to Gmail', 'other', [json(value('enableImapAccess'), on)]),
    setting('gmail.pop_access', 'POP access to Gmail', 'other', [json(value('enablePopAccess'), on)]),
  ],
})
