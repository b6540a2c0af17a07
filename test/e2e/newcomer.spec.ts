import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { built } from '../practice/build.ts'
import { answerPrompts, openPopup, type Profile } from '../support/extension.ts'
import { practiceHosts } from '../support/practice.ts'
import { createFirstClient } from '../support/screens.ts'
import { freePort } from '../support/sync-server.ts'

type Started = { child: ChildProcess; output: () => string }
const running: ChildProcess[] = []
test.afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
})

function npmStart(args: string[], env: Record<string, string>): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/practice/start.ts', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      output += String(part)
    })
  return { child, output: () => output }
}

const said = ({ output }: Started, what: RegExp) => expect.poll(output, { timeout: 60_000 }).toMatch(what)

async function stopped({ child }: Started): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit')
  return child.exitCode
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'stocktake-start-'))

async function drive(port: string): Promise<{ browser: Browser; profile: Profile; page: Page }> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [context] = browser.contexts()
  if (!context) throw new Error('the browser has no profile')
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const profile = { context, folder: '', id: new URL(worker.url()).host, close: () => browser.close() }
  const page = context.pages().find((each) => each.url().startsWith('http://localhost:'))
  if (!page) throw new Error('the practice consoles are not open')
  return { browser, profile, page }
}

const inInventory = (popup: Page) =>
  popup
    .getByRole('region', { name: 'Inventory' })
    .getByRole('listitem')
    .filter({ hasText: 'Microsoft 365 Business Premium' })

test('a newcomer starts it, sees drafts, accepts one, and finds it in the popup; a second start finds it again', async () => {
  test.setTimeout(240_000)
  const [port, practicePort, debug] = [String(await freePort()), String(await freePort()), String(await freePort())]
  const env = { DATA_DIR: newFolder(), PORT: port, PRACTICE_PORT: practicePort }
  const began = Date.now()
  const first = npmStart(['--headless', '--debug-port', debug], env)
  await said(first, /Stocktake runs/)

  const { browser, profile, page } = await drive(debug)
  await answerPrompts(profile, practiceHosts)
  await page.getByRole('listitem').getByRole('link', { name: 'Microsoft 365 admin center' }).first().click()
  await page.getByRole('cell', { name: 'SPB' }).waitFor()
  const popup = await openPopup(profile, page)
  await expect(popup.getByText(/Connected to|Up to date with/)).toBeVisible()
  await createFirstClient(popup, 'Brightwater Dental Group')
  await popup.getByRole('button', { name: /^Allow / }).click()
  await expect(popup.getByText('Reading this page')).toBeVisible()
  await page.reload()
  await popup.getByRole('button', { name: 'Accept Microsoft 365 Business Premium' }).click()
  await expect(inInventory(popup)).toContainText('22')
  await expect(popup.getByText('1 finding'), 'of what was accepted while it is open').toBeVisible()
  test
    .info()
    .annotations.push({ type: 'time', description: `${Date.now() - began} ms from npm start to the inventory` })
  await expect(popup.getByText(/Up to date with/)).toBeVisible()
  await browser.close()
  first.child.kill('SIGINT')
  expect(await stopped(first)).toBe(0)
  expect(existsSync(join(built, 'practice-pairing.json'))).toBe(false)

  const second = npmStart(['--headless', '--debug-port', debug], env)
  await said(second, /Stocktake runs/)
  const again = await drive(debug)
  const reopened = await openPopup(again.profile, again.page)
  await expect(inInventory(reopened)).toContainText('22')
  await again.browser.close()
})

test('without a browser it says how to load the extension by hand', async () => {
  const env = { DATA_DIR: newFolder(), PORT: String(await freePort()), PRACTICE_PORT: String(await freePort()) }
  const started = npmStart(['--no-browser'], env)
  await said(started, /Load unpacked/)
  expect(started.output()).toContain(built)
  started.child.kill('SIGINT')
  expect(await stopped(started)).toBe(0)
})

test('a busy port, of the server or of the consoles, is one clear sentence', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  const busy = String(typeof address === 'object' && address !== null ? address.port : 0)
  const free = String(await freePort())
  for (const env of [
    { PORT: busy, PRACTICE_PORT: free },
    { PORT: free, PRACTICE_PORT: busy },
  ]) {
    const started = npmStart(['--no-browser'], { ...env, DATA_DIR: newFolder() })
    expect(await stopped(started)).toBe(1)
    expect(started.output().trim().split('\n')).toEqual([
      expect.stringMatching(new RegExp(`^Port ${busy} .* is in use by another program.* set (PRACTICE_)?PORT`, 'i')),
    ])
  }
  taken.close()
})

test('a missing browser is one clear sentence', async () => {
  const nowhere = join(newFolder(), 'no-browser')
  const started = npmStart([], { CHROME_PATH: nowhere, DATA_DIR: newFolder(), PORT: '0', PRACTICE_PORT: '0' })
  expect(await stopped(started)).toBe(1)
  expect(started.output().trim()).toMatch(/^No Chromium, Chrome or Edge was found: .*--no-browser`\.$/)
})
