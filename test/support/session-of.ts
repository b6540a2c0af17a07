import { randomUUID } from 'node:crypto'
import type { TestServer } from './server.ts'
import { signedInOwner, type Visitor } from './visitor.ts'

/** The browser of a person who has an account already, signed in. */
export async function sessionOf(server: TestServer, person: string): Promise<Visitor> {
  const other = await signedInOwner(server, `${randomUUID()}@example.com`)
  const { people } = server.database
  await people.updateTable('sessions').set({ userId: person }).where('userId', '=', other.person).execute()
  return other.visitor
}
