import type { Database } from '../../extension/db/database.ts'
import { thisDevice } from '../../extension/db/scopes.ts'
import { editField } from '../../extension/records/edit.ts'
import { addDays } from '../../shared/model/calendar.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Fields } from '../../shared/model/observation.ts'
import { manyClients } from './many-clients.ts'
import { renewalClient } from './renewals-states.ts'
import type { ScreenState } from './screen-states.ts'
import { accept, clients, connected, type Dump, setActiveClient } from './seed.ts'
import { drafts, otherDrafts } from './seed-content.ts'

const today = '2027-02-06'
const at = '2027-01-20T09:00:00.000Z'
const money = (minor: number, currency: string) => ({ minor, currency })
const year = { count: 1, unit: 'year' }
const days = (count: number) => ({ count, unit: 'day' })

type Bought = { vendor: string; product: string; until: number; price?: ReturnType<typeof money>; notice?: number }

/** What a client bought, by how many days from today its term ends. */
async function bought(db: Database, client: Uuid, all: Bought[]): Promise<void> {
  await setActiveClient(db, client)
  for (const { vendor, product, until, price, notice } of all) {
    const fields: Fields = {
      product,
      seatsPurchased: 40,
      seatsAssigned: 31,
      billingPeriod: year,
      endsOn: addDays(today, until),
      autoRenews: true,
      status: 'active',
      ...(price ? { totalPrice: price } : {}),
    }
    const where = { host: `admin.${vendor}`, vendor, account: null }
    const record = await accept(db, { ...where, fields, at })
    if (notice !== undefined) await editField(db, client, record, 'noticePeriod', days(notice))
    await editField(db, client, record, 'renewalTerm', year)
  }
}

/** Four clients: one that is late, one whose week is full, one in pounds, one that nothing is known of; and what waits. */
async function fullPortfolio(db: Database): Promise<void> {
  await renewalClient(db)
  const { workspace } = await thisDevice(db)
  const all = await db.listing
    .where('[scope+type+name+id]')
    .between([workspace, 'client'], [workspace, 'client', []])
    .toArray()
  const idOf = (name: string) => all.find((one) => one.name.startsWith(name))?.id ?? ''
  const [contoso, fabrikam, northwind] = [idOf('contoso'), idOf('fabrikam'), idOf('northwind')]
  await editField(db, workspace, fabrikam, 'currency', 'GBP')
  await bought(db, fabrikam, [
    { vendor: 'zendesk.com', product: 'Zendesk Suite', until: 34, notice: 30, price: money(18_240_00, 'GBP') },
    { vendor: 'docusign.com', product: 'DocuSign Business Pro', until: 60, notice: 60, price: money(6_912_00, 'GBP') },
    { vendor: 'box.com', product: 'Box Enterprise', until: 180, notice: 60 },
  ])
  await editField(db, workspace, northwind, 'currency', 'USD')
  await bought(db, northwind, [
    { vendor: 'hubspot.com', product: 'HubSpot Sales', until: 33, notice: 30, price: money(21_600_00, 'USD') },
    { vendor: 'figma.com', product: 'Figma Organization', until: 28, notice: 30, price: money(9_450_00, 'USD') },
    { vendor: 'miro.com', product: 'Miro Business', until: 75, notice: 30, price: money(4_800_00, 'USD') },
  ])
  await setActiveClient(db, contoso)
  await drafts(db, contoso)
  await otherDrafts(db)
  await connected(db, 0)
  // One that has waited for two days is not merely on its way.
  const [op] = await db.outbox
    .where('[scope+state+order]')
    .between([northwind, 'acked'], [northwind, 'acked', []])
    .toArray()
  if (op) await db.outbox.put({ ...op, state: 'queued', body: { ...op.body, at: '2027-02-04T16:40:00.000Z' } })
  await db.sessions.clear()
}

/** One client of which a day is no day: nobody else's is lost for it. */
function unreadable(rows: Dump): Dump {
  return {
    ...rows,
    records: (rows.records ?? []).map((row) => {
      const isIt = typeof row === 'object' && row !== null && JSON.stringify(row).includes('Zendesk Suite')
      return isIt ? { ...row, cells: null } : row
    }),
  }
}

/** The thread that works out what is dear never answers. */
const slow: ScreenState['act'] = async (page) => {
  await page.addInitScript(() => {
    Worker.prototype.postMessage = () => undefined
  })
  await page.reload()
  await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
}

/** The thread that works everything out dies at once; the next one does not. */
const dying: ScreenState['act'] = async (page) => {
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function () {
      Worker.prototype.postMessage = postMessage
      this.dispatchEvent(new Event('error'))
    }
  })
  await page.reload()
  await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
}

const screen = 'app#portfolio'

export const portfolioStates: ScreenState[] = [
  { name: 'portfolio-full', screen, fill: fullPortfolio, shows: /^3 clients|^4 clients/ },
  { name: 'portfolio-nothing', screen, fill: clients, shows: /Nothing this week/ },
  { name: 'portfolio-no-client', screen, shows: 'Which client do you advise?' },
  { name: 'portfolio-working', screen, fill: fullPortfolio, act: slow, shows: /Days of 0 of 4/ },
  { name: 'portfolio-unreadable', screen, fill: fullPortfolio, act: dying, shows: 'Try again' },
  {
    name: 'portfolio-fifty',
    screen,
    fill: clients,
    more: (rows) => manyClients(rows, { clients: 46, subscriptions: 8, seats: 1 }),
    shows: /^50 clients/,
  },
  {
    name: 'portfolio-failed',
    screen,
    fill: fullPortfolio,
    more: unreadable,
    shows: 'Could not be read. Its days are not in this list.',
  },
]
