import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tables } from '../../server/workspaces/scope.ts'
import { clientsOfBoth, Writer } from '../support/ops.ts'
import { routeSamples } from '../support/route-samples.ts'
import { startServer } from '../support/server.ts'
import type { Two } from '../support/two-workspaces.ts'

let two: Two
beforeAll(async () => {
  const server = await startServer()
  const { ofA, ofB } = await clientsOfBoth(server)
  two = { server, ofA, ofB, inA: new Writer(server.a.device, ofA), inB: new Writer(server.b.device, ofB) }
})
afterAll(() => two.server.close())

/** Of these no row tells: they change nothing that is anybody's, or nothing yet. */
const untold = ['POST /v1/scopes/{scope}/known-ops', 'POST /v1/device/code']
/** These tell a row for each field that they set, as a device's push does. */
const byField: Record<string, number> = { 'POST /v1/clients/{client}/records': 2 }
/** These concern the client itself; all others the workspace. */
const ofTheClient = / \/v1\/(scopes\/\{scope\}\/push|clients\/\{client\}\/(export|records.*))$/

const logged = () =>
  two.server.database.people
    .withTables<Tables>()
    .selectFrom('log')
    .innerJoin('scopes', 'scopes.scope', 'log.scope')
    .select(['scopes.id as of', 'log.nr', 'log.kind', 'log.member'])
    .execute()

const changing = Object.keys(routeSamples).filter((name) => !name.startsWith('GET '))

describe('what changes something is told once, by who did it, in the chain that it concerns (T36)', () => {
  test.each(changing)('%s', async (name) => {
    const { server, ofA } = two
    const [method = ''] = name.split(' ')
    const sample = await routeSamples[name]?.good(two)
    const before = new Set((await logged()).map(({ of, nr }) => `${of} ${nr}`))
    const response = await server.request(sample?.path ?? '', {
      method,
      headers: {
        authorization: `Bearer ${server.a.device.token}`,
        'content-type': 'application/json',
        ...sample?.headers,
      },
      ...(sample?.body === undefined ? {} : { body: JSON.stringify(sample.body) }),
    })
    expect(response.ok).toBe(true)
    const told = (await logged()).filter(({ of, nr }) => !before.has(`${of} ${nr}`))
    const row = { of: ofTheClient.test(name) ? ofA : server.a.id, member: server.a.member }
    expect(told).toMatchObject(Array(untold.includes(name) ? 0 : (byField[name] ?? 1)).fill(row))
  })
})
