import { snapshotPage } from '../../extension/heuristics/page/snapshot.ts'

const pause = () => new Promise<void>((resolve) => setTimeout(resolve))

/** Runs in the page under test. */
export async function readHere() {
  const start = performance.now()
  const snapshot = await snapshotPage(document, [], { pause, revision: () => 0 })
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
