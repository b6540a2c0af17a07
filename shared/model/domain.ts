import { z } from 'zod'
import { Day } from './day.ts'
import { Label } from './values.ts'

/** A registered DNS name. */
export const Domain = z
  .strictObject({
    name: z.string().trim().min(3).max(253),
    registrar: Label,
    registeredOn: Day,
    expiresOn: Day,
    autoRenews: z.boolean(),
    locked: z.boolean(),
    verified: z.boolean(),
    status: Label,
  })
  .partial()
export type Domain = z.infer<typeof Domain>
