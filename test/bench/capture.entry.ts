import { readMaterial } from '../../extension/connector-kit/run.ts'
import { connectors } from '../../extension/connectors/index.ts'
import { snapshotPage } from '../../extension/heuristics/page/snapshot.ts'

const capture = '00000000-0000-4000-8000-000000000000'
const at = '2026-11-20T12:00:00Z'

/** The least that reading a page can cost: every text of it once, and whether it is seen. */
export function walkPage(): number {
  const start = performance.now()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let length = 0
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode
    if (nodeValue?.trim() && parentElement?.checkVisibility()) length += nodeValue.length
  }
  if (length === 0) throw new Error('The page is empty.')
  return performance.now() - start
}

const atOnce = { pause: () => Promise.resolve(), revision: () => 0 }
const readSnapshot = () => snapshotPage(document, [], atOnce)

export async function readPage() {
  const start = performance.now()
  const page = await readSnapshot()
  const read = performance.now()
  const { found } = readMaterial(
    { url: 'https://admin.bench.example/licenses', title: document.title, lang: '', at, responses: [], page },
    connectors,
    capture,
  )
  return { ms: performance.now() - start, snapshot: read - start, found }
}

export function recognize(text: string) {
  const start = performance.now()
  JSON.parse(text)
  const parsed = performance.now()
  const url = 'https://admin.bench.example/api/licenses'
  const { found } = readMaterial(
    { url, title: '', lang: '', at, responses: [{ url, text }], page: null },
    connectors,
    capture,
  )
  return { parse: parsed - start, ms: performance.now() - parsed, found }
}

export async function snapOnly() {
  const start = performance.now()
  const page = await readSnapshot()
  return { ms: performance.now() - start, blocks: page.blocks.length }
}
