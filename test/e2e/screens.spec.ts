import { expect, test } from '@playwright/test'
import type { RunOptions } from 'axe-core'
import { violationsOf } from '../support/axe.ts'
import { openProfile, type Profile } from '../support/extension.ts'
import { openScreen, sizeOf } from './screen-page.ts'
import { states } from './screen-states.ts'
import { shiftsOf } from './steady.ts'
import { lost, squeezed, zoomedSize } from './zoomed.ts'

/** Every designed state: photographed in light and dark, and judged by axe. Look at test/e2e/screens/ after a change. */
test.describe.configure({ mode: 'parallel' })
let profile: Profile | undefined
test.beforeAll(async () => {
  profile = await openProfile({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })
})
test.afterAll(() => profile?.close())

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const rules: Record<'light' | 'dark', RunOptions> = {
  light: { runOnly: { type: 'tag', values: standards } },
  /** In the dark only the colors are others. */
  dark: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
}

/** At 200 % zoom the pictures of a few say enough. */
const zoomed = ['inventory-full', 'inventory-filtered', 'people-counted', 'spend-full', 'popup-full', 'panel-route']

for (const state of states)
  test(state.name, async () => {
    if (!profile) throw new Error('no browser')
    const page = await openScreen(profile, state)
    await expect(page.getByText(state.shows).first()).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.screenshot({ path: `test/e2e/screens/${state.name}-${colorScheme}.png`, animations: 'disabled' })
      expect(await violationsOf(page, rules[colorScheme]), colorScheme).toEqual([])
    }
    expect(await page.evaluate('globalThis.refusedByPolicy'), 'the content security policy refused something').toEqual(
      [],
    )
    expect(await page.evaluate(widest), 'nothing is wider than the window').toBeLessThanOrEqual(0)
    expect(await shiftsOf(page), 'nothing moves by itself once it is painted').toEqual([])
    if (sizeOf(state.screen).width > 900) {
      await page.setViewportSize({ width: 900, height: 800 })
      expect(await page.evaluate(squeezed), 'in half of a large screen each text has room').toEqual([])
    }
    await page.setViewportSize(zoomedSize(state.screen, sizeOf(state.screen)))
    if (zoomed.includes(state.name)) await page.screenshot({ path: `test/e2e/screens/${state.name}-zoomed.png` })
    expect(await page.evaluate(lost), 'at 200 % zoom everything is there').toEqual([])
    await page.close()
  })

const widest = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
