import { z } from 'zod'
import { type MailConfig, mailConfig, mailSchema } from '../mail/config.ts'
import type { Hour } from './daily.ts'

export type AlertsConfig = { hour: Hour; mail: MailConfig | undefined }

const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

/** What of the environment is about telling people; a part of the configuration (config.ts). */
export const alertsSchema = {
  ...mailSchema,
  ALERTS_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time of day, as 07:00' })
    .default('07:00')
    .describe('When the alerts of the day are told, as hours and minutes.'),
  ALERTS_ZONE: z
    .string()
    .refine(isZone, { error: 'must be a time zone, as Europe/Zurich' })
    .default('UTC')
    .describe('The time zone of that hour, as Europe/Zurich.'),
}

type Read = { ALERTS_AT: string; ALERTS_ZONE: string } & Parameters<typeof mailConfig>[0]

export const alertsConfig = (read: Read): AlertsConfig => ({
  hour: { at: read.ALERTS_AT, zone: read.ALERTS_ZONE },
  mail: mailConfig(read),
})
