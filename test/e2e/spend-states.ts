import type { Page } from '@playwright/test'
import type { Database } from '../../extension/db/database.ts'
import { thisDevice } from '../../extension/db/scopes.ts'
import { editField, stateRecord } from '../../extension/records/edit.ts'
import { addDays } from '../../shared/model/calendar.ts'
import { idFrom } from '../../shared/model/id.ts'
import { recordIdOf } from '../../shared/model/observation.ts'
import type { ScreenState } from './screen-states.ts'
import { accept, clients, sightingOf } from './seed.ts'
import { business, enterprise, fullClient, m365 } from './seed-content.ts'

const money = (minor: number, currency = 'EUR') => ({ minor, currency })
const slack = { host: 'contoso.slack.com', vendor: 'slack.com', account: null }
const github = { host: 'github.com', vendor: 'github.com', account: null }
const hetzner = { host: 'robot.hetzner.com', vendor: 'hetzner.com', account: null }
const miro = { host: 'miro.com', vendor: 'miro.com', account: null }

/** Two years of bills: some by their lines, some of which only the total is known, in two currencies. */
export async function spendClient(db: Database): Promise<void> {
  const { contoso } = await fullClient(db)
  const { workspace } = await thisDevice(db)
  await editField(db, workspace, contoso, 'currency', 'EUR')
  await editField(db, workspace, contoso, 'budget', money(84_000_00))
  const now = { on: '2027-02-05', base: 'EUR', rates: { USD: '1.08' }, source: 'ECB', kind: 'spot' }
  await stateRecord(db, workspace, 'rate', now, await idFrom(workspace, 'rate', now.on))
  const record = await recordIdOf(contoso, sightingOf({ ...m365, fields: enterprise }))
  await editField(db, contoso, record, 'renewalMode', 'tacit')
  for (let at = 0; at < 25; at++) {
    const first = `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
    const next = `${2025 + Math.floor((at + 1) / 12)}-${String(((at + 1) % 12) + 1).padStart(2, '0')}-01`
    const rates = { on: first, base: 'EUR', rates: { USD: at < 12 ? '1.04' : '1.06' }, source: 'ECB', kind: 'spot' }
    await stateRecord(db, workspace, 'rate', rates, await idFrom(workspace, 'rate', first))
    const seats = at < 10 ? 100 : at < 23 ? 120 : 130
    const charge = {
      chargePeriodStart: first,
      chargePeriodEnd: next,
      billingPeriodStart: first,
      frequency: 'recurring',
    }
    await accept(db, {
      ...m365,
      type: 'charge',
      fields: {
        ...charge,
        invoiceId: `E0400${at}`,
        description: 'Microsoft 365 Business Premium',
        skuId: business.sku,
        category: 'purchase',
        quantity: seats,
        billedCost: money(seats * 20_60),
      },
    })
    if (at % 2 === 0)
      await accept(db, {
        ...hetzner,
        type: 'invoice',
        fields: { number: `R00${at}`, issuedOn: addDays(first, 4), total: money(412_37 + at * 11_19), status: 'paid' },
      })
    await accept(db, {
      ...github,
      type: 'invoice',
      fields: {
        number: `GH-${at}`,
        issuedOn: addDays(first, 2),
        total: money(1_260_00 + at * 21_00, 'USD'),
        status: 'paid',
      },
    })
  }
  await accept(db, {
    ...slack,
    type: 'invoice',
    fields: { number: 'SLK-88', issuedOn: '2026-05-01', total: money(32_400_00, 'USD'), status: 'paid' },
  })
  await accept(db, {
    ...m365,
    type: 'invoice',
    fields: { number: 'E04005', issuedOn: '2025-06-01', total: money(2_472_00), status: 'paid' },
  })
  await accept(db, {
    ...miro,
    type: 'invoice',
    fields: { number: 'MI-7', issuedOn: '2026-09-14', total: money(960_00, 'CHF'), status: 'paid' },
  })
}

const spend = (name: string, more: Omit<ScreenState, 'name' | 'screen'>): ScreenState => ({
  name,
  screen: 'app#spend',
  ...more,
})
const tab = (name: RegExp) => (page: Page) => page.getByRole('tab', { name }).click()

export const spendStates: ScreenState[] = [
  spend('spend-empty', { fill: clients, shows: 'No bill yet' }),
  spend('spend-full', { fill: spendClient, shows: /left of the budget of €84,000.00 a year/ }),
  spend('spend-lines', { fill: spendClient, act: tab(/^Lines/), shows: /by the SKU, the name/ }),
  spend('spend-settle', { fill: spendClient, act: tab(/^To settle/), shows: 'What do these pay for?' }),
  spend('spend-line', {
    fill: spendClient,
    act: (page) => page.getByRole('button', { name: 'Add a line' }).click(),
    shows: 'A line of a bill',
  }),
]
