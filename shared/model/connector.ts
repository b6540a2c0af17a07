import { z } from 'zod'
import { Label } from './values.ts'

/**
 * What a consultant taught by pointing: a definition in the grammar of the built-in connectors, as JSON. A record of the
 * workspace. It stays text here: only who runs it knows the grammar, and a device that does not know it keeps it unread.
 */
export const Connector = z
  .strictObject({
    name: Label,
    /** The vendor's registrable domain. */
    vendor: Label,
    definition: z.string().max(16 * 1024),
    paused: z.boolean(),
  })
  .partial()
export type Connector = z.infer<typeof Connector>
