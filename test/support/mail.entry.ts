import { smtpMailer } from '../../server/mail/mailer.ts'
import { Secret } from '../../server/secret.ts'

/** Mails once by the address of argument 1, in a process that trusts what its environment says. */
const mailer = smtpMailer({ url: new Secret(process.argv[2] ?? ''), from: 'a@b.example' })
const letter = { to: 'c@d.example', subject: 'Desk', text: 'Desk', html: 'Desk', messageId: '<1@x>' }
process.send?.(await mailer.send(letter))
process.disconnect?.()
