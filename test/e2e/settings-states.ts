import type { Page } from '@playwright/test'
import type { Database } from '../../extension/db/database.ts'
import { thisDevice } from '../../extension/db/scopes.ts'
import { getSetting, putSetting } from '../../extension/settings/store.ts'
import { definitionOf, firstLesson } from '../../extension/teach/lesson.ts'
import { saveTaught } from '../../extension/teach/taught.ts'
import type { ScreenState } from './screen-states.ts'
import { clients, connected, now, sessionOf } from './seed.ts'
import { drafts, fullClient } from './seed-content.ts'

const full = async (db: Database) => {
  const { contoso } = await fullClient(db)
  await drafts(db, contoso)
  await connected(db, 3)
  await putSetting(db, { ...(await thisDevice(db)), name: 'Chrome on Linux', adopted: true })
  const server = await getSetting(db, 'server')
  if (server) await putSetting(db, { ...server, member: 'Robin Ash', workspace: 'Ash Advisers' })
}

const offline = async (db: Database) => {
  await full(db)
  const state = { failures: 3, retryAt: null, at: now, syncedAt: '2027-02-06T12:58:00.000Z' }
  await putSetting(db, { key: 'syncState', problem: 'OFFLINE', ...state })
}

const captured = async (db: Database) => {
  await full(db)
  await db.sessions.put(sessionOf('admin.microsoft.com', { connector: 'microsoft-365', found: 12 }))
}

const withConnectors = async (db: Database) => {
  await full(db)
  await putSetting(db, { key: 'paused', connectors: ['asana'] })
  const fields = [{ field: 'product', places: [{ label: ['Board'] }], text: '' }]
  const definition = definitionOf({ ...firstLesson('https://billing.lumenboard.example/plan'), fields })
  if (definition) await saveTaught(db, { name: 'Lumenboard plans', vendor: 'lumenboard.example', definition })
}

/** What the server answers of the person's devices: no server stands behind the pictures. */
const devices = [
  { id: 'f3a1c9d2-0000-4000-8000-000000000001', name: 'Chrome on Linux', thisOne: true },
  { id: 'f3a1c9d2-0000-4000-8000-000000000002', name: 'Edge on Windows', thisOne: false },
].map((device) => ({ ...device, pairedAt: '2027-01-11T08:00:00.000Z', seenAt: '2027-02-03T09:00:00.000Z' }))

async function answerDevices(page: Page): Promise<void> {
  await page.route('https://stocktake.example.com/v1/devices', (route) =>
    route.fulfill({ json: { devices }, headers: { 'access-control-allow-origin': '*' } }),
  )
  await page.reload()
}

/** The language is known before the first paint, so the page is loaded anew. */
async function inGerman(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.setItem('language', 'de'))
  await page.reload()
  await page.locator('.setting').first().waitFor()
  await page.evaluate(() => localStorage.removeItem('language'))
}

const at = { url: 'https://admin.microsoft.com/licenses', allowed: true }

export const settingsStates: ScreenState[] = [
  {
    name: 'settings-first-run',
    screen: 'app#findings',
    act: (page) => page.getByRole('link', { name: 'Connect to their server' }).press('Enter'),
    shows: 'Not connected to a server',
  },
  { name: 'settings-alone', screen: 'app#settings', fill: clients, shows: 'Not connected to a server' },
  { name: 'settings-server', screen: 'app#settings', fill: full, act: answerDevices, shows: 'Edge on Windows' },
  { name: 'settings-offline', screen: 'app#settings', fill: offline, shows: /does not answer\./ },
  {
    name: 'settings-disconnect',
    screen: 'app#settings',
    fill: full,
    act: (page) => page.getByRole('button', { name: 'Disconnect' }).click(),
    shows: /Disconnect from/,
  },
  { name: 'settings-hosts', screen: 'app#settings/hosts', at, fill: captured, shows: /last captured/ },
  { name: 'settings-connectors', screen: 'app#settings/connectors', fill: withConnectors, shows: 'paused' },
  { name: 'settings-privacy', screen: 'app#settings/privacy', fill: full, shows: 'What is stored where' },
  { name: 'settings-language', screen: 'app#settings/language', fill: clients, shows: 'How values are written' },
  { name: 'settings-keyboard', screen: 'app#settings/keyboard', fill: clients, shows: 'Next draft' },
  { name: 'settings-storage', screen: 'app#settings/storage', fill: full, shows: 'By client' },
  { name: 'settings-diagnostics', screen: 'app#settings/diagnostics', fill: full, shows: /"madeAt"/ },
  { name: 'settings-german', screen: 'app#settings', fill: full, act: inGerman, shows: 'Letzter Abgleich' },
]
