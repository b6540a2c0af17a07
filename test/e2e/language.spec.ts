import { expect, type Page, test } from '@playwright/test'
import { englishLeft } from '../support/english-left.ts'
import { openProfile, type Profile, screenUrl } from '../support/extension.ts'
import { openScreen } from './screen-page.ts'
import { states } from './screen-states.ts'

/** What a screen says to those who see it and to those who hear it, but for what it quotes of a console. Runs in the page. */
const said = (): string[] => {
  const seen = [...document.body.querySelectorAll('*')].filter(
    (element) => element.checkVisibility() && !element.closest('q'),
  )
  const texts = seen.flatMap((element) =>
    [...element.childNodes].flatMap((node) => (node instanceof Text ? [node.data] : [])),
  )
  const labels = seen.flatMap((element) =>
    ['aria-label', 'title', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []),
  )
  return [...texts, ...labels].map((text) => text.trim()).filter(Boolean)
}

const englishDay = /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/
const germanDay = /^\d{1,2}\. \p{L}+\.? \d{4}$/u

async function expectGerman(page: Page): Promise<void> {
  const texts = await page.evaluate(said)
  expect(englishLeft(texts)).toEqual([])
  expect(texts.filter((text) => englishDay.test(text))).toEqual([])
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
}

test.describe('a person who chose German', () => {
  let profile: Profile | undefined
  test.beforeAll(async () => {
    profile = await openProfile({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })
    await profile.context.addInitScript("localStorage.language = 'de'")
  })
  test.afterAll(() => profile?.close())

  const filled = /-full$|^import-choose$|^settings-(alone|hosts)$/
  // What a person does in them before the picture looks for English words.
  const full = states.filter(({ name }) => filled.test(name)).map(({ act: _, ...state }) => state)
  const pictured = ['popup-full', 'inventory-full', 'review-full', 'portfolio-full']
  for (const state of full)
    test(`reads no English in ${state.name}`, async () => {
      if (!profile) throw new Error('no browser')
      const page = await openScreen(profile, state)
      await expect(page.locator('.ghost'), 'what is still being worked out').toHaveCount(0)
      await expectGerman(page)
      if (pictured.includes(state.name)) {
        expect((await page.evaluate(said)).filter((text) => germanDay.test(text))).not.toEqual([])
        await page.screenshot({ path: `test/e2e/screens/german-${state.name}.png`, animations: 'disabled' })
      }
      await page.close()
    })
})

test('a browser that speaks German is answered in German', async () => {
  const profile = await openProfile({ args: ['--lang=de'], env: { LANGUAGE: 'de' } })
  const page = await profile.context.newPage()
  await page.goto(screenUrl(profile, 'popup.html'))
  await page.locator('main :is(h1, h2)').first().waitFor()
  await expectGerman(page)
  await profile.close()
})
