import { expect, test } from '@playwright/test'
import { openPopup, openProfile, rowsOf } from '../support/extension.ts'
import { openSyncServer } from '../support/sync-server.ts'

test('where the browser has no sign-in window, a short code is typed on the server’s own page', async () => {
  const [server, profile] = [await openSyncServer(), await openProfile()]
  const popup = await openPopup(profile, await profile.context.newPage())
  await popup.evaluate(
    "for (const name of ['browser', 'chrome']) if (globalThis[name]) Object.defineProperty(globalThis[name], 'identity', { value: undefined })",
  )
  await popup.getByRole('button', { name: /^Connect/ }).click()
  await popup.getByLabel('Server address').fill(server.url)
  await popup.getByLabel('Name of this device').fill('Tablet of Robin')
  await popup.getByRole('button', { name: 'Sign in' }).click()
  const note = popup.getByText(/^Type \S+ on the server’s page$/)
  await expect(note).toBeVisible()
  const code = /Type (\S+) on/.exec((await note.textContent()) ?? '')?.[1] ?? ''

  const [page] = await Promise.all([
    profile.context.waitForEvent('page'),
    popup.getByRole('link', { name: 'Open the server’s page' }).click(),
  ])
  await page.getByLabel(/e-?mail/i).fill(server.account.email)
  await page.getByLabel(/password/i).fill(server.account.password)
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('Tablet of Robin')).toBeVisible()
  await page.getByRole('button', { name: 'Yes, connect it' }).click()
  await expect(popup.getByText(/Connected to|Up to date with/).first()).toBeVisible({ timeout: 20_000 })
  expect(await rowsOf<{ key: string }>(profile, 'settings')).toContainEqual(expect.objectContaining({ key: 'server' }))
  await profile.close()
  await server.kill()
})
