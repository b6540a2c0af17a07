import { type Context, Hono } from 'hono'
import {
  ConnectTokenRequest,
  DeviceCode,
  DeviceCodeRequest,
  DeviceTokenRequest,
  Pairing,
} from '../../shared/connect.ts'
import { fail, ok, problem } from '../../shared/problem.ts'
import { addressOf } from '../http/address.ts'
import { parsed, readJson } from '../http/body.ts'
import { type Described, documented } from '../http/documented.ts'
import type { Deps, Env } from '../http/env.ts'
import { answer, answerProblem } from '../http/problem.ts'
import { mayTry } from '../people/attempts.ts'
import { redeemCode } from './code.ts'
import { pollDeviceCode, startDeviceCode } from './device-code.ts'

const redeems: Described = {
  id: 'redeemCode',
  summary: 'Exchanges the one-time code of a sign-in for a token (RFC 7636).',
  member: false,
  takes: ConnectTokenRequest,
  answers: Pairing,
  problems: ['BAD_CODE', 'MEMBERSHIP_REVOKED'],
}
const startsCode: Described = {
  id: 'startDeviceCode',
  summary: 'A code to type on the server’s page, for browsers without a sign-in window (RFC 8628).',
  member: false,
  takes: DeviceCodeRequest,
  answers: DeviceCode,
  problems: ['RATE_LIMITED'],
}
const polls: Described = {
  id: 'pollDeviceCode',
  summary: 'Asks whether the typed code was approved, and gives the token once.',
  member: false,
  takes: DeviceTokenRequest,
  answers: Pairing,
  problems: ['SIGN_IN_PENDING', 'SLOW_DOWN', 'BAD_CODE', 'MEMBERSHIP_REVOKED'],
}

/** What a device asks before it has a token. */
export function connectRoutes({ database, random, clock, baseUrl }: Deps) {
  const asked = async <T>(context: Context<Env>, schema: Parameters<typeof parsed<T>>[0]) => {
    const json = await readJson(context)
    return json.ok ? parsed(schema, json.value) : json
  }
  return new Hono<Env>()
    .post('/connect/token', documented(redeems), async (context) => {
      const request = await asked(context, ConnectTokenRequest)
      if (!request.ok) return answerProblem(context, request.problem)
      return answer(context, await redeemCode(database, request.value, random, clock()))
    })
    .post('/device/code', documented(startsCode), async (context) => {
      const request = await asked(context, DeviceCodeRequest)
      if (!request.ok) return answerProblem(context, request.problem)
      const place = addressOf(context)
      if (!(await mayTry(database, `device code ${place}`, { most: 30, minutes: 15 }, clock())))
        return answerProblem(context, problem('RATE_LIMITED'))
      const code = await startDeviceCode(database, { ...request.value, place }, random, clock())
      return answer(context, ok({ ...code, verification_uri: `${baseUrl}/device` }))
    })
    .post('/device/token', documented(polls), async (context) => {
      const request = await asked(context, DeviceTokenRequest)
      if (!request.ok) return answerProblem(context, request.problem)
      const polled = await pollDeviceCode(database, request.value.device_code, random, clock())
      if (!polled.ok || typeof polled.value !== 'string') return answer(context, polled)
      // The words of RFC 8628 beside our own code.
      const error = polled.value === 'SLOW_DOWN' ? 'slow_down' : 'authorization_pending'
      return answerProblem(context, fail(polled.value, undefined, { error }).problem)
    })
}
