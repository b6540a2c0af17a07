import { Pairing } from '../../shared/connect.ts'
import { approveDevice } from '../practice/pairing.ts'
import type { TestDevice } from './server.ts'
import type { SyncServer } from './sync-server.ts'

/** A device without a browser, paired with a server that runs by itself: a colleague's, as the wire sees it. */
export async function httpDevice({ url, account }: SyncServer): Promise<TestDevice> {
  const send = (path: string, body: unknown, headers: Record<string, string>) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const redeemed = await send('/v1/connect/token', await approveDevice(url, account, 'Desk of a colleague'), {})
  const { device: id, token, workspace } = Pairing.parse(await redeemed.json())
  const authorization = `Bearer ${token}`
  return {
    id,
    token,
    workspace: workspace.id,
    get: (path, headers) => fetch(url + path, { headers: { authorization, ...headers } }),
    post: (path, body, headers) => send(path, body, { authorization, ...headers }),
  }
}
