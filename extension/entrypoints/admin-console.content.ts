import { defineContentScript } from 'wxt/utils/define-content-script'
import { capture } from '../capture/session.ts'
import { assembled } from '../heuristics/page/assemble.ts'
import { snapshotPage } from '../heuristics/page/snapshot.ts'
import { send } from '../messages.ts'

/**
 * Beside the page, in a world of its own: keeps a visit's material and hands it to the worker. Registered by access/ for
 * allowed hosts only, and there as an isolated script. `world: 'MAIN'` is only for the build: for isolated scripts WXT
 * adds a lifecycle that announces itself to the page by `postMessage`, and no page shall be able to tell that we are here.
 */
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  runAt: 'document_start',
  globalName: false,
  main: () =>
    capture(
      window,
      {
        send,
        snapshot: async (watch, selectors, former, lookups) =>
          assembled(former, await snapshotPage(document, selectors, watch, lookups)),
      },
      new AbortController(),
    ),
})
