import type { Page } from '@playwright/test'
import type { Database } from '../../extension/db/database.ts'
import { thisDevice } from '../../extension/db/scopes.ts'
import { decide } from '../../extension/records/decision.ts'
import { editField, stateRecord } from '../../extension/records/edit.ts'
import { idFrom } from '../../shared/model/id.ts'
import { type Fields, recordIdOf } from '../../shared/model/observation.ts'
import { largeClient } from './many-clients.ts'
import type { ScreenState } from './screen-states.ts'
import { accept, clients, sightingOf } from './seed.ts'
import { business, enterprise, fullClient, m365 } from './seed-content.ts'

const registrar = { host: 'my.namecove.example', vendor: 'namecove.example', account: null }

/** A client with notice periods, a decision, an owner, a domain and a certificate that expire, and a rate of exchange. */
export async function renewalClient(db: Database): Promise<void> {
  const { contoso } = await fullClient(db)
  const { workspace } = await thisDevice(db)
  await editField(db, workspace, contoso, 'currency', 'EUR')
  await editField(db, workspace, contoso, 'lead', 'Noor Haddad')
  const rates = { on: '2027-02-05', base: 'EUR', rates: { USD: '1.08' }, source: 'ECB', kind: 'spot' }
  await stateRecord(db, workspace, 'rate', rates, await idFrom(workspace, 'rate', 'USD'))
  const at = '2026-11-04T10:12:00.000Z'
  const bought = async (fields: Fields, terms: Fields) => {
    const record = await recordIdOf(contoso, sightingOf({ ...m365, fields }))
    for (const [field, value] of Object.entries(terms)) await editField(db, contoso, record, field, value)
    return record
  }
  const year = { count: 1, unit: 'year' }
  await bought(business, { noticePeriod: { count: 30, unit: 'day' }, renewalTerm: year, owner: 'Amara Okafor' })
  const e5 = await bought(enterprise, {
    noticePeriod: { count: 2, unit: 'month' },
    noticeOnBusinessDay: true,
    postalLeadDays: 3,
    renewalTerm: year,
  })
  await decide(
    db,
    contoso,
    { subscription: e5, termEndsOn: '2027-06-30' },
    {
      choice: 'reduce',
      reason: 'Six licenses are unused since the move',
      decidedBy: 'Amara Okafor',
      decidedOn: '2027-02-01',
    },
  )
  const domain = { name: 'contoso-mfg.com', registrar: 'Namecove', expiresOn: '2027-03-02', autoRenews: false }
  await accept(db, { ...registrar, type: 'domain', source: 'page', at, fields: domain })
  const certificate = {
    subject: 'vpn.contoso-mfg.com',
    issuer: 'Example CA',
    startsOn: '2026-02-14',
    endsOn: '2027-02-14',
  }
  await accept(db, { ...registrar, type: 'certificate', source: 'page', at, fields: certificate })
}

const tab = (name: RegExp) => (page: Page) => page.getByRole('tab', { name }).click()

export const renewalStates: ScreenState[] = [
  { name: 'renewals-empty', screen: 'app#renewals', fill: clients, shows: 'Nothing has a day yet' },
  { name: 'renewals-full', screen: 'app#renewals', fill: renewalClient, shows: 'Next 3 months' },
  {
    name: 'renewals-more',
    screen: 'app#renewals',
    fill: clients,
    more: largeClient({ subscriptions: 150, seats: 0 }),
    act: (page) =>
      page
        .getByRole('button', { name: /^Show \d+ more$/ })
        .first()
        .scrollIntoViewIfNeeded(),
    shows: /^Show \d+ more$/,
  },
  { name: 'renewals-calendar', screen: 'app#renewals', fill: renewalClient, act: tab(/Calendar/), shows: 'February' },
  { name: 'renewals-alerts', screen: 'app#renewals', fill: renewalClient, act: tab(/Alerts/), shows: '90 days before' },
  {
    name: 'popup-findings',
    screen: 'popup',
    fill: renewalClient,
    act: (page) => page.getByRole('button', { name: /\d+ findings/ }).click(),
    shows: 'All findings',
  },
]
