import { z } from 'zod'
import { Label } from './values.ts'

/**
 * A person says that two names are one vendor or one product. Nothing is rewritten: names are looked up through it when
 * they are read, so deleting it splits them again. A record of the workspace: it holds names of the market, none of a client.
 */
export const Alias = z
  .strictObject({
    kind: z.enum(['vendor', 'product']),
    /** The vendor whose product it is, by registrable domain; absent for a vendor. */
    vendor: Label,
    from: Label,
    to: Label,
  })
  .partial()
export type Alias = z.infer<typeof Alias>
