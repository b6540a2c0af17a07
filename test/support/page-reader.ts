import { fileURLToPath } from 'node:url'
import type { Browser } from '@playwright/test'
import { build } from 'vite'
import { z } from 'zod'
import type { Lookup } from '../../extension/connector-kit/lookup.ts'
import type { FoundList } from '../../extension/connector-kit/material.ts'
import type { Pointed } from '../../extension/heuristics/page/locate.ts'
import { MaterialSchema } from '../../extension/messages.ts'

const entry = fileURLToPath(new URL('page-reader.entry.ts', import.meta.url))

/** The page reading as it runs in a page: one script. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'pageReader' } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const chunk = output && 'output' in output ? output.output.find((file) => file.type === 'chunk') : undefined
  if (chunk?.type !== 'chunk') throw new Error('The page reading could not be bundled.')
  return chunk.code
}

const Read = z.strictObject({
  snapshot: MaterialSchema.shape.page.def.innerType,
  lang: z.string(),
  title: z.string(),
  ms: z.number(),
})
export type Read = z.infer<typeof Read>

export type PageReader = {
  /** Renders a page at an address, without its own scripts and without any other request, and reads it. */
  read: (url: string, html: string, files?: Record<string, string>) => Promise<Read>
  /** Reads it again, with what these selectors find. */
  select: (...selectors: string[]) => Promise<Read>
  /** Reads it again while it changes between the slices of the reading. */
  readChanging: (selector: string, times: number) => Promise<Read>
  /** Runs something in the page that was read last, to look at what reading it has done. */
  html: () => Promise<string>
  /** Points at an element of the page that was read last. */
  locate: (selector: string) => Promise<Pointed | undefined>
  lookUp: (lookup: Lookup) => Promise<FoundList>
  close: () => Promise<void>
}

export async function openPageReader(browser: Browser): Promise<PageReader> {
  const script = await bundle()
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  let served: Record<string, string> = {}
  await page.route('**', (route) => {
    const body = served[route.request().url().replace(/#.*$/, '')]
    if (body === undefined) return route.abort()
    // Scripts of the page would run without what they need; the DOM is as it was rendered.
    const headers = { 'content-security-policy': "script-src 'none'" }
    return route.fulfill({ body, headers, contentType: 'text/html; charset=utf-8' })
  })
  return {
    async read(url, html, files = {}) {
      served = { ...files, [url.replace(/#.*$/, '')]: html }
      await page.goto('about:blank')
      await page.goto(url, { waitUntil: 'load' })
      await page.evaluate(script)
      const here = async () => Read.parse(await page.evaluate('pageReader.readHere()'))
      let read = await here()
      // The time box runs on while a busy machine does other things; what is measured is the page, not the machine.
      for (let again = 0; read.snapshot.cut && again < 3; again++) read = await here()
      return read
    },
    select: async (...selectors) =>
      Read.parse(await page.evaluate(`pageReader.readHere(${JSON.stringify(selectors)})`)),
    readChanging: async (selector, times) =>
      Read.parse(await page.evaluate(`pageReader.readChanging(${JSON.stringify(selector)}, ${times})`)),
    html: () => page.content(),
    locate: (selector) => page.evaluate(`pageReader.locateHere(${JSON.stringify(selector)})`),
    lookUp: (lookup) => page.evaluate(`pageReader.lookUpHere(${JSON.stringify(lookup)})`),
    close: () => context.close(),
  }
}
