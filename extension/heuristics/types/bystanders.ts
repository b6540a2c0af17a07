import { columnsIn } from '../columns.ts'
import type { Facts } from '../draft.ts'
import { catalogs, mentions, otherThings } from '../topics.ts'

/** What a CRM says of the people whom the client sells to: for whom they work, who looks after them, what they were sold. */
export function isAddressBook({ columns, table }: Facts): boolean {
  const traded = columns.flatMap(
    ({ label }) =>
      dealing
        .exec(label.split('.')[0] ?? '')?.[0]
        .toLowerCase()
        .replace(/_/g, '') ?? [],
  )
  const account = columnsIn(columns, 'lastActiveOn', 'mfa', 'login', 'disabled', 'license', 'bot', 'access', 'plan')
  return table.source === 'json' && new Set(traded).size >= 2 && account.length === 0
}
const dealing =
  /company_?(?:id|name)|contact_?type|lead|opportunit|deal|last_?contacted|interaction|social|website|lifecycle|prospect|assignee_?id/i

/** `features: [{ name, owners: [{ email }] }]`: who looks after a thing of work holds nothing of the product. */
export const isOwnerOfThing = ({ table, topic }: Facts): boolean =>
  table.source === 'json' &&
  table.locator.includes('[]') &&
  mentions(topic, caretakers) &&
  [...topic.around].some((word) => otherThings.has(word) || catalogs.has(word)) &&
  !topic.aroundConcepts.has('license') &&
  !topic.aroundConcepts.has('subscription')
const caretakers = new Set(['owner', 'operator', 'principal', 'staff', 'assignee', 'collaborator', 'reviewer', 'agent'])
