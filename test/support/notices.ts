import { Notice } from '../../shared/sync.ts'
import type { TestDevice } from './server.ts'

/** A stream of heads as a device reads it: `next` waits for one, and gives undefined when the stream has ended. */
export type Followed = { next: () => Promise<number | undefined>; stop: () => Promise<void> }

export async function follow(device: TestDevice, scope: string): Promise<Followed> {
  const response = await device.get(`/v1/scopes/${scope}/notices`)
  const type = response.headers.get('content-type')
  if (!response.body || !type?.startsWith('text/event-stream')) throw new Error(`${response.status} ${type}`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (): Promise<number | undefined> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const block = text.slice(0, end)
        text = text.slice(end + 2)
        const data = /^data: ?(.*)$/m.exec(block)?.[1]
        if (data !== undefined) return Notice.parse(JSON.parse(data)).head
        continue
      }
      const { done, value } = await reader.read()
      if (done) return undefined
      text += value
    }
  }
  return { next, stop: () => reader.cancel() }
}
