import type { Page } from '@playwright/test'
import type { Database } from '../../extension/db/database.ts'
import { thisDevice } from '../../extension/db/scopes.ts'
import { editField, stateRecord } from '../../extension/records/edit.ts'
import { merge } from '../../extension/vendors/merge.ts'
import { idFrom, newId } from '../../shared/model/id.ts'
import { recordIdOf } from '../../shared/model/observation.ts'
import type { ScreenState } from './screen-states.ts'
import { accept, clients, sightingOf } from './seed.ts'
import { business, enterprise, fullClient, m365 } from './seed-content.ts'

/** A client with seats beside people, a notice period, somebody who left, and a rate of exchange. */
export async function findingClient(db: Database): Promise<void> {
  const { contoso } = await fullClient(db)
  const { workspace } = await thisDevice(db)
  await editField(db, workspace, contoso, 'currency', 'EUR')
  const rates = { on: '2027-02-05', base: 'EUR', rates: { USD: '1.08' }, source: 'ECB', kind: 'spot' }
  await stateRecord(db, workspace, 'rate', rates, await idFrom(workspace, 'rate', 'USD'))
  for (const fields of [business, enterprise]) {
    const record = await recordIdOf(contoso, sightingOf({ ...m365, fields }))
    await editField(db, contoso, record, 'noticePeriod', { count: 1, unit: 'month' })
  }
  const seat = (person: string, email: string, lastActiveOn: string) =>
    accept(db, {
      ...m365,
      type: 'assignment',
      fields: { person, email, product: enterprise.product, sku: enterprise.sku, status: 'active', lastActiveOn },
    })
  await seat('Amara Okafor', 'amara.okafor@example.com', '2027-02-04')
  await seat('Jonas Lindqvist', 'jonas.lindqvist@example.com', '2026-08-19')
  await seat('Mina Reyes', 'mina.reyes@example.com', '2027-01-12')
  const left = { name: 'Mina Reyes', emails: ['mina.reyes@example.com'], endsOn: '2027-01-15' }
  await stateRecord(db, contoso, 'person', left, newId())
}

async function mergedClient(db: Database): Promise<void> {
  await findingClient(db)
  await merge(db, {
    from: { key: 'lumenboard.example', name: 'lumenboard.example' },
    to: { key: 'tessel.example', name: 'tessel.example' },
  })
}

const findings = (name: string, more: Omit<ScreenState, 'name' | 'screen'>): ScreenState => ({
  name,
  screen: 'app#findings',
  ...more,
})
const dismissing = async (page: Page) => {
  await page.getByRole('button', { name: /^Dismiss: .*Business Premium given to nobody/ }).click()
}

export const findingStates: ScreenState[] = [
  findings('findings-first-run', { shows: 'Which client do you advise?' }),
  findings('findings-empty', { fill: clients, shows: 'Nothing to act on' }),
  findings('findings-full', { fill: findingClient, shows: 'To decide by a day' }),
  { name: 'findings-gone', screen: 'app#findings/settled', fill: findingClient, shows: 'no longer found' },
  { name: 'rates-empty', screen: 'app#rates', fill: clients, shows: 'No exchange rate yet' },
  { name: 'rates-full', screen: 'app#rates', fill: findingClient, shows: '1.08 USD' },
  { name: 'vendors-empty', screen: 'app#vendors', fill: clients, shows: 'No vendor yet' },
  {
    name: 'vendors-full',
    screen: 'app#vendors',
    fill: mergedClient,
    act: (page) => page.getByRole('button', { name: 'Microsoft', exact: true }).click(),
    shows: 'Separate',
  },
  {
    name: 'vendors-merge',
    screen: 'app#vendors',
    fill: findingClient,
    act: (page) => page.getByRole('button', { name: 'tessel.example is the same as …' }).click(),
    shows: /Nothing is rewritten/,
  },
  findings('findings-decide', {
    fill: findingClient,
    act: (page) => page.getByRole('button', { name: /^Decide: .*Slack/ }).click(),
    shows: 'Renegotiate',
  }),
  findings('findings-dismiss', { fill: findingClient, act: dismissing, shows: 'Ask again after' }),
]
