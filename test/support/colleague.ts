import { randomUUID } from 'node:crypto'
import type { Role } from '../../server/db/tables.ts'
import { addDevice } from '../../server/devices/store.ts'
import { speaking, type TestDevice, type TestServer, type TestWorkspace } from './server.ts'

/** One more member of a workspace, the first unless said, with a paired device. */
export async function colleague(
  server: TestServer,
  role: Role,
  workspace: TestWorkspace = server.a,
): Promise<{ member: string; person: string; device: TestDevice }> {
  const { people } = server.database
  const [member, person] = [randomUUID(), randomUUID()]
  const at = server.now().toISOString()
  const account = { id: person, name: `A ${role}`, email: `${person}@example.com`, emailVerified: 1, image: null }
  await people
    .insertInto('people')
    .values({ ...account, createdAt: at, updatedAt: at })
    .execute()
  await people
    .insertInto('members')
    .values({ workspace: workspace.id, id: member, person, role, state: 'active', created_at: at })
    .execute()
  const owner = { workspace: workspace.id, member, name: `Browser of a ${role}` }
  const paired = await addDevice(people, owner, server.deps.random, server.now())
  return { member, person, device: { ...paired, workspace: workspace.id, ...speaking(server.request, paired.token) } }
}
