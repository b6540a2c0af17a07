import type { Page } from '@playwright/test'
import { largeClient } from './many-clients.ts'
import { peopleIn } from './people-states.ts'
import type { ScreenState } from './screen-states.ts'
import { clients } from './seed.ts'

const download = (name: string) => (page: Page) => page.getByRole('button', { name }).click()

/** An archive of two pages of records, the second of which is not read until the page's `goOn` is called. */
const running = async (page: Page) => {
  await page.evaluate(() => {
    const { getAll } = IDBObjectStore.prototype
    let pages = 0
    IDBObjectStore.prototype.getAll = function (...of: Parameters<typeof getAll>) {
      const request = getAll.apply(this, of)
      if (this.name !== 'records' || ++pages !== 2) return request
      const set = (act: (event: object) => void) =>
        Object.assign(globalThis, { goOn: () => act({ target: request, stopPropagation: () => undefined }) })
      return Object.defineProperty(request, 'onsuccess', { set })
    }
  })
  await download('Download archive')(page)
  await page.waitForFunction(() => 'goOn' in globalThis, undefined, { timeout: 5000 })
}

const canceled = async (page: Page) => {
  await running(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.evaluate('globalThis.goOn()')
}

const large = { fill: clients, more: largeClient({ subscriptions: 30, seats: 100 }) }

/** Every state of the export of a whole client. */
export const exportStates: ScreenState[] = [
  { name: 'export-empty', screen: 'app#export', fill: clients, shows: 'Nothing is accepted or imported yet.' },
  { name: 'export-full', screen: 'app#export', fill: peopleIn('full'), shows: 'Subscriptions' },
  {
    name: 'export-saved',
    screen: 'app#export',
    fill: peopleIn('pseudonymous'),
    act: download('Download workbook'),
    shows: /^Saved “Contoso Manufacturing/,
  },
  { name: 'export-running', screen: 'app#export', ...large, act: running, shows: /^Reading 2,000 of / },
  { name: 'export-canceled', screen: 'app#export', ...large, act: canceled, shows: /^Canceled/ },
]
