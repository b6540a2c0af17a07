import type { Browser } from '@playwright/test'
import { afterAll, beforeAll } from 'vitest'
import { startBrowser } from './browser.ts'
import { openPageReader, type PageReader } from './page-reader.ts'

/** A page reader for the tests of a file, in a browser of its own. */
export function pageReader(): PageReader {
  let browser: Browser | undefined
  let open: PageReader | undefined
  beforeAll(async () => {
    browser = await startBrowser()
    open = await openPageReader(browser)
  }, 60_000)
  afterAll(() => browser?.close())
  const now = () => {
    if (!open) throw new Error('Pages are read within tests only.')
    return open
  }
  return {
    read: (...page) => now().read(...page),
    select: (...selectors) => now().select(...selectors),
    readChanging: (...changing) => now().readChanging(...changing),
    html: () => now().html(),
    locate: (selector) => now().locate(selector),
    lookUp: (lookup) => now().lookUp(lookup),
    close: () => now().close(),
  }
}
