import { expect, type Page, test } from '@playwright/test'
import { openProfile, type Profile, screenUrl, workerOf } from '../support/extension.ts'
import { httpDevice } from '../support/http-device.ts'
import { makeClient, observed, Writer } from '../support/ops.ts'
import { connect } from '../support/screens.ts'
import { openSyncServer, type SyncServer } from '../support/sync-server.ts'

let server: SyncServer
let profile: Profile
test.beforeEach(async () => {
  ;[server, profile] = await Promise.all([openSyncServer(), openProfile()])
})
test.afterEach(async () => {
  await profile.close()
  await server.kill()
})

/** Far less than the minute between two alarms. */
const atOnce = { timeout: 8_000 }
const shows = (screen: Page, product: string) =>
  expect(screen.getByText(product, { exact: true }).first()).toBeVisible(atOnce)

test('what a colleague changes is on the open screen at once, without a click; where the stream is cut, the alarm brings it', async () => {
  const colleague = await httpDevice(server)
  const client = await makeClient(colleague, 'Brightwater Dental Group')
  const theirs = new Writer(colleague, client)
  const seen = await observed(client)
  let { at: base } = await theirs.add(seen)
  const change = async (product: string) => {
    base = (await theirs.set({ rec: seen.rec, base }, 'product', product)).at
  }

  const popup = await connect(profile, await profile.context.newPage(), server, 'Laptop of Robin')
  await expect(popup.getByText(/Up to date with/)).toBeVisible()
  await popup.getByRole('button', { name: /choose a client|switch client/i }).click()
  await popup.getByRole('option', { name: /Brightwater/ }).click()
  const screen = await profile.context.newPage()
  await screen.goto(screenUrl(profile, 'app.html#inventory'))
  await shows(screen, 'Office Suite')
  await popup.close()
  await change('Office Suite Plus')
  await shows(screen, 'Office Suite Plus')

  let cut = 0
  await screen.route('**/notices', (route) => {
    cut++
    return route.abort()
  })
  await screen.reload()
  await shows(screen, 'Office Suite Plus')
  await expect.poll(() => cut).toBeGreaterThanOrEqual(2)
  await change('Office Suite Max')
  const worker = await workerOf(profile)
  await worker.evaluate("chrome.alarms.create('sync', { when: Date.now(), periodInMinutes: 1 })")
  await shows(screen, 'Office Suite Max')
})
