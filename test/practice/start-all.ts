import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultConfig } from '../../server/config.ts'
import { startServer } from '../../server/listen.ts'
import { findChromium } from '../support/browser.ts'
import { type Account, ensureAccount } from './account.ts'
import { buildPractice, built } from './build.ts'
import { openBrowser } from './open-browser.ts'
import { forgetPairing, leavePairing } from './pairing.ts'
import { startPractice } from './server.ts'

const options = {
  'no-browser': { type: 'boolean', default: false },
  headless: { type: 'boolean', default: false },
  /** For tests: a port on which the browser can be driven. */
  'debug-port': { type: 'string' },
} as const

/** `npm start`: build, server, practice consoles, first account, and a browser that is paired. Each failure is a sentence. */
export async function startAll(args: string[]): Promise<void> {
  const stops: (() => Promise<unknown> | unknown)[] = []
  let stopping: Promise<void> | undefined
  const stopOnce = async (code: number) => {
    for (const each of stops.reverse()) await each()
    process.exit(code)
  }
  // Closing the browser is itself one of the things to do, and says so when it is done.
  const stop = (code: number): Promise<void> => {
    stopping ??= stopOnce(code)
    return stopping
  }
  try {
    await start(args, stops, stop)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    await stop(1)
  }
}

async function start(args: string[], stops: (() => unknown)[], stop: (code: number) => Promise<void>): Promise<void> {
  const { values } = parseArgs({ args, options })
  const browser = values['no-browser'] ? undefined : findChromium()
  if (!values['no-browser'] && browser === undefined)
    throw new Error(
      'No Chromium, Chrome or Edge was found: install one, name it in CHROME_PATH, or run `npm start -- --no-browser`.',
    )
  const folder = resolve(process.env.DATA_DIR || 'data')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  process.once('SIGINT', () => void stop(0))
  process.once('SIGTERM', () => void stop(0))

  const port = Number(process.env.PORT || 4170)
  // The log is for whoever runs a real server; here only what failed is of interest.
  const log = (line: { event: string }) => line.event === 'fault' && console.error(line)
  const server = await startServer({ ...defaultConfig(), port, folder }, log)
  stops.push(server.stop)
  const practice = await startPractice(Number(process.env.PRACTICE_PORT || 4180))
  stops.push(() => practice.close())
  console.log('Building the extension …')
  buildPractice()
  const account = await ensureAccount(server.url, server.firstRunToken, folder)
  await leavePairing(server.url, account)
  stops.push(forgetPairing)

  const index = `http://localhost:${practice.port}/`
  if (browser === undefined) return tellByHand(index, server.url, account)
  const opened = await openBrowser({
    browser,
    folder,
    index,
    headless: values.headless,
    debugPort: values['debug-port'],
  })
  stops.push(opened.close)
  opened.closed.then(() => stop(0))
  console.log(`Stocktake runs. Three steps are on the page that has just opened (${index}).`)
  console.log(`The server is ${server.url}; sign in as ${account.email}, password ${account.password}`)
  console.log('Ctrl-C, or closing the browser, stops everything. What you accepted stays in data/.')
}

function tellByHand(index: string, server: string, { email, password }: Account): void {
  console.log(`The extension is built. To load it by hand:
  1. Open chrome://extensions (or edge://extensions) and switch on "Developer mode".
  2. Click "Load unpacked" and choose ${built}
     Loaded within five minutes, it pairs itself with the server.
  3. Open ${index}
The server is ${server}; sign in as ${email}, password ${password}
Ctrl-C stops everything. What you accepted stays in data/ and in the browser's profile.`)
}
