import { startBrowser } from '../support/browser.ts'
import { openPageReader, type PageReader } from '../support/page-reader.ts'
import { casesIn } from './cases.ts'
import { type Result, readCase } from './read.ts'

/** Reads every case of the folders. The browser starts with the first page, and all pages share it. */
export async function runCorpus(folders: string[], { genericOnly = false } = {}): Promise<Record<string, Result>> {
  const results: Record<string, Result> = {}
  let close = async () => {}
  let reader: Promise<PageReader> | undefined
  const page = () => (reader ??= open())
  async function open() {
    const browser = await startBrowser()
    close = () => browser.close()
    return openPageReader(browser)
  }
  try {
    for (const one of folders.flatMap(casesIn)) results[one.id] = await readCase(one, page, genericOnly)
  } finally {
    await close()
  }
  return results
}
