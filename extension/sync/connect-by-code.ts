import { DeviceCode, Pairing } from '../../shared/connect.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { stored } from '../db/storage-problem.ts'
import { findServer } from './connect.ts'
import { ask, type Server } from './http.ts'
import { pair } from './pair.ts'

export type CodeSignIn = {
  /** Shows the code and the page on which to type it. */
  show: (userCode: string, page: string) => void
  wait: (ms: number) => Promise<void>
  fetch?: typeof fetch
}

/** RFC 8628, where the browser has no sign-in window: the person types a short code on the server's page. */
export const connectByCode = (
  db: Database,
  address: string,
  deviceName: string,
  { show, wait, fetch }: CodeSignIn,
): Promise<Outcome<{ workspace: Uuid }>> =>
  stored(async () => {
    const server = await findServer(address, fetch)
    if (!server.ok) return server
    const body = JSON.stringify({ device_name: deviceName })
    const code = await ask(server.value, { path: '/v1/device/code', schema: DeviceCode, body })
    if (!code.ok) return code
    show(code.value.user_code, code.value.verification_uri)
    const pairing = await poll(server.value, code.value, wait)
    return pairing.ok ? pair(db, server.value.url, pairing.value, new Date()) : pairing
  })

/** §3.5: asks at the server's pace, slower when told so, until the code is approved, refused or old. */
async function poll(server: Server, code: DeviceCode, wait: CodeSignIn['wait']): Promise<Outcome<Pairing>> {
  const body = JSON.stringify({ device_code: code.device_code })
  let interval = code.interval
  for (let waited = 0; waited < code.expires_in; waited += interval) {
    await wait(interval * 1000)
    const answer = await ask(server, { path: '/v1/device/token', schema: Pairing, body })
    if (answer.ok) return answer
    const said = answer.problem.code
    if (said === 'SLOW_DOWN') interval += 5
    else if (said !== 'SIGN_IN_PENDING' && said !== 'OFFLINE') return answer
  }
  return fail('BAD_CODE')
}
