import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/**
 * Listens on a connection of its own, and goes on listening when that breaks. What was told meanwhile is not told
 * again: losing one is harmless, as devices also ask by themselves.
 */
export async function heads(
  config: pg.ClientConfig,
  channel: string,
  hear: (scope: number, head: number) => void,
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined
  let ended = false
  const connect = async () => {
    const next = new pg.Client(config)
    next.on('notification', ({ payload }) => {
      const [scope, head] = (payload ?? '').split(' ').map(Number)
      if (scope !== undefined && head !== undefined) hear(scope, head)
    })
    next.on('error', () => {})
    await next.connect()
    await next.query(`listen ${channel}`)
    next.once('end', () => ended || reconnect())
    client = next
  }
  const reconnect = async () => {
    for (let wait = 100; !ended; wait = Math.min(wait * 2, 10_000)) {
      try {
        return await connect()
      } catch {
        await pause(wait + Math.random() * wait, undefined, { ref: false })
      }
    }
  }
  await connect()
  return async () => {
    ended = true
    await client?.end()
  }
}
