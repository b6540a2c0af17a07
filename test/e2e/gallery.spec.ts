import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { violationsOf } from '../support/axe.ts'
import { findChromium, quietArguments } from '../support/browser.ts'
import { buildGallery } from './gallery/build.ts'
import { shiftsOf, watchShifts } from './steady.ts'

/** Each piece of the design in each of its states: photographed in light and dark, judged by axe. */
let browser: Browser
let gallery: string
test.beforeAll(async () => {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('No Chromium, Chrome or Edge was found; set CHROME_PATH.')
  browser = await chromium.launch({ executablePath, args: quietArguments })
  gallery = await buildGallery()
})
test.afterAll(() => browser.close())

async function open(language = 'en'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, locale: 'en-GB' })
  await page.addInitScript(watchShifts)
  await page.goto(`${gallery}#${language}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await pointAndFocus(page)
  return page
}

/** Pointed at, or reached by keyboard: only one thing can be, so the browser is told that several are. */
async function pointAndFocus(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument')
  for (const look of ['hover', 'focus-visible']) {
    const selector = `[data-look="${look}"]`
    const { nodeIds } = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })
    for (const nodeId of nodeIds) await devtools.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: [look] })
  }
}

async function judge(page: Page, name: string, fullPage: boolean): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: `test/e2e/screens/gallery-${name}-${colorScheme}.png`, fullPage })
    expect(await violationsOf(page), `${name} ${colorScheme}`).toEqual([])
  }
}

for (const language of ['en', 'de'])
  test(`every piece in every state: ${language}`, async () => {
    const page = await open(language)
    expect(await shiftsOf(page)).toEqual([])
    await judge(page, language, true)
    await page.close()
  })

test('what lies over a page: dialogs, a menu, a toast', async () => {
  const page = await open()
  for (const name of ['Ask', 'Form', 'Pick']) {
    await page.getByRole('button', { name, exact: true }).press('Enter')
    await page.getByRole('dialog').waitFor()
    await judge(page, name.toLowerCase(), false)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name, exact: true }), 'it gives the focus back').toBeFocused()
  }
  await page.getByRole('button', { name: 'Say it' }).press('Enter')
  await page.getByRole('button', { name: /^More/ }).press('ArrowDown')
  await expect(page.getByRole('menuitemcheckbox', { name: 'active' })).toBeFocused()
  await judge(page, 'menu', false)
  await page.close()
})

test('a combobox by keyboard: nothing is taken before it is asked for, the arrows go round, the text keeps its keys', async () => {
  const page = await open()
  const ask = () => page.getByRole('button', { name: 'Pick', exact: true }).press('Enter')
  const field = page.getByRole('combobox', { name: 'Find by name or address' })
  const chosen = page.getByRole('dialog').getByRole('option', { selected: true })
  await ask()
  await expect(field).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(chosen).toHaveCount(0)
  await page.keyboard.press('ArrowUp')
  await expect(chosen).toContainText('Kai Moreau')
  expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
  await page.keyboard.press('ArrowDown')
  await expect(chosen).toContainText('Amara Okafor')
  await page.keyboard.press('End')
  await expect(chosen).toContainText('Kai Moreau')
  await page.keyboard.type('haddad')
  await expect(chosen, 'typing begins anew').toContainText('Noor Haddad')
  await page.keyboard.press('Home')
  await page.keyboard.type('omar ')
  await expect(field, 'Home is the text’s').toHaveValue('omar haddad')
  await page.keyboard.press('Enter')
  await expect(page.getByText('taken: Omar Haddad')).toBeVisible()
  await page.close()
})
