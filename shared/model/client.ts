import { z } from 'zod'
import { Uuid } from './id.ts'
import { Label } from './values.ts'

/** The organization being advised. A record of the workspace; its id is also the scope of everything that is the client's. */
export const Client = z
  .strictObject({
    name: Label,
    /** Hue of the client's banner, 0–359. */
    hue: z.int().min(0).max(359),
  })
  .partial()
export type Client = z.infer<typeof Client>

/** Which client a vendor account belongs to; made once by a person. A record of the workspace. */
export const Binding = z
  .strictObject({
    vendor: Label,
    accountId: Label,
    accountName: Label,
    client: Uuid,
  })
  .partial()
export type Binding = z.infer<typeof Binding>
