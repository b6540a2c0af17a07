import { z } from 'zod'
import { Day } from './day.ts'
import { Label } from './values.ts'

/** One unit of a per-person entitlement given to a person or device; without a product, an account in the console. */
export const Assignment = z
  .strictObject({
    /** The name as shown. */
    person: Label,
    email: z.string().trim().min(3).max(320),
    /** The vendor's identifier of the account. */
    accountId: Label,
    product: Label,
    plan: Label,
    sku: Label,
    /** invited: not yet accepted; suspended: kept but locked; deprovisioned: taken away. */
    status: z.enum(['active', 'inactive', 'invited', 'suspended', 'deprovisioned', 'unknown']),
    lastActiveOn: Day,
    assignedOn: Day,
    role: Label,
    mfa: z.boolean(),
  })
  .partial()
export type Assignment = z.infer<typeof Assignment>
