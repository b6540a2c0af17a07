import { type Context, Hono } from 'hono'
import { ConnectTokenRequest, DeviceCodeRequest, DeviceTokenRequest } from '../../shared/connect.ts'
import { fail, ok, problem } from '../../shared/problem.ts'
import { addressOf } from '../http/address.ts'
import { parsed, readJson } from '../http/body.ts'
import type { Deps, Env } from '../http/env.ts'
import { answer, answerProblem } from '../http/problem.ts'
import { mayTry } from '../people/attempts.ts'
import { redeemCode } from './code.ts'
import { pollDeviceCode, startDeviceCode } from './device-code.ts'

/** What a device asks before it has a token. */
export function connectRoutes({ database, random, clock, baseUrl }: Deps) {
  const asked = async <T>(context: Context<Env>, schema: Parameters<typeof parsed<T>>[0]) => {
    const json = await readJson(context)
    return json.ok ? parsed(schema, json.value) : json
  }
  return new Hono<Env>()
    .post('/connect/token', async (context) => {
      const request = await asked(context, ConnectTokenRequest)
      if (!request.ok) return answerProblem(context, request.problem)
      return answer(context, await redeemCode(database, request.value, random, clock()))
    })
    .post('/device/code', async (context) => {
      const request = await asked(context, DeviceCodeRequest)
      if (!request.ok) return answerProblem(context, request.problem)
      const place = addressOf(context)
      if (!(await mayTry(database, `device code ${place}`, { most: 30, minutes: 15 }, clock())))
        return answerProblem(context, problem('RATE_LIMITED'))
      const code = await startDeviceCode(database, { ...request.value, place }, random, clock())
      return answer(context, ok({ ...code, verification_uri: `${baseUrl}/device` }))
    })
    .post('/device/token', async (context) => {
      const request = await asked(context, DeviceTokenRequest)
      if (!request.ok) return answerProblem(context, request.problem)
      const polled = await pollDeviceCode(database, request.value.device_code, random, clock())
      if (!polled.ok || typeof polled.value !== 'string') return answer(context, polled)
      // The words of RFC 8628 beside our own code.
      const error = polled.value === 'SLOW_DOWN' ? 'slow_down' : 'authorization_pending'
      return answerProblem(context, fail(polled.value, undefined, { error }).problem)
    })
}
