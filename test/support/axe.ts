import type { Page } from '@playwright/test'
import axe, { type AxeResults, type RunOptions } from 'axe-core'

/**
 * What axe finds wrong on a page, in words. Its half a megabyte goes into a page once, not for each question: that is
 * most of what a judgement costs. The extension's pages have no frames, into which it would have to go as well.
 */
export async function violationsOf(page: Page, options: RunOptions = {}): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('axe looks into no frames here')
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axe.source)
  // Of what is right, only that it is: naming each element of it takes as long again.
  const asked: RunOptions = { ...options, resultTypes: ['violations'] }
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(asked)})`)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}
