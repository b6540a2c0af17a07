import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { startBrowser } from '../support/browser.ts'
import { openSyncServer } from '../support/sync-server.ts'

/** An authenticator of the browser's own, whose owner is always there and says yes. */
async function authenticatorIn(context: BrowserContext, page: Page) {
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const refuse = (isUserVerified: boolean) =>
    devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
  return { refuse: () => refuse(false), agree: () => refuse(true) }
}

test('a passkey is added on the account page, signs in without a password, and is removed', async () => {
  const [server, browser] = [await openSyncServer(), await startBrowser()]
  const context = await browser.newContext()
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(String(error)))
  const authenticator = await authenticatorIn(context, page)
  // Browsers make passkeys for names, and this machine's own is known to all of them.
  const url = server.url.replace('127.0.0.1', 'localhost')

  await page.goto(`${url}/sign-in?next=/account`)
  await page.getByLabel('E-mail').fill(server.account.email)
  await page.getByLabel('Password').fill(server.account.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  const passkeys = page.locator('section', { has: page.getByRole('heading', { name: 'Passkeys' }) })
  await passkeys.getByText('Add a passkey').click()
  await passkeys.getByLabel('Name').fill('Laptop of Robin')
  await passkeys.getByLabel('Your password').fill('not the password')
  await passkeys.getByRole('button', { name: 'Add it' }).click()
  await expect(passkeys.getByRole('alert')).toContainText('This is not your password')
  await passkeys.getByLabel('Your password').fill(server.account.password)
  await passkeys.getByRole('button', { name: 'Add it' }).click()
  await expect(page.getByRole('status')).toContainText('The passkey is added')
  await expect(passkeys).toContainText('Laptop of Robin')

  await context.clearCookies()
  await page.goto(`${url}/sign-in?next=/account`)
  const button = page.getByRole('button', { name: 'Use a passkey instead' })
  await authenticator.refuse()
  await button.click()
  await expect(page.getByRole('alert')).toContainText('No passkey was used')
  await authenticator.agree()
  await button.click()
  await expect(page).toHaveURL(`${url}/account`)
  await expect(page.getByText(server.account.email)).toBeVisible()

  await passkeys.getByRole('button', { name: 'Remove Laptop of Robin' }).click()
  await expect(page.getByRole('status')).toContainText('The passkey is removed')
  await context.clearCookies()
  await page.goto(`${url}/sign-in`)
  await button.click()
  await expect(page.getByRole('alert')).toContainText('This passkey is not known here')
  expect(page.url()).toBe(`${url}/sign-in/passkey`)
  // The wrong password and the unknown passkey, as the browser tells of them; no script that failed, none refused.
  expect(faults.filter((fault) => !/status of 403/.test(fault))).toEqual([])
  await browser.close()
  await server.kill()
})
