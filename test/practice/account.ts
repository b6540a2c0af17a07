import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** The made-up person who owns the practice workspace. */
const Account = z.object({ name: z.string(), email: z.string(), password: z.string(), workspace: z.string() })
export type Account = z.infer<typeof Account>

/** Makes the first account as a person would, with the token that the server gives at its first start; later finds it. */
export async function ensureAccount(server: string, token: string | undefined, folder: string): Promise<Account> {
  const file = join(folder, 'practice-account.json')
  if (token === undefined) {
    if (existsSync(file)) return Account.parse(JSON.parse(readFileSync(file, 'utf8')))
    throw new Error(
      `The server in ${folder} has an account that is not the practice one: set DATA_DIR to another folder.`,
    )
  }
  const account: Account = {
    name: 'Robin Ash',
    email: 'robin.ash@example.com',
    password: randomBytes(12).toString('base64url'),
    workspace: 'Practice workspace',
  }
  // First the file: an account whose password nobody knows would be lost.
  writeFileSync(file, JSON.stringify(account, null, 2), { mode: 0o600 })
  const made = await postForm(server, '/first-run', { ...account, token })
  if (made.status !== 303) throw new Error(`The server did not make the first account (${made.status}).`)
  return account
}

/** What a browser sends for a form of the server's own page. */
export const postForm = (
  server: string,
  path: string,
  fields: Record<string, string>,
  cookie?: string,
): Promise<Response> =>
  fetch(`${server}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: new URL(server).origin, ...(cookie === undefined ? {} : { cookie }) },
    body: new URLSearchParams(fields),
  })

/** The cookies of a signed-in browser. */
export async function signIn(server: string, { email, password }: Account): Promise<string> {
  const answer = await postForm(server, '/sign-in', { email, password })
  if (answer.status !== 303) throw new Error(`The server did not let ${email} sign in (${answer.status}).`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}
