import { z } from 'zod'
import { Day } from './day.ts'
import { Label } from './values.ts'

/** An X.509 certificate as listed in a console. */
export const Certificate = z
  .strictObject({
    subject: Label,
    /** Subject alternative names. */
    names: z.array(Label).max(200),
    issuer: Label,
    serial: Label,
    startsOn: Day,
    /** The certificate's notAfter. */
    endsOn: Day,
    autoRenews: z.boolean(),
  })
  .partial()
export type Certificate = z.infer<typeof Certificate>
