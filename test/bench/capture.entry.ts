import { parseJson } from '../../extension/connector-kit/parse.ts'
import { readMaterial } from '../../extension/connector-kit/run.ts'
import { connectors } from '../../extension/connectors/index.ts'
import { tablesIn } from '../../extension/heuristics/json.ts'
import { sampleOf } from '../../extension/heuristics/json-sample.ts'
import { snapshotPage } from '../../extension/heuristics/page/snapshot.ts'
import { mayHoldRecords } from '../../extension/heuristics/records.ts'

const capture = '00000000-0000-4000-8000-000000000000'
const at = '2026-11-20T12:00:00Z'
const url = 'https://admin.bench.example/licenses'

/** The least that reading a page can cost: every text of it once, and whether it is seen. */
export function walkPage(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let length = 0
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode
    if (nodeValue?.trim() && parentElement?.checkVisibility()) length += nodeValue.length
  }
  if (length === 0) throw new Error('The page is empty.')
}

/** From the rendered page to its records. Gives how many, and how long each slice held the page's thread. */
export async function readPage(toRecords: boolean) {
  const slices: number[] = []
  let from = performance.now()
  const pause = async () => {
    slices.push(performance.now() - from)
    await new Promise<void>((resolve) => setTimeout(resolve))
    from = performance.now()
  }
  const page = await snapshotPage(document, [], { pause, revision: () => 0 })
  slices.push(performance.now() - from)
  if (page.cut) throw new Error('The page was not read whole.')
  const material = { url, title: document.title, lang: '', at, responses: [], page }
  return { found: toRecords ? readMaterial(material, connectors, capture).found : 0, longest: Math.max(...slices) }
}

export const parse = (text: string): number => Object.keys(JSON.parse(text)).length

/** Whether any list of a response is of a kind that we read. */
export function recognize(text: string): boolean {
  const root = parseJson(text)
  const context = { url: `${url}.json`, pageUrl: url, title: '', lang: '', headings: [], at }
  return root !== undefined && mayHoldRecords(tablesIn(sampleOf(root)), context)
}

export const readResponse = (text: string): number =>
  readMaterial(
    { url, title: '', lang: '', at, responses: [{ url: `${url}.json`, text }], page: null },
    connectors,
    capture,
  ).found
