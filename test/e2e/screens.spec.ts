import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { openProfile, type Profile } from '../support/extension.ts'
import { openScreen } from './screen-page.ts'
import { states } from './screen-states.ts'

/** Every designed state: photographed in light and dark, and judged by axe. Look at test/e2e/screens/ after a change. */
let profile: Profile | undefined
test.beforeAll(async () => {
  profile = await openProfile({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })
})
test.afterAll(() => profile?.close())

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** In the dark only the colors are others. */
const ofColors = ['color-contrast', 'link-in-text-block']

const violationsOf = async (page: Page, colorScheme: 'light' | 'dark') => {
  const axe = new AxeBuilder({ page })
  const { violations } = await (colorScheme === 'light' ? axe.withTags(standards) : axe.withRules(ofColors)).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}

for (const state of states)
  test(state.name, async () => {
    if (!profile) throw new Error('no browser')
    const page = await openScreen(profile, state)
    await expect(page.getByText(state.shows).first()).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.screenshot({ path: `test/e2e/screens/${state.name}-${colorScheme}.png`, animations: 'disabled' })
      expect(await violationsOf(page, colorScheme), colorScheme).toEqual([])
    }
    expect(await page.evaluate('globalThis.refusedByPolicy'), 'the content security policy refused something').toEqual(
      [],
    )
    expect(await page.evaluate(widest), 'nothing is wider than the window').toBeLessThanOrEqual(0)
    await page.close()
  })

const widest = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
