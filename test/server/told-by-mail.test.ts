import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AlertsResponse } from '../../server/inventory/alerts.ts'
import { smtpMailer } from '../../server/mail/mailer.ts'
import { Secret } from '../../server/secret.ts'
import { addDays } from '../../shared/model/calendar.ts'
import { makeClient, Writer } from '../support/ops.ts'
import { headersOf, htmlOf, SmtpSink, textOf } from '../support/smtp-sink.ts'
import { addMember, emailOf, nodeOf, show, todayOf } from '../support/told.ts'
import { twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
let sink: SmtpSink
let owner: string
beforeEach(async () => {
  sink = await SmtpSink.start()
  owner = await emailOf(two.server, two.server.a)
})
afterEach(() => sink.stop())

const day = 24 * 60 * 60_000
const minute = 60_000
const run = (change: Parameters<typeof nodeOf>[1] = {}) =>
  nodeOf(two.server, { smtp: sink.url, ...change }).alerts.tick()
/** A node that ends after each turn, so that the next need not wait for its lease. */
const turn = async (change: Parameters<typeof nodeOf>[1] = {}) => {
  const node = nodeOf(two.server, { smtp: sink.url, ...change }).alerts
  await node.tick()
  await node.stop()
}
const due = (more: Record<string, unknown> = {}) => ({
  product: 'Desk',
  endsOn: addDays(todayOf(two.server), 10),
  alertDays: [60, 30, 5],
  ...more,
})
const recipients = () => sink.mails.map(({ to }) => to).sort()
const alertsOf = async () =>
  AlertsResponse.parse(await (await two.server.a.device.get(`/v1/clients/${two.ofA}/alerts`)).json())

describe('whom', () => {
  const told = async (fields: Record<string, unknown>, lead?: string) => {
    if (lead !== undefined)
      await new Writer(two.server.a.device, two.server.a.id).set({ rec: two.ofA, type: 'client' }, 'lead', lead)
    await show(two.inA, two.server, due(fields) as never) // fields as a capture has them
    await turn()
    return recipients()
  }

  test('owners and admins, where nobody certain is named; nobody of another workspace', async () => {
    await addMember(two.server, two.server.a, 'admin@ash.example', 'admin')
    await addMember(two.server, two.server.a, 'reader@ash.example', 'reader')
    expect(await told({})).toEqual([owner, 'admin@ash.example'].sort())
    expect(sink.mails[0]?.from).toBe('alerts@advisers.example')
  })

  test('the member whose address is the owner’s, and nobody else', async () => {
    await addMember(two.server, two.server.a, 'lea@ash.example', 'consultant')
    expect(await told({ owner: 'Lea Moser <LEA@ash.example>' }, 'lead@ash.example')).toEqual(['lea@ash.example'])
  })

  test('the lead’s address, where the owner is nobody of the firm', async () => {
    await addMember(two.server, two.server.a, 'lead@ash.example', 'lead')
    expect(await told({ owner: 'boss@client.example' }, 'lead@ash.example')).toEqual(['lead@ash.example'])
  })

  test.each([
    'Lea Moser',
    'lea',
    'lea@ash.example.evil.example',
    'lea@ash.example, max@ash.example',
    'xlea@ash.example',
  ])('a lead %j is not guessed at', async (lead) => {
    await addMember(two.server, two.server.a, 'lea@ash.example', 'lead')
    await addMember(two.server, two.server.a, 'max@ash.example', 'lead')
    expect(await told({}, lead)).toEqual([owner])
  })

  test('nobody who is not an active member any more, nor one of another workspace (T16, T20)', async () => {
    const gone = await addMember(two.server, two.server.a, 'gone@ash.example', 'lead')
    await addMember(two.server, two.server.b, 'other@birch.example', 'lead')
    await two.server.database.people.updateTable('members').set({ state: 'removed' }).where('id', '=', gone).execute()
    expect(await told({ owner: 'other@birch.example' }, 'gone@ash.example')).toEqual([owner])
  })

  test('nobody whose access ends while the run is at it', async () => {
    await addMember(two.server, two.server.a, 'z@ash.example', 'admin')
    sink.answers.message = (to) => {
      const other = to === owner ? 'z@ash.example' : owner
      const { people } = two.server.database
      // The first of the two mails goes; whoever else is removed while that is on its way.
      void people
        .updateTable('members')
        .set({ state: 'removed' })
        .where('person', 'in', people.selectFrom('people').select('id').where('email', '=', other))
        .execute()
      return undefined
    }
    expect(await told({})).toHaveLength(1)
  })
})

describe('what', () => {
  test('one mail for all clients: by client, by date, with links and what was seen', async () => {
    const second = await makeClient(two.server.a.device, 'Zeta')
    const zeta = new Writer(two.server.a.device, second)
    const today = todayOf(two.server)
    const desk = await show(two.inA, two.server, due())
    await show(two.inA, two.server, due({ product: 'Chair', endsOn: addDays(today, 3) }), 'sku-2')
    await show(zeta, two.server, due({ product: 'Lamp' }))
    await show(two.inB, two.server, due({ product: 'Secret of Birch' }))
    await turn()
    const [mail, ...others] = sink.mails.filter(({ to }) => to === owner)
    expect(others).toEqual([])
    const text = mail ? textOf(mail) : ''
    expect(text.indexOf('Acme')).toBeGreaterThan(0)
    expect(text.indexOf('Chair')).toBeLessThan(text.indexOf('Desk'))
    expect(text).toContain('Zeta')
    expect(text).toContain(`${addDays(today, 3)} (in 3 days): End of the term of Chair`)
    expect(text).toContain(`as seen on ${addDays(today, -40)}`)
    expect(text).toContain(`http://stocktake.test/open/${two.ofA}/${desk}`)
    expect(text).not.toContain('Birch')
    expect(mail?.raw).toMatch(/^subject: Ash Advisers: 3 dates need somebody/im)
    expect(mail?.raw).toMatch(/^auto-submitted: auto-generated/im)
  })

  test('a step of the ladder that was missed is told with the one after it, in one line', async () => {
    await show(two.inA, two.server, due())
    await turn()
    expect(textOf(sink.mails[0] ?? { from: '', to: '', raw: '' }).match(/Desk/g)).toHaveLength(1)
    const { alerts, mail } = await alertsOf()
    expect(mail, 'as this server of tests has none').toBe('not-configured')
    const at = two.server.now().toISOString()
    expect(alerts.map(({ threshold, sent }) => [threshold, sent])).toEqual([
      [60, [{ by: 'mail', at }]],
      [30, [{ by: 'mail', at }]],
    ])
  })

  test('no name of a person, in whichever mode a client is', async () => {
    await show(two.inA, two.server, due({ owner: 'Petra Canary' }))
    await turn()
    expect(sink.mails.map(({ raw }) => raw).join()).not.toContain('Petra')
    expect(textOf(sink.mails[0] ?? { from: '', to: '', raw: '' })).not.toContain('Petra')
  })

  test('names with line breaks, markup or mail headers in them stay text (T27, F27)', async () => {
    const hostile = 'Desk\r\nBcc: victim@evil.example\r\n\r\n<img src=x onerror=alert(1)>\u202e\u0000'
    await new Writer(two.server.a.device, two.server.a.id).set({ rec: two.ofA, type: 'client' }, 'name', hostile)
    await two.server.database.people
      .updateTable('workspaces')
      .set({ name: hostile.replace('\u0000', '') })
      .execute()
    await show(two.inA, two.server, due({ product: hostile }))
    await turn()
    const [mail] = sink.mails
    if (!mail) throw new Error('no mail')
    const names = headersOf(mail).map((line) => line.split(':')[0]?.toLowerCase())
    expect(names.filter((name) => name === 'bcc' || name === 'cc')).toEqual([])
    expect(names.filter((name) => name === 'to' || name === 'subject')).toHaveLength(2)
    expect(recipients()).toEqual([owner])
    expect(htmlOf(mail)).not.toContain('<img')
    expect(htmlOf(mail)).toContain('&lt;img')
    expect(textOf(mail)).not.toMatch(/^Bcc:/m)
    for (const unseen of ['\u202e', '\u0000']) expect(textOf(mail)).not.toContain(unseen)
  })

  test('an address that is more than one is no address, and a subject is one line', async () => {
    const mailer = smtpMailer({ url: new Secret(sink.url), from: 'alerts@advisers.example' })
    const letter = { subject: 'A\r\nBcc: x@evil.example', text: 'x', html: 'x', messageId: '<1@x>' }
    for (const to of [
      'a@b.example\r\nRCPT TO:<x@evil.example>',
      'a@b.example, x@evil.example',
      '"x@evil.example"@b',
      '',
    ])
      expect(await mailer.send({ ...letter, to }), to).toEqual({ is: 'refused', reply: 553 })
    expect(await mailer.send({ ...letter, to: 'a@b.example' })).toEqual({ is: 'sent' })
    expect(sink.mails.map(({ to }) => to)).toEqual(['a@b.example'])
    expect(sink.mails.flatMap(headersOf).filter((line) => /^bcc/i.test(line))).toEqual([])
  })
})

describe('when', () => {
  test('once: neither the next minute, nor the next day, nor a restart tells it again', async () => {
    await show(two.inA, two.server, due())
    for (const wait of [0, minute, day]) {
      two.server.pass(wait)
      await turn()
    }
    expect(recipients()).toEqual([owner])
  })

  test('ten days without a run lose nothing and double nothing (R3)', async () => {
    await turn()
    await show(two.inA, two.server, due({ endsOn: addDays(todayOf(two.server), 32) }))
    two.server.pass(10 * day)
    await turn()
    await turn()
    expect(recipients()).toEqual([owner])
    two.server.pass(20 * day)
    await turn()
    expect(recipients(), 'the next step of the ladder is told by itself').toEqual([owner, owner])
  })

  test('without a mail server it stays owed, and is told once there is one', async () => {
    await show(two.inA, two.server, due())
    await turn({ mail: undefined, smtp: undefined as never }) // a node without a mail server
    expect(sink.mails).toEqual([])
    expect((await alertsOf()).alerts.map(({ sent }) => sent)).toEqual([undefined, undefined])
    two.server.pass(day)
    await turn()
    expect(recipients()).toEqual([owner])
  })

  test('a mail server that is down: tried again with longer waits, and once it is back everybody is told (F42)', async () => {
    await show(two.inA, two.server, due())
    await show(two.inB, two.server, due())
    const { port } = sink
    await sink.stop()
    const down = `smtp://127.0.0.1:${port}`
    await turn({ smtp: down })
    expect((await alertsOf()).alerts[0]?.sent).toBeUndefined()
    const waits: (string | null | undefined)[] = []
    for (let at = 0; at < 4; at++) {
      const row = await two.server.database.people.selectFrom('daily_runs').selectAll().executeTakeFirst()
      waits.push(row?.next_try_at)
      two.server.pass(Date.parse(row?.next_try_at ?? '') - two.server.now().getTime())
      if (at < 3) await turn({ smtp: down })
    }
    const gaps = waits.map((wait, at) => Date.parse(wait ?? '') - Date.parse(waits[at - 1] ?? '2026-03-01T09:00:00Z'))
    expect(gaps).toEqual([1, 2, 5, 10].map((minutes) => minutes * minute))
    sink = await SmtpSink.start(port)
    await turn({ smtp: down })
    expect(recipients()).toEqual([owner, await emailOf(two.server, two.server.b)].sort())
  })

  test('an address that is busy is tried again, one that is refused for good is not, and is shown', async () => {
    const admin = await addMember(two.server, two.server.a, 'admin@ash.example', 'admin')
    await show(two.inA, two.server, due())
    let busy = true
    sink.answers.recipient = (address) => {
      if (address === 'admin@ash.example') return '550 No such user'
      return busy ? '451 Try later' : undefined
    }
    await turn()
    busy = false
    two.server.pass(minute)
    await turn()
    two.server.pass(day)
    let asked = 0
    sink.answers.recipient = (address) => {
      if (address === 'admin@ash.example') asked += 1
      return undefined
    }
    await show(two.inA, two.server, due({ product: 'Chair' }), 'sku-2')
    await turn()
    expect(recipients()).toEqual([owner, owner])
    expect(asked).toBe(0)
    const state = (await (await two.server.a.device.get('/v1/mail')).json()) as unknown
    expect(state).toEqual({ configured: false, refused: [{ member: admin, at: expect.any(String), reply: 550 }] })

    // Another address of the same member is tried anew, with all that is still owed.
    await two.server.database.people
      .updateTable('people')
      .set({ email: 'admin@new.example' })
      .where('email', '=', 'admin@ash.example')
      .execute()
    two.server.pass(day)
    await turn()
    expect(recipients()).toContain('admin@new.example')
  })

  test('one whose address is refused is replaced by who comes next, the same day', async () => {
    await addMember(two.server, two.server.a, 'lea@ash.example', 'consultant')
    await show(two.inA, two.server, due({ owner: 'lea@ash.example' }))
    sink.answers.recipient = (address) => (address === 'lea@ash.example' ? '550 No such user' : undefined)
    await turn()
    two.server.pass(minute)
    await turn()
    expect(recipients()).toEqual([owner])
  })

  test('a crash between sending and recording sends once more, never not at all, under the same message id', async () => {
    await show(two.inA, two.server, due())
    const mailer = smtpMailer({ url: new Secret(sink.url), from: 'alerts@advisers.example' })
    const dies = {
      send: async (mail: Parameters<typeof mailer.send>[0]) => {
        await mailer.send(mail)
        throw new Error('killed')
      },
    }
    two.server.deps.log = () => undefined
    await turn({ mail: dies, log: () => undefined })
    expect((await alertsOf()).alerts[0]?.sent).toBeUndefined()
    await turn()
    await turn()
    expect(recipients()).toEqual([owner, owner])
    const ids = sink.mails.map((mail) => headersOf(mail).find((line) => /^message-id/i.test(line)))
    expect(new Set(ids).size).toBe(1)
  })

  test('what is acknowledged is not told', async () => {
    const rec = await show(two.inA, two.server, due())
    const { alerts } = await alertsOf()
    for (const [at, { date, version, threshold }] of alerts.entries()) {
      const on = { rec: `00000000-0000-4000-8000-00000000000${at}`, type: 'acknowledgement' } as const
      for (const [field, value] of Object.entries({ subject: rec, date, version, threshold, by: 'Ada' }))
        await two.inA.set(on, field, value)
    }
    await run()
    expect(sink.mails).toEqual([])
  })

  test('a client whose records cannot be read holds up nobody else (R14)', async () => {
    const broken = await makeClient(two.server.a.device, 'Broken')
    const inBroken = new Writer(two.server.a.device, broken)
    const rec = await show(inBroken, two.server, due())
    await show(two.inA, two.server, due())
    const tables = two.server.database.people.withTables<{ records: { id: string; body: string } }>()
    await tables.updateTable('records').set({ body: '{' }).where('id', '=', rec).execute()
    const faults: unknown[] = []
    await turn({ log: (entry) => faults.push(entry) })
    expect(recipients()).toEqual([owner])
    expect(faults).toMatchObject([{ event: 'fault' }])
  })
})

test('whoever asks gets a mail at once, and an address that takes it counts as good again', async () => {
  const send = () => two.server.a.device.post('/v1/mail/test', {}).then((response) => response.json())
  expect(await send()).toEqual({ outcome: 'not-configured' })
})
