import type { Lookup } from '../../extension/connector-kit/lookup.ts'
import { locate } from '../../extension/heuristics/page/locate.ts'
import { lookUp } from '../../extension/heuristics/page/lookup.ts'
import { selected } from '../../extension/heuristics/page/roots.ts'
import { snapshotPage } from '../../extension/heuristics/page/snapshot.ts'

const pause = () => new Promise<void>((resolve) => setTimeout(resolve))

/** Runs in the page under test. */
export async function readHere(selectors: string[] = []) {
  const start = performance.now()
  const snapshot = await snapshotPage(document, selectors, { pause, revision: () => 0 })
  return { snapshot, lang: document.documentElement.lang, title: document.title, ms: performance.now() - start }
}

/** The page has its turn between two slices, and changes: the element so often as told, each time to the next number. */
export async function readChanging(selector: string, times: number) {
  let revision = 0
  const changing = async () => {
    await pause()
    if (revision >= times) return
    revision++
    for (const element of document.querySelectorAll(selector)) element.textContent = String(revision)
  }
  const start = performance.now()
  const snapshot = await snapshotPage(document, [], { pause: changing, revision: () => revision })
  return { snapshot, lang: document.documentElement.lang, title: document.title, ms: performance.now() - start }
}

/** What a person's pointing at an element finds; ` >>> ` leads into a shadow root or a frame. */
export function locateHere(selector: string) {
  const [element] = selected(document, selector)
  return element ? locate(document, element) : undefined
}

export const lookUpHere = (lookup: Lookup) => lookUp(document, lookup)
