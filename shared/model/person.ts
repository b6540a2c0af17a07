import { z } from 'zod'
import { Day } from './day.ts'
import { Label } from './values.ts'

export const PersonKind = z.enum(['employee', 'contractor', 'shared', 'service', 'external'])
export type PersonKind = z.infer<typeof PersonKind>

/** What people state of a person of the client. Accounts that share one of its addresses are this person's. */
export const Person = z
  .strictObject({
    name: Label,
    /** Every address and alias; an address belongs to one person. */
    emails: z.array(z.string().trim().min(3).max(320)).max(50),
    kind: PersonKind,
    department: Label,
    manager: Label,
    startsOn: Day,
    /** The last day; a seat held after it is a leaver's. */
    endsOn: Day,
  })
  .partial()
export type Person = z.infer<typeof Person>
