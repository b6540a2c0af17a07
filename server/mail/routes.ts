import { hash } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { Instant } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import { fail, ok, problem, sentenceOf } from '../../shared/problem.ts'
import { note } from '../audit/note.ts'
import { parsed, readJson } from '../http/body.ts'
import { type Described, documented } from '../http/documented.ts'
import type { Deps, MemberEnv } from '../http/env.ts'
import { answer } from '../http/problem.ts'
import { mayTry } from '../people/attempts.ts'
import { adminsOnly } from '../workspaces/admins.ts'
import { activeReader } from '../workspaces/readers.ts'
import { Scope } from '../workspaces/scope.ts'
import { forgetRefusal, noteRefusal, refusalsIn } from './refusals.ts'

const state: Described = {
  id: 'mailState',
  summary: 'Whether alerts can be mailed, and which members’ addresses a mail server refused for good.',
  answers: z.strictObject({
    configured: z.boolean(),
    refused: z.array(z.strictObject({ member: Uuid, at: Instant, reply: z.int().optional() })),
  }),
  problems: ['FORBIDDEN'],
}
const Nothing = z.strictObject({})
const tested: Described = {
  id: 'testMail',
  summary: 'Mails the member who asks; an address that takes it counts as good again.',
  takes: Nothing,
  answers: z.strictObject({
    outcome: z.enum(['sent', 'refused', 'later', 'not-configured']),
    reply: z.int().optional(),
    code: z.literal('MAIL_UNTRUSTED').optional(),
    advice: z.string().optional(),
  }),
  problems: ['RATE_LIMITED'],
}

export function mailRoutes({ database, clock, mail, baseUrl }: Deps) {
  return new Hono<MemberEnv>()
    .get('/', documented(state), async (context) => {
      const member = context.get('member')
      const found = await Scope.read(database, member, member.workspace, async (scope) => {
        const may = adminsOnly(scope)
        if (!may.ok) return may
        const refused = (await refusalsIn(scope.tx, member.workspace)).map(({ member, at, reply }) => ({
          member,
          at,
          ...(reply === null ? {} : { reply }),
        }))
        return ok({ configured: mail !== undefined, refused })
      })
      return answer(context, found)
    })
    .post('/test', documented(tested), async (context) => {
      const json = await readJson(context)
      const body = json.ok ? parsed(Nothing, json.value) : json
      if (!body.ok) return answer(context, body)
      const member = context.get('member')
      if (!(await mayTry(database, `test mail ${member.id}`, { most: 5, minutes: 15 }, clock())))
        return answer(context, fail('RATE_LIMITED'))
      const asked = await Scope.open(database, member, member.workspace, async (scope) => {
        await note(scope, { kind: 'mail-tested' }, clock())
        const reader = await activeReader(scope, member.id)
        return reader ? ok(reader) : fail('MEMBERSHIP_REVOKED')
      })
      if (!asked.ok) return answer(context, asked)
      if (!mail) return answer(context, ok({ outcome: 'not-configured' }))
      const { email } = asked.value
      const sent = await mail.send({ to: email, ...letter(baseUrl, member.id, clock()) })
      if (sent.is === 'sent') await forgetRefusal(database.people, member.workspace, member.id)
      if (sent.is === 'refused') await noteRefusal(database.people, member.workspace, asked.value, sent.reply, clock())
      const reply = sent.is === 'sent' || sent.reply === undefined ? {} : { reply: sent.reply }
      const { code } = sent.is === 'later' ? sent : {}
      const why = code === undefined ? {} : { code, advice: sentenceOf(problem(code)) }
      return answer(context, ok({ outcome: sent.is, ...reply, ...why }))
    })
}

const line = 'Mails of this Stocktake server reach you. You asked for this one.'

const letter = (baseUrl: string, member: Uuid, now: Date) => ({
  subject: 'Stocktake: a test',
  text: `${line}\n${baseUrl}\n`,
  html: `<!doctype html><html lang="en"><body><p>${line}</p></body></html>`,
  messageId: `<${hash('sha256', `${member} ${now.toISOString()}`, 'hex')}@${new URL(baseUrl).hostname}>`,
})
