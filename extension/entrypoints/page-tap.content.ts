import { defineContentScript } from 'wxt/utils/define-content-script'
import { offerBridge } from '../capture/bridge.ts'
import { installTap } from '../capture/tap.ts'

/** In the page's own world, before its first script. Registered by access/ for allowed hosts only. */
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  runAt: 'document_start',
  // A name would be a global variable of the page.
  globalName: false,
  main: () => installTap(window, offerBridge(window)),
})
