import { expect, type Page } from '@playwright/test'
import { openPopup, type Profile, screenUrl } from './extension.ts'
import type { SyncServer } from './sync-server.ts'

/** What a person does in the popup, by the names that they see there. */
export async function createFirstClient(popup: Page, name: string): Promise<void> {
  await popup.getByLabel('Client’s name').fill(name)
  await popup.getByRole('button', { name: 'Create client' }).click()
  await expect(popup.getByRole('button', { name: new RegExp(name) }).first()).toBeVisible()
}

/** Opens the review, accepts every draft of this kind, and gives how many there were. */
export async function openReview(profile: Profile): Promise<Page> {
  const review = await profile.context.newPage()
  await review.goto(screenUrl(profile, 'review.html'))
  return review
}

/** Connects as a person does: the popup's form, the server's own window, its question, and back. */
export async function connect(profile: Profile, on: Page, server: SyncServer, device: string): Promise<Page> {
  const popup = await openPopup(profile, on)
  await popup.getByRole('button', { name: /^Connect/ }).click()
  await popup.getByLabel('Server address').fill(server.url)
  await popup.getByLabel('Name of this device').fill(device)
  const [window] = await Promise.all([
    profile.context.waitForEvent('page'),
    popup.getByRole('button', { name: 'Sign in' }).click(),
  ])
  await window.getByLabel(/e-?mail/i).fill(server.account.email)
  await window.getByLabel(/password/i).fill(server.account.password)
  await window.getByRole('button', { name: /sign in/i }).click()
  await expect(window.getByRole('heading', { name: 'Did you start this?' })).toBeVisible()
  await expect(window.getByText(device)).toBeVisible()
  await window.getByRole('button', { name: 'Yes, connect it' }).click()
  await expect(popup.getByText(/Connected to|Up to date with/).first()).toBeVisible({ timeout: 20_000 })
  return popup
}
