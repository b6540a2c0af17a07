/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { oneLine } from '../inventory/title.ts'
import type { Mail } from '../mail/mailer.ts'
import { lifeDays } from './model.ts'

type Invited = { id: string; to: string; by: string; workspace: string; link: string }

/** Who invites, to which workspace, and the link: nothing of any client is told to whoever reads that mailbox. */
export function letterOf({ id, to, by, workspace, link }: Invited): Mail {
  const head = `${oneLine(by)} invites you to ${oneLine(workspace)} on Stocktake.`
  const rest = `This link is for you alone, works once, and for ${lifeDays} days. If you did not expect it, leave it: nothing happens.`
  return {
    to,
    subject: `${oneLine(workspace)}: an invitation to Stocktake`,
    text: `${head}\n\n${link}\n\n${rest}\n`,
    html: `<!doctype html>${(<Letter head={head} link={link} rest={rest} />).toString()}`,
    messageId: `<${id}@${new URL(link).hostname}>`,
  }
}

/** What is written into it is text: hono/jsx escapes it. */
const Letter = ({ head, link, rest }: { head: string; link: string; rest: string }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>{head}</title>
    </head>
    <body>
      <p>{head}</p>
      <p>
        <a href={link}>{link}</a>
      </p>
      <p>{rest}</p>
    </body>
  </html>
)
