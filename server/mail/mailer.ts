import type { Transporter } from 'nodemailer'
import type { MailConfig } from './config.ts'

export type Mail = { to: string; subject: string; text: string; html: string; messageId: string }

/** What became of a mail. What is refused was refused for good, for this address; all else may be tried again. */
export type Sent =
  | { is: 'sent' }
  | { is: 'refused'; reply: number }
  /** `nobody`: the mail server itself cannot be used now, so there is no point in asking it for the next address. */
  | { is: 'later'; nobody: boolean; reply?: number; code?: 'MAIL_UNTRUSTED' }

export type Mailer = { send: (mail: Mail) => Promise<Sent> }

const seconds = 1000

/**
 * Mails by SMTP, each over a connection of its own: one digest a person and day is no load. `alarm` hears in a word why
 * the mail server cannot be used, as that is for whoever runs the two to mend.
 */
export function smtpMailer({ url: address, from }: MailConfig, alarm: (code: string) => void = () => {}): Mailer {
  const url = address.reveal()
  const { hostname, searchParams } = new URL(url)
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
  const options = {
    url,
    // What is told of a client is not told in clear over a network, unless the operator has said so in the URL.
    requireTLS: !isHere && searchParams.get('requireTLS') !== 'false',
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 30 * seconds,
    dnsTimeout: 10 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  // Loaded with the first mail: a server that only syncs has no use for it.
  let made: Promise<Transporter> | undefined
  const transport = () => {
    made ??= import('nodemailer').then(({ createTransport }) => createTransport(options))
    return made
  }
  const send = async ({ to, ...mail }: Mail): Promise<Sent> => {
    if (!plainAddress.test(to)) return { is: 'refused', reply: 553 }
    try {
      // As an object, so that nothing in it is read as a second address. RFC 3834: no machine is to answer it.
      const addressed = { from, to: { name: '', address: to } }
      await (await transport()).sendMail({ ...mail, ...addressed, headers: { 'Auto-Submitted': 'auto-generated' } })
      return { is: 'sent' }
    } catch (error) {
      const failed = whatFailed(error)
      if (failed.is === 'later' && failed.nobody) alarm(failed.code ?? wordOf(error))
      return failed
    }
  }
  return { send }
}

/** Without quotes, spaces and lists: what could be read as another address, or as a command, is no address of a member. */
const plainAddress = /^[^\s\p{Cc}<>()[\]\\,;:"@]+@[^\s\p{Cc}<>()[\]\\,;:"@]+$/u

/** RFC 5321 §4.2.1: 5yz stays so, 4yz may pass. Only what is said to the address or to the message is about them. */
function whatFailed(error: unknown): Sent {
  const { code, responseCode: reply } = error instanceof Error ? (error as SmtpError) : {} // nodemailer adds these two
  const aboutThisOne = (code === 'EENVELOPE' || code === 'EMESSAGE') && reply !== undefined
  if (!aboutThisOne) {
    const untrusted = isOfTls(wordOf(error)) ? ({ code: 'MAIL_UNTRUSTED' } as const) : {}
    return { is: 'later', nobody: true, ...(reply === undefined ? {} : { reply }), ...untrusted }
  }
  return reply >= 500 ? { is: 'refused', reply } : { is: 'later', nobody: false, reply }
}

/** What Node or OpenSSL call a certificate that does not hold, and what is not TLS; nodemailer, where it is not offered. */
const isOfTls = (word: string): boolean => /CERT|SSL|TLS|SIGNATURE|INVALID_|MISMATCH/.test(word)

const wordOf = (error: unknown): string => {
  const { originalCode, code } = error instanceof Error ? (error as SmtpError) : {} // nodemailer adds these two
  return originalCode ?? code ?? 'INTERNAL'
}

type SmtpError = Error & { code?: string; originalCode?: string; responseCode?: number }
