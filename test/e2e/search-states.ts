import type { Page } from '@playwright/test'
import type { Database } from '../../extension/db/database.ts'
import { peopleClient, peopleIn } from './people-states.ts'
import type { ScreenState } from './screen-states.ts'
import { accept, setActiveClient } from './seed.ts'
import { business, m365, type slack } from './seed-content.ts'

/** Two clients that were worked for, the first of them active: both have Microsoft 365, and only the other has Figma. */
export async function twoClients(db: Database): Promise<void> {
  const contoso = await peopleClient(db)
  const [other] = await db.scopes.filter(({ scope, kind }) => kind === 'client' && scope !== contoso).toArray()
  if (!other) throw new Error('no other client')
  await setActiveClient(db, other.scope)
  const elsewhere = (of: typeof m365 | typeof slack) => ({ ...of, account: { vendor: of.vendor, id: 'elsewhere' } })
  await accept(db, { ...elsewhere(m365), fields: business })
  const figma = { host: 'www.figma.com', vendor: 'figma.com', account: { vendor: 'figma.com', id: 'f-1' } }
  await accept(db, { ...figma, fields: { product: 'Figma Organization', seatsPurchased: 20 } })
  await setActiveClient(db, contoso)
}

export const search = (typed: string, everywhere: boolean) => async (page: Page) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').waitFor()
  if (everywhere) await page.keyboard.press('Tab')
  await page.keyboard.type(typed)
  await page
    .getByRole('status')
    .filter({ hasText: typed === '' ? /Escape/ : /match/ })
    .waitFor()
}

const state = (name: string, typed: string, everywhere: boolean, shows: string | RegExp): ScreenState => ({
  name: `search-${name}`,
  screen: 'app#inventory',
  fill: twoClients,
  act: search(typed, everywhere),
  shows,
})

export const searchStates: ScreenState[] = [
  state('empty', '', false, 'Add a client'),
  state('results', 'micorsoft', false, 'Subscriptions'),
  state('nothing', 'xylophone', false, 'Nothing matches “xylophone”'),
  state('everywhere', 'business', true, 'All clients'),
  { ...state('hidden-people', 'amara', false, /Nothing matches/), fill: peopleIn('pseudonymous') },
]
