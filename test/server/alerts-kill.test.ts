import { fork } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { openDatabase } from '../../server/db/database.ts'
import { leaseMs } from '../../server/jobs/lease.ts'
import { addDays } from '../../shared/model/calendar.ts'
import { testFolder } from '../support/folder.ts'
import { addressOf } from '../support/nodes.ts'
import { clientsOfBoth, Writer } from '../support/ops.ts'
import { startServer } from '../support/server.ts'
import { headersOf, SmtpSink } from '../support/smtp-sink.ts'
import { addMember, nodeOf, show, todayOf } from '../support/told.ts'

const folder = testFolder()
const onPostgres = process.env.TEST_POSTGRES !== undefined

test('a node that is killed between a mail and its record: whoever takes over tells everybody, under the same message ids', async () => {
  const file = folder.at('alerts.sqlite')
  const server = await startServer(onPostgres ? undefined : file)
  const { ofA, ofB } = await clientsOfBoth(server)
  const due = { product: 'Desk', endsOn: addDays(todayOf(server), 10) }
  await show(new Writer(server.a.device, ofA), server, due)
  await show(new Writer(server.b.device, ofB), server, due)
  for (const name of ['ada', 'ben', 'cy']) await addMember(server, server.a, `${name}@ash.example`, 'admin')
  // A file is one process's alone; PostgreSQL has this node beside the one that dies.
  const place = onPostgres ? await addressOf(server.database) : file
  if (!onPostgres) await server.close()

  const sink = await SmtpSink.start()
  const died = fork('test/support/alerts.entry.ts', [place, sink.url, server.now().toISOString()], {
    execArgv: ['--import', 'tsx'],
  })
  let mails = 0
  sink.answers.message = () => {
    // The mail server has it, and has not yet said so.
    if (++mails === 2) died.kill('SIGKILL')
    return undefined
  }
  expect(await once(died, 'exit')).toEqual([null, 'SIGKILL'])
  sink.answers = {}
  expect(sink.mails).toHaveLength(2)

  const told = async () => {
    const database = onPostgres ? server.database : await openDatabase({ file })
    const node = nodeOf(server, { database, smtp: sink.url }).alerts
    await node.tick()
    const count = sink.mails.length
    if (!onPostgres) await database.close()
    return count
  }
  server.pass(leaseMs - 1)
  expect(await told(), 'the dead one has the lease to its end').toBe(2)
  server.pass(1)
  expect(await told(), 'five people, and one of them twice').toBe(6)
  server.pass(leaseMs)
  expect(await told(), 'all of it is recorded').toBe(6)

  const idsOf = new Map<string, Set<string>>()
  for (const mail of sink.mails) {
    const id = headersOf(mail).find((line) => /^message-id/i.test(line)) ?? ''
    idsOf.set(mail.to, (idsOf.get(mail.to) ?? new Set()).add(id))
  }
  expect([...idsOf.values()].map((ids) => ids.size)).toEqual([1, 1, 1, 1, 1])
  expect(new Set([...idsOf.values()].flatMap((ids) => [...ids])).size).toBe(5)
  await sink.stop()
  if (onPostgres) await server.close()
})
