import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { defaultConfig } from '../../server/config.ts'
import type { LogEntry } from '../../server/http/log.ts'
import { AlertsResponse } from '../../server/inventory/alerts.ts'
import { startServer as listening } from '../../server/listen.ts'
import { smtpMailer } from '../../server/mail/mailer.ts'
import { Secret } from '../../server/secret.ts'
import { addDays } from '../../shared/model/calendar.ts'
import { problem, sentenceOf } from '../../shared/problem.ts'
import { selfMade } from '../support/certificate.ts'
import { testFolder } from '../support/folder.ts'
import { startServer } from '../support/server.ts'
import { SmtpSink } from '../support/smtp-sink.ts'
import { emailOf, nodeOf, show, todayOf } from '../support/told.ts'
import { twoWorkspaces } from '../support/two-workspaces.ts'

/** Another name of this machine, which is no name of it to us: what goes there leaves, as to any mail server. */
const elsewhere = '0.0.0.0'
const own = selfMade(elsewhere)

const sinks: SmtpSink[] = []
afterEach(async () => {
  for (const sink of sinks.splice(0)) await sink.stop()
})
/** A mail server, and its address as the operator writes it. */
async function mailServer(scheme: 'smtps' | 'smtp', tls: Parameters<typeof SmtpSink.start>[1]) {
  const sink = await SmtpSink.start(0, tls)
  sinks.push(sink)
  return { sink, url: `${scheme}://ann:canary-password@${elsewhere}:${sink.port}` }
}
const trusting = (url: string, cert: string) => `${url}?${new URLSearchParams({ 'tls.ca': cert })}`

const speaking = [
  ['smtps', 'the start'],
  ['smtp', 'STARTTLS'],
] as const

describe.each(speaking)('a mail server that is spoken to by %s, with TLS from %s', (scheme, from) => {
  const two = twoWorkspaces()

  test('is told nothing where its certificate is nobody’s: the alert stays owed, and goes once it is trusted', async () => {
    const { sink, url } = await mailServer(scheme, { ...own, from })
    await show(two.inA, two.server, { product: 'Desk', endsOn: addDays(todayOf(two.server), 10) })
    await show(two.inB, two.server, { product: 'Desk', endsOn: addDays(todayOf(two.server), 10) })
    const words: string[] = []
    const turn = async (smtp: string) => {
      const mail = smtpMailer({ url: new Secret(smtp), from: 'alerts@advisers.example' }, (code) => words.push(code))
      const node = nodeOf(two.server, { mail }).alerts
      await node.tick()
      await node.stop()
    }
    const sent = async () =>
      AlertsResponse.parse(await (await two.server.a.device.get(`/v1/clients/${two.ofA}/alerts`)).json()).alerts[0]
        ?.sent
    await turn(url)
    expect([sink.mails, sink.logins, await sent()]).toEqual([[], [], undefined])
    expect(words, 'it is asked once for all').toEqual(['MAIL_UNTRUSTED'])
    two.server.pass(60_000)
    await turn(trusting(url, own.cert))
    const owners = await Promise.all([emailOf(two.server, two.server.a), emailOf(two.server, two.server.b)])
    expect(sink.mails.map(({ to }) => to).sort()).toEqual(owners.sort())
    expect([...new Set(sink.logins)]).toEqual(['\0ann\0canary-password'])
    expect(await sent()).toMatchObject([{ by: 'mail' }])
    expect(words).toHaveLength(1)
    expect(sink.inClear).not.toMatch(/AUTH|MAIL|RCPT|DATA|Desk/)
  })
})

describe('is not used, and no login is sent', () => {
  const letter = { to: 'c@d.example', subject: 'Desk', text: 'Desk', html: 'Desk', messageId: '<1@x>' }
  const untrusted = { is: 'later', nobody: true, code: 'MAIL_UNTRUSTED' }
  const send = (url: string) => smtpMailer({ url: new Secret(url), from: 'a@b.example' }).send(letter)

  test.each([
    ['smtps', 'for another address', 'the start', selfMade('192.0.2.1')],
    ['smtp', 'for another address', 'STARTTLS', selfMade('192.0.2.1')],
    ['smtps', 'of yesterday', 'the start', selfMade(elsewhere, new Date(Date.now() - 60_000))],
  ] as const)('%s with a certificate %s, though who made it is trusted', async (scheme, _, from, tls) => {
    const { sink, url } = await mailServer(scheme, { ...tls, from })
    expect(await send(trusting(url, tls.cert))).toEqual(untrusted)
    expect([sink.mails, sink.logins]).toEqual([[], []])
  })

  test('a mail server without TLS, whichever way it is named, nor one whose STARTTLS somebody has taken away', async () => {
    for (const scheme of ['smtps', 'smtp'] as const) {
      const { sink, url } = await mailServer(scheme, undefined)
      expect(await send(url)).toMatchObject(untrusted)
      expect([sink.mails, sink.logins]).toEqual([[], []])
      expect(sink.inClear).not.toMatch(/AUTH|MAIL|canary|Y2FuYXJ5|Desk/)
      // On this machine itself too, where the address says that it is to be TLS.
      if (scheme === 'smtps') expect(await send(url.replace(elsewhere, '127.0.0.1'))).toMatchObject(untrusted)
      expect(sink.logins).toEqual([])
    }
  })
})

describe('whoever runs the server', () => {
  const folder = testFolder()

  test('hears in a word of the log that it is not trusted, and whoever tries it in a sentence (T35)', async () => {
    const { sink, url } = await mailServer('smtps', { ...own, from: 'the start' })
    const before = await startServer(folder.at('stocktake.sqlite'))
    const { token } = before.a.device
    await before.close()
    const alerts = {
      mail: { url: new Secret(url), from: 'alerts@advisers.example' },
      hour: { at: '07:00', zone: 'UTC' },
    }
    const log: LogEntry[] = []
    const running = await listening({ ...defaultConfig(), folder: folder.path, port: 0, alerts }, (entry) => {
      log.push(entry)
    })
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${running.url}/v1/mail/test`, { method: 'POST', headers, body: '{}' })
    const advice = sentenceOf(problem('MAIL_UNTRUSTED'))
    expect(await answer.json()).toEqual({ outcome: 'later', code: 'MAIL_UNTRUSTED', advice })
    await running.stop()
    expect(log).toContainEqual({ at: expect.any(String), event: 'alarm', code: 'MAIL_UNTRUSTED' })
    expect(JSON.stringify(log)).not.toMatch(/canary|@|self-/)
    expect(sink.logins).toEqual([])
  })

  test('has NODE_EXTRA_CA_CERTS name the firm’s own authority', async () => {
    const { sink, url } = await mailServer('smtps', { ...own, from: 'the start' })
    writeFileSync(folder.at('own.pem'), own.cert)
    const child = fork('test/support/mail.entry.ts', [url], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, NODE_EXTRA_CA_CERTS: folder.at('own.pem') },
    })
    expect(await once(child, 'message')).toMatchObject([{ is: 'sent' }, undefined])
    expect([sink.mails.length, sink.logins]).toEqual([1, ['\0ann\0canary-password']])
  })
})
