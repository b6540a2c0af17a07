import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { addWorkspace } from '../../server/workspaces/store.ts'
import type { TestServer } from './server.ts'

export const password = 'correct horse battery staple'

/** A person's browser on the server's pages: keeps cookies, says where its forms come from, follows nothing by itself. */
export class Visitor {
  private cookies: Map<string, string>
  constructor(
    private readonly server: TestServer,
    cookies: Record<string, string> = {},
  ) {
    this.cookies = new Map(Object.entries(cookies))
  }

  keep(response: Response): Response {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split('; ')
      const [name = '', value = ''] = pair.split('=', 2)
      if (attributes.includes('Max-Age=0')) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }

  /** Its cookies by name. */
  jar = (): Record<string, string> => Object.fromEntries(this.cookies)

  headers = () => ({ cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') })

  visit = async (path: string): Promise<Response> =>
    this.keep(await this.server.request(path, { headers: this.headers() }))

  submit = async (
    path: string,
    form: Record<string, string>,
    origin: string | null = this.server.deps.baseUrl,
  ): Promise<Response> =>
    this.keep(
      await this.server.request(path, {
        method: 'POST',
        headers: { ...this.headers(), ...(origin === null ? {} : { origin }) },
        body: new URLSearchParams(form),
      }),
    )
}

/** An account with a workspace of its own, signed in without the second that a password costs. */
export async function signedInOwner(server: TestServer, email = 'owner@example.com') {
  const account = await ownerOf(server, email)
  return { ...(await anotherBrowser(server, account.person)), email, ...account }
}

/** A further session of a person, in a browser of its own. */
export async function anotherBrowser(server: TestServer, person: string, userAgent: string | null = null) {
  const [id, token] = [randomUUID(), randomBytes(24).toString('base64url')]
  const at = new Date().toISOString()
  const expiresAt = new Date(Date.now() + 7 * 86_400_000).toISOString()
  await server.database.people
    .insertInto('sessions')
    .values({ id, token, userId: person, createdAt: at, updatedAt: at, userAgent, expiresAt })
    .execute()
  return { visitor: new Visitor(server, { 'stocktake.session_token': signed(server, token) }), session: id, token }
}

/** A cookie's value as better-auth signs it; people.test.ts signs in for real. */
export function signed(server: TestServer, value: string): string {
  const signature = createHmac('sha256', server.deps.secret).update(value).digest('base64')
  return encodeURIComponent(`${value}.${signature}`)
}

let hashed: Promise<string> | undefined

export async function ownerOf(server: TestServer, email: string) {
  const { database, clock } = server.deps
  hashed ??= hashPassword(password)
  const [person, workspace, member, at] = [randomUUID(), randomUUID(), randomUUID(), clock().toISOString()]
  const stamps = { createdAt: at, updatedAt: at }
  const credential = { id: randomUUID(), accountId: person, providerId: 'credential', userId: person }
  const account = { id: person, name: 'Olive Owner', email, emailVerified: 0, image: null, ...stamps }
  await database.people.insertInto('people').values(account).execute()
  await database.people
    .insertInto('credentials')
    .values({ ...credential, password: await hashed, ...stamps })
    .execute()
  const named = { id: workspace, name: `Workspace of ${email}` }
  await database.people.transaction().execute((tx) => addWorkspace(tx, named, { member, person }, clock()))
  return { person, workspace, member }
}
