import { snapshotPage } from '../../extension/heuristics/page/snapshot.ts'

/** Runs in the page under test. */
export function readHere() {
  const start = performance.now()
  const snapshot = snapshotPage(document, [])
  return { snapshot, lang: document.documentElement.lang, title: document.title, ms: performance.now() - start }
}
