import type { Page } from '@playwright/test'
import type { Database } from '../../extension/db/database.ts'
import { thisDevice } from '../../extension/db/scopes.ts'
import { editField, stateRecord } from '../../extension/records/edit.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import { idFrom, newId, type Uuid } from '../../shared/model/id.ts'
import type { Fields } from '../../shared/model/observation.ts'
import type { ScreenState } from './screen-states.ts'
import { accept, clients } from './seed.ts'
import { business, enterprise, fullClient, m365, slack } from './seed-content.ts'

const domains = ['contoso.example', 'contoso-labs.example']
const suite = { product: business.product, sku: business.sku, status: 'active' }
const big = { product: enterprise.product, sku: enterprise.sku, status: 'active' }
const chat = { product: 'Slack', plan: 'Business+', status: 'active' }
const video = { product: 'Zoom Workplace Pro', status: 'active' }
const zoom = { ...slack, host: 'zoom.us', vendor: 'zoom.us', account: null }

type Seat = [where: typeof m365 | typeof slack | typeof zoom, fields: Fields]

const person = (name: string, at = 'contoso.example'): Fields => ({
  person: name,
  email: `${name.toLowerCase().replace(' ', '.')}@${at}`,
})

const seats: Seat[] = [
  [m365, { ...person('Amara Okafor'), ...suite, lastActiveOn: '2027-02-04', role: 'Global admin', mfa: true }],
  [slack, { ...person('Amara Okafor'), ...chat, lastActiveOn: '2027-02-05', role: 'Owner' }],
  [zoom, { ...person('Amara Okafor'), ...video, lastActiveOn: '2027-01-29' }],
  [m365, { ...person('Jonas Lindqvist'), ...big, lastActiveOn: '2026-08-19', mfa: false }],
  [slack, { ...person('Jonas Lindqvist'), ...chat, lastActiveOn: '2026-09-02' }],
  [m365, { ...person('Mina Reyes'), ...suite, lastActiveOn: '2027-01-12', mfa: true }],
  [slack, { ...person('Mina Reyes'), ...chat, lastActiveOn: '2027-01-14' }],
  [m365, { ...person('Teo Brandt'), ...suite, lastActiveOn: '2027-02-01', mfa: true }],
  [slack, { ...person('Teo Brandt', 'contoso-labs.example'), ...chat, lastActiveOn: '2027-02-03' }],
  [m365, { ...person('Wen Zhao'), ...suite, lastActiveOn: '2027-02-05', mfa: true }],
  [slack, { ...person('Ines Duarte', 'fabrikam.example'), ...chat, status: 'invited' }],
  [m365, { person: 'Buchhaltung', email: 'buchhaltung@contoso.example', ...suite, lastActiveOn: '2026-12-18' }],
  [m365, { person: 'svc-backup', email: 'svc-backup@contoso.example', ...big }],
  [zoom, { person: 'Board room 2', accountId: 'z-90142', ...video }],
]

/** Everything that people can be: gone, not active, of another company, shared, a machine, nobody’s, and perhaps the same. */
export async function peopleClient(db: Database): Promise<Uuid> {
  const { contoso } = await fullClient(db)
  const { workspace } = await thisDevice(db)
  await editField(db, workspace, contoso, 'currency', 'EUR')
  await editField(db, workspace, contoso, 'domains', domains)
  const rates = { on: '2027-02-05', base: 'EUR', rates: { USD: '1.08' }, source: 'ECB', kind: 'spot' }
  await stateRecord(db, workspace, 'rate', rates, await idFrom(workspace, 'rate', 'USD'))
  for (const [where, fields] of seats) {
    const early = { ...where, type: 'assignment' as const, at: '2026-05-11T09:30:00.000Z' }
    await accept(db, { ...early, fields: fields.lastActiveOn ? { ...fields, lastActiveOn: '2026-05-10' } : fields })
    await accept(db, { ...early, fields, at: '2027-02-05T16:40:00.000Z' })
  }
  const left = { name: 'Mina Reyes', emails: ['mina.reyes@contoso.example'], endsOn: '2027-01-15', department: 'Sales' }
  await stateRecord(db, contoso, 'person', left, newId())
  return contoso
}

export const peopleIn = (mode: PeopleMode) => async (db: Database) => {
  const contoso = await peopleClient(db)
  const { workspace } = await thisDevice(db)
  await editField(db, workspace, contoso, 'peopleMode', mode)
}

const people = (name: string, more: Omit<ScreenState, 'name' | 'screen'>): ScreenState => ({
  name,
  screen: 'app#people',
  ...more,
})
export const openPerson = (name: string) => (page: Page) => page.getByRole('link', { name, exact: true }).click()

export const peopleStates: ScreenState[] = [
  people('people-empty', { fill: clients, shows: 'Nobody yet' }),
  people('people-full', {
    fill: peopleClient,
    act: (page) => page.getByRole('button', { name: 'Products of Amara Okafor' }).click(),
    shows: 'First seen',
  }),
  people('people-person', {
    fill: peopleClient,
    act: (page) => page.locator('a', { hasText: 'Teo Brandt' }).first().click(),
    shows: 'Is this the same person?',
  }),
  people('people-edit', {
    fill: peopleClient,
    act: async (page) => {
      await openPerson('Buchhaltung')(page)
      await page.getByRole('button', { name: 'Edit' }).click()
    },
    shows: 'Department',
  }),
  people('people-counted', { fill: peopleIn('counts-only'), shows: 'Only counted; nobody is listed.' }),
]
