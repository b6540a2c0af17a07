/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { hash } from 'node:crypto'
import { daysBetween } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { oneLine } from '../inventory/title.ts'
import type { Mail } from '../mail/mailer.ts'
import type { OwedDate } from './owed.ts'

export type DigestClient = { client: Uuid; name: string; dates: OwedDate[] }
export type Digest = { workspace: { id: Uuid; name: string }; member: Uuid; clients: DigestClient[] }

/** What somebody can read in one go; what is more follows in a second mail. */
const mostDates = 200

/** One mail a person, with all that they are to be told; in several where it would be too long. */
export function digestsOf({ workspace, member, clients }: Digest): Digest[] {
  const parts: Digest[] = []
  let room = 0
  for (const { dates, ...client } of clients)
    for (let at = 0; at < dates.length; ) {
      if (room === 0) {
        parts.push({ workspace, member, clients: [] })
        room = mostDates
      }
      const taken = dates.slice(at, at + room)
      parts.at(-1)?.clients.push({ ...client, dates: taken })
      at += taken.length
      room -= taken.length
    }
  return parts
}

type Where = { to: string; today: Day; baseUrl: string }

export function mailOf(digest: Digest, { to, today, baseUrl }: Where): Mail {
  const clients = digest.clients.map(({ client, name, dates }) => ({
    name: oneLine(name),
    lines: dates.map((date) => ({ ...said(date, today), url: `${baseUrl}/open/${client}/${date.record}` })),
  }))
  const days = digest.clients.flatMap(({ dates }) => dates)
  const first = days.map(({ date }) => date).sort()[0] ?? today
  const head = `${days.length === 1 ? 'One date needs' : `${days.length} dates need`} somebody`
  const workspace = oneLine(digest.workspace.name)
  return {
    to,
    subject: `${workspace}: ${head}, the first ${first < today ? 'was' : 'is'} ${first}`,
    text: textOf(`${head} at ${workspace}.`, clients),
    html: `<!doctype html>${(<Letter head={`${head} at ${workspace}.`} clients={clients} />).toString()}`,
    messageId: `<${idOf(digest)}@${new URL(baseUrl).hostname}>`,
  }
}

/** The same for the same alerts, so that a mail which a crash sends twice is one to mail programs that look at it. */
const idOf = ({ member, clients }: Digest): string =>
  hash('sha256', [member, ...clients.flatMap(({ dates }) => dates.flatMap(({ ids }) => ids))].join('\n'), 'hex')

type Line = { day: Day; when: string; what: string; seen: string; url: string }
type Listed = { name: string; lines: Line[] }

const whatIs: Record<OwedDate['about'], string> = {
  'cancel-by': 'Last day to cancel',
  'term-end': 'End of the term of',
  expiry: 'Expiry of',
}

function said({ about, date, title, seenOn }: OwedDate, today: Day): Omit<Line, 'url'> {
  const days = daysBetween(today, date)
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  const when = days === 0 ? 'today' : days > 0 ? `in ${count}` : `${count} ago`
  const seen = seenOn === undefined ? 'stated by a person' : `as seen on ${seenOn}`
  return { day: date, when, what: `${whatIs[about]} ${title}`, seen }
}

const last = 'Each stays owed until somebody acknowledges it in Stocktake, at its client’s renewals.'

const textOf = (head: string, clients: Listed[]): string =>
  [
    head,
    ...clients.flatMap(({ name, lines }) => [
      '',
      name,
      ...lines.flatMap(({ day, when, what, seen, url }) => [`  ${day} (${when}): ${what}, ${seen}`, `    ${url}`]),
    ]),
    '',
    last,
    '',
  ].join('\n')

/** What is written into it is text: hono/jsx escapes it. */
const Letter = ({ head, clients }: { head: string; clients: Listed[] }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>{head}</title>
    </head>
    <body>
      <p>{head}</p>
      {clients.map(({ name, lines }) => (
        <>
          <h2>{name}</h2>
          <ul>
            {lines.map(({ day, when, what, seen, url }) => (
              <li>
                <strong>
                  {day} ({when})
                </strong>
                : <a href={url}>{what}</a>, {seen}
              </li>
            ))}
          </ul>
        </>
      ))}
      <p>{last}</p>
    </body>
  </html>
)
