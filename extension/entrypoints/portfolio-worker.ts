import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { database } from '../db/open.ts'
import { type Wish, workOut } from '../portfolio/work.ts'

/**
 * A thread of its own: to make fifty inventories takes seconds, and the screen is never held up by them. It ends when the
 * screen ends it.
 */
export default defineUnlistedScript(() => {
  addEventListener(
    'message',
    // What the screen of this area sends, and nobody else can.
    ({ data }: MessageEvent<Wish>) => workOut(database, data, (told) => postMessage(told)),
    { once: true },
  )
})
