import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Draft, Session } from '../../extension/db/schema.ts'
import { allowHosts, answerPrompts, builds, openPopup, openProfile, rowsOf, screenUrl } from '../support/extension.ts'
import { answerForMicrosoft, openPractice, practiceHosts, visit } from '../support/practice.ts'
import { createFirstClient } from '../support/screens.ts'

test('nothing is allowed at install; a click allows one console; withdrawing it ends the reading', async () => {
  const practice = await openPractice()
  const profile = await openProfile()
  const screen = await profile.context.newPage()
  await screen.goto(screenUrl(profile, 'manifest.json'))
  const granted = () => screen.evaluate<string[]>('chrome.permissions.getAll().then(({ origins }) => origins)')
  const scripts = () =>
    screen.evaluate<string[][]>(
      'chrome.scripting.getRegisteredContentScripts().then((all) => all.map(({ matches }) => matches))',
    )
  const sessions = () => rowsOf<Session>(profile, 'sessions')
  expect([await granted(), await scripts()]).toEqual([[], []])
  const page = await visit(profile, practice, 'slack', 'brightwater')
  expect(await sessions()).toEqual([])

  const popup = await openPopup(profile, page)
  await createFirstClient(popup, 'Brightwater Dental Group')
  await answerPrompts(profile, practiceHosts)
  await popup.getByRole('button', { name: /^Allow / }).click()
  const slack = ['http://*.slack.com.localhost/*']
  await expect.poll(granted).toEqual(slack)
  await expect.poll(scripts).toEqual([slack, slack])
  await page.reload()
  await expect
    .poll(async () => (await sessions()).map(({ host, found }) => [host, found]))
    .toEqual([['brightwater.slack.com', 1]])
  // What was allowed is not allowed for others.
  await visit(profile, practice, 'google', 'brightwater')

  await popup.reload()
  expect(await screen.evaluate(`chrome.permissions.remove({ origins: ${JSON.stringify(slack)} })`)).toBe(true)
  await expect.poll(scripts).toEqual([])
  // The page that is still open goes on, and nothing of it is read any more.
  await page.getByRole('link', { name: 'Members' }).click()
  await page.getByRole('cell', { name: 'Imani Okafor' }).waitFor()
  await page.reload()
  await page.getByRole('cell', { name: 'Imani Okafor' }).waitFor()
  expect((await sessions()).map(({ host }) => host)).toEqual(['brightwater.slack.com'])
  await profile.close()
  await practice.close()
})

test('the list of vendors allows and withdraws by name', async () => {
  const profile = await openProfile()
  await answerPrompts(profile, practiceHosts)
  const blank = await profile.context.newPage()
  const popup = await openPopup(profile, blank)
  await createFirstClient(popup, 'Brightwater Dental Group')
  await popup.getByRole('button', { name: 'Vendors to allow' }).first().click()
  await popup.getByRole('button', { name: 'Allow Slack administration' }).click()
  await popup.getByRole('button', { name: 'Withdraw Slack administration' }).click()
  await expect(popup.getByRole('button', { name: 'Allow Slack administration' })).toBeVisible()
  await profile.close()
})

test('the build asks for what it uses and for nothing more', () => {
  const manifest = JSON.parse(readFileSync(join(builds.normal, 'manifest.json'), 'utf8'))
  expect(manifest.permissions.sort()).toEqual([
    'activeTab',
    'alarms',
    'identity',
    'scripting',
    'sidePanel',
    'unlimitedStorage',
  ])
  expect(manifest.host_permissions).toBeUndefined()
  expect(manifest.web_accessible_resources).toBeUndefined()
  expect(manifest.externally_connectable).toBeUndefined()
  expect(manifest.content_scripts ?? []).toEqual([])
  expect(manifest.content_security_policy.extension_pages).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
      "connect-src https: http://127.0.0.1:* http://localhost:*; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  )
})

test('a normal build has nothing of the practice consoles', () => {
  const scripts = readdirSync(builds.normal, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  )
  expect(scripts.length).toBeGreaterThan(3)
  // What only the practice build holds: where it finds its pairing, and how it reads an address of a practice console.
  const holds = (file: string) =>
    /practice-pairing|\.localhost\(\?:/.test(readFileSync(join(builds.normal, file), 'utf8'))
  const telling = scripts.filter(holds)
  expect(telling).toEqual([])
})

test('the build that people install reads a console at its own address', async () => {
  const practice = await openPractice()
  const profile = await openProfile({ build: 'normal' })
  await answerForMicrosoft(profile, practice)
  await allowHosts(profile, 'https://admin.microsoft.com/*')
  const page = await profile.context.newPage()
  await page.goto('https://admin.microsoft.com/licenses')
  await page.locator('main td').first().waitFor()
  await expect
    .poll(async () => (await rowsOf<Draft>(profile, 'drafts')).map(({ sighting }) => sighting.fields.product))
    .toContain('Microsoft 365 Business Premium')
  await profile.close()
  await practice.close()
})
