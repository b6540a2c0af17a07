import { browser } from 'wxt/browser'
import { defineContentScript } from 'wxt/utils/define-content-script'
import { answering } from '../pointing/answer.ts'

/** What is in a closed one stays closed to us as well: we only say that it is. */
const hasRoot = (element: Element): boolean =>
  // An element of a frame is of that frame's own classes.
  element.namespaceURI === 'http://www.w3.org/1999/xhtml' &&
  browser.dom.openOrClosedShadowRoot(element as HTMLElement) !== null // by its namespace it is one

/**
 * Put into a page by the side panel when a person begins to teach there, and only then. `world: 'MAIN'` is for the build
 * alone, as in admin-console.content.ts; it runs in the isolated world.
 */
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  globalName: false,
  main() {
    // Put in again, it is here already. The page does not see this world's globals.
    if (Reflect.has(globalThis, 'stocktakePointing')) return
    Reflect.set(globalThis, 'stocktakePointing', true)
    const answer = answering(window, hasRoot)
    browser.runtime.onMessage.addListener((message, { id }, reply) => {
      const answered = id === browser.runtime.id ? answer(message) : undefined
      void answered?.then(reply)
      return answered !== undefined
    })
  },
})
