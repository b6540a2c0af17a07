import { z } from 'zod'
import { Secret } from '../secret.ts'

/** The address has the password of an account in it. */
export type MailConfig = { url: Secret; from: string }

/** Both or neither: without them nothing is mailed, and what is owed stays owed. An empty variable counts as not set. */
export const mailSchema = {
  SMTP_URL: z
    .string()
    .refine((url) => /^smtps?:\/\/[^/]+/.test(url) && URL.canParse(url) && new URL(url).hostname !== '', {
      error: 'must be the address of a mail server, as smtps://user:password@smtp.example.com',
    })
    .optional()
    .describe(
      'The mail server for alerts and invitations: smtps://user:password@smtp.example.com, or smtp:// with STARTTLS.',
    ),
  MAIL_FROM: z
    .email({ error: 'must be the e-mail address that mails come from' })
    .max(320)
    .optional()
    .describe('The address that these mails come from; set together with SMTP_URL.'),
}

type Read = { SMTP_URL?: string | undefined; MAIL_FROM?: string | undefined }

export const mailFault = ({ SMTP_URL, MAIL_FROM }: Read): string | undefined =>
  (SMTP_URL === undefined) === (MAIL_FROM === undefined) ? undefined : 'set both SMTP_URL and MAIL_FROM, or neither'

export const mailConfig = ({ SMTP_URL: url, MAIL_FROM: from }: Read): MailConfig | undefined =>
  url === undefined || from === undefined ? undefined : { url: new Secret(url), from }
