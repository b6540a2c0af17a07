import { z } from 'zod'
import { Day } from './day.ts'
import { Label } from './values.ts'

/** A product that a sign-on or OAuth-grant list shows to be in use, whoever bought it. */
export const DiscoveredProduct = z
  .strictObject({
    name: Label,
    productId: Label,
    status: z.enum(['active', 'inactive', 'unknown']),
    signOn: Label,
    lastActiveOn: Day,
  })
  .partial()
export type DiscoveredProduct = z.infer<typeof DiscoveredProduct>
