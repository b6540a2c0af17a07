import { spawnSync } from 'node:child_process'
import { findChromium } from '../support/browser.ts'
import { type Counts, none, run } from './count.ts'

const packages: [manager: string, args: string[]][] = [
  ['apt-get', ['install', '-y', 'chromium']],
  ['dnf', ['install', '-y', 'chromium']],
  ['pacman', ['-S', '--noconfirm', 'chromium']],
  ['apk', ['add', 'chromium']],
]

const has = (command: string) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0

/** A Chromium to test with: the one that is there, else the distribution's, else the one Playwright downloads. */
export async function provideBrowser(): Promise<string | undefined> {
  const present = findChromium()
  if (present) return present
  console.log('No Chromium, Chrome or Edge was found; installing one.')
  if (process.getuid?.() === 0) {
    const [manager, args] = packages.find(([name]) => has(name)) ?? []
    if (manager === 'apt-get') spawnSync('apt-get', ['update'], { stdio: 'inherit' })
    if (manager && args) spawnSync(manager, args, { stdio: 'inherit' })
  }
  return findChromium() ?? ((await run('playwright', ['install', 'chromium'])) === 0 ? findChromium() : undefined)
}

export async function missingBrowser(): Promise<Counts> {
  console.log('\n== end-to-end tests in a real browser')
  const said =
    'No browser to test with. Install Chromium (Debian: apt-get install chromium; Fedora: dnf install chromium) or set CHROME_PATH.'
  console.error(said)
  return { ...none, failures: [{ file: 'test/e2e', name: '(every test)', said: [said] }] }
}
