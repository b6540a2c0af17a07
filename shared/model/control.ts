import { z } from 'zod'
import { Label } from './values.ts'

/** A security setting and what a console showed about it. */
export const Control = z
  .strictObject({
    /** The setting's name as the console writes it. */
    title: Label,
    area: z.enum([
      'mfa',
      'sso',
      'password-policy',
      'session',
      'dlp',
      'retention',
      'backup',
      'device',
      'sharing',
      'logging',
      'other',
    ]),
    state: z.enum(['enforced', 'enabled', 'partial', 'disabled', 'not-applicable']),
    /** What else was shown: "minimum length 12". */
    detail: Label,
  })
  .partial()
export type Control = z.infer<typeof Control>
