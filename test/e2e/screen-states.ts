import type { Page } from '@playwright/test'
import type { Database } from '../../extension/db/database.ts'
import type { Draft, Session } from '../../extension/db/schema.ts'
import { pauseConnector } from '../../extension/settings/paused.ts'
import { putSetting } from '../../extension/settings/store.ts'
import { newId } from '../../shared/model/id.ts'
import { exportStates } from './export-states.ts'
import { findingStates } from './finding-states.ts'
import { importStates } from './import-states.ts'
import { inventoryStates } from './inventory-states.ts'
import { peopleStates } from './people-states.ts'
import { portfolioStates } from './portfolio-states.ts'
import { renewalStates } from './renewals-states.ts'
import { searchStates } from './search-states.ts'
import { clients, connected, type Dump, draftOf, now, sessionOf, setActiveClient, tab } from './seed.ts'
import { drafts, fullClient, m365, otherDrafts } from './seed-content.ts'
import { settingsStates } from './settings-states.ts'
import { spendStates } from './spend-states.ts'
import { teachStates } from './teach-states.ts'

/** Every designed state of the screens, as the tests photograph it. */
export type ScreenState = {
  name: string
  screen: 'popup' | 'review' | 'sidepanel' | 'privacy' | `app#${string}`
  fill?: (db: Database) => Promise<unknown>
  /** Rows that are too many to be made one by one. */
  more?: (rows: Dump) => Dump
  /** What the open tab is; without it, a page of the browser. */
  at?: { url: string; allowed: boolean }
  /** What a person does before the picture. */
  act?: (page: Page) => Promise<void>
  /** What must be on the screen. */
  shows: string | RegExp
}

const at = { url: `https://${m365.host}/billing/subscriptions`, allowed: true }

const visit = (over: Partial<Session>) => async (db: Database) => {
  await fullClient(db)
  await connected(db, 0)
  await db.sessions.put(sessionOf(m365.host, over))
}

const full = async (db: Database) => {
  const { contoso } = await fullClient(db)
  await drafts(db, contoso)
  await connected(db, 3)
}

const everything = async (db: Database) => {
  await full(db)
  await otherDrafts(db)
}

/** Two dates of one page that nothing tells how to read. */
const asking = async (db: Database) => {
  await clients(db)
  const visit = sessionOf(m365.host, { found: 2 })
  await db.sessions.put(visit)
  const capture = newId()
  const one = async (product: string, excerpt: string, choices: [string, string]): Promise<Draft> => {
    const draft = await draftOf(visit.id, { ...m365, source: 'page', fields: { product, seatsPurchased: 12 } })
    const evidence = { source: 'page', locator: 'column “Renews”', excerpt, confidence: 'medium' } as const
    const sighting = { ...draft.sighting, capture: { ...draft.sighting.capture, id: capture } }
    return { ...draft, sighting, questions: { renewsOn: { choices, evidence } } }
  }
  await db.drafts.bulkPut([
    await one('Microsoft 365 E3', '03/04/2027', ['2027-04-03', '2027-03-04']),
    await one('Visio Plan 2', '05/06/2027', ['2027-06-05', '2027-05-06']),
  ])
}

const onOtherTabs = async (db: Database) => {
  await everything(db)
  await db.sessions.toCollection().modify({ tab: 1 })
}

const wrongClient = async (db: Database) => {
  const { contoso, northwind } = await fullClient(db)
  await drafts(db, contoso)
  await connected(db, 0)
  await setActiveClient(db, northwind)
}

const unknownAccount = async (db: Database) => {
  await fullClient(db)
  await otherDrafts(db)
  const sessions = await db.sessions.toArray()
  await db.sessions.bulkPut(sessions.map((session) => ({ ...session, tab })))
  await db.drafts.filter(({ sighting }) => sighting.vendorAccount !== null).delete()
}

const offline = async (db: Database) => {
  await full(db)
  const state = { failures: 3, retryAt: null, at: now, syncedAt: '2027-02-06T12:58:00.000Z' }
  await putSetting(db, { key: 'syncState', problem: 'OFFLINE', ...state })
}

/** A colleague wrote another number of seats; another one deleted what was changed here; a change was refused. */
const attention = async (db: Database) => {
  const { contoso } = await fullClient(db)
  await drafts(db, contoso)
  await connected(db, 0)
  const all = await db.records.where('[scope+id]').between([contoso, ''], [contoso, '\uffff']).toArray()
  const [one, two, three] = all.filter(({ cells }) => cells.seatsPurchased)
  const about = { kind: 'conflict', type: 'subscription', by: contoso, at: now, resolved: false, rev: 900 } as const
  const rows = [
    { ...about, id: 'c1', rec: one?.id ?? '', field: 'seatsPurchased', value: 120, reason: 'field' as const },
    { ...about, id: 'c2', rec: two?.id ?? '', reason: 'delete-vs-edit' as const },
  ]
  await db.confirmed.bulkPut(rows.map((row) => ({ scope: contoso, id: row.id, row })))
  await db.outbox
    .where('[scope+rec]')
    .equals([contoso, three?.id ?? ''])
    .modify({ state: 'rejected', code: 'OP_REFUSED' })
}

async function pausedVisit(db: Database): Promise<void> {
  await visit({})(db)
  await pauseConnector(db, 'microsoft-365', true)
}

const click = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).or(page.getByRole('tab', { name })).first().click()
const press =
  (...keys: string[]) =>
  async (page: Page) => {
    for (const key of keys) await page.keyboard.press(key)
  }

export const states: ScreenState[] = [
  ...portfolioStates,
  ...findingStates,
  ...importStates,
  ...exportStates,
  ...renewalStates,
  ...peopleStates,
  ...inventoryStates,
  ...searchStates,
  ...spendStates,
  ...settingsStates,
  ...teachStates,
  { name: 'popup-first-run', screen: 'popup', shows: 'Which client do you advise?' },
  // The findings come last.
  { name: 'popup-full', screen: 'popup', at, fill: full, shows: /\d+ findings/ },
  { name: 'popup-not-allowed', screen: 'popup', at: { ...at, allowed: false }, fill: clients, shows: /does not read/ },
  { name: 'popup-nothing', screen: 'popup', at, fill: visit({}), shows: 'Nothing recognized on this page' },
  { name: 'popup-paused', screen: 'popup', at, fill: pausedVisit, shows: 'Paused on this device: Microsoft 365' },
  { name: 'popup-reading', screen: 'popup', at, fill: fullClient, shows: 'Reading this page …' },
  {
    name: 'popup-page-changed',
    screen: 'popup',
    at,
    fill: visit({ problem: 'PAGE_CHANGED', connector: 'microsoft-365', missing: ['skus:/value'] }),
    shows: 'Copy a report without any value',
  },
  { name: 'popup-signed-out', screen: 'popup', at, fill: visit({ problem: 'SIGNED_OUT' }), shows: /signed out/ },
  { name: 'popup-too-large', screen: 'popup', at, fill: visit({ problem: 'CAPTURE_TOO_LARGE' }), shows: /8 MB/ },
  { name: 'popup-known', screen: 'popup', at, fill: visit({ found: 12, unchanged: 12 }), shows: /all known/ },
  { name: 'popup-no-page', screen: 'popup', fill: onOtherTabs, shows: /not an admin console/ },
  { name: 'popup-wrong-client', screen: 'popup', at, fill: wrongClient, shows: 'Switch to Contoso Manufacturing' },
  {
    name: 'popup-unknown-account',
    screen: 'popup',
    at: { url: 'https://billing.lumenboard.example/plan', allowed: true },
    fill: unknownAccount,
    shows: /does not show whose account/,
  },
  { name: 'popup-offline', screen: 'popup', at, fill: offline, shows: /Offline/ },
  {
    name: 'popup-switcher',
    screen: 'popup',
    at,
    fill: full,
    act: async (page) => {
      await click(/Switch client/)(page)
      await page.keyboard.type('t')
    },
    shows: /Create/,
  },
  {
    name: 'popup-details',
    screen: 'popup',
    fill: fullClient,
    act: click('GitHub Copilot Business'),
    shows: 'Price per unit',
  },
  {
    name: 'popup-evidence',
    screen: 'popup',
    fill: fullClient,
    act: (page) => page.getByRole('button', { name: /source of Microsoft 365 E5/ }).focus(),
    shows: /Confidence high/,
  },
  {
    name: 'popup-due',
    screen: 'popup',
    fill: fullClient,
    act: (page) => page.getByRole('region', { name: 'Due within 90 days' }).getByRole('button').click(),
    shows: /due within 90 days/,
  },
  {
    name: 'popup-no-hit',
    screen: 'popup',
    fill: fullClient,
    act: (page) => page.getByRole('searchbox').fill('salesforce'),
    shows: /Nothing matches/,
  },
  { name: 'popup-connect', screen: 'popup', fill: fullClient, act: click('Connect'), shows: 'Server address' },
  { name: 'popup-vendors', screen: 'popup', fill: clients, act: click('Vendors to allow'), shows: 'Microsoft 365' },
  { name: 'panel-full', screen: 'sidepanel', at, fill: full, shows: '4 drafts' },
  { name: 'panel-first-run', screen: 'sidepanel', shows: 'Which client do you advise?' },
  { name: 'panel-route', screen: 'sidepanel', at, fill: full, act: click('Route'), shows: /looked at today/ },
  { name: 'panel-route-empty', screen: 'sidepanel', fill: clients, act: click('Route'), shows: /No page of/ },
  { name: 'review-full', screen: 'review', fill: everything, shows: '8 drafts' },
  { name: 'review-contested', screen: 'review', fill: everything, act: press('j'), shows: 'contested' },
  {
    name: 'review-generic',
    screen: 'review',
    fill: everything,
    act: press('j', 'j', 'j', 'j'),
    shows: /does not show whose account/,
  },
  { name: 'review-attention', screen: 'review', fill: attention, shows: /two values for/ },
  { name: 'review-question', screen: 'review', fill: asking, shows: '4 Mar 2027' },
  { name: 'review-correct', screen: 'review', fill: everything, act: press('e'), shows: 'Save' },
  { name: 'review-keys', screen: 'review', fill: everything, act: press('?'), shows: 'Previous draft' },
  {
    name: 'review-accept-all',
    screen: 'review',
    fill: everything,
    act: press('A'),
    shows: /Accept \d+ drafts for Contoso/,
  },
  { name: 'review-dismissed', screen: 'review', fill: everything, act: press('x'), shows: 'Undo' },
  { name: 'review-wrong-client', screen: 'review', fill: wrongClient, shows: 'Switch to Contoso Manufacturing' },
  { name: 'review-empty', screen: 'review', fill: fullClient, shows: 'Nothing waits for review' },
  { name: 'review-first-run', screen: 'review', shows: 'Which client do you advise?' },
  { name: 'privacy', screen: 'privacy', shows: 'What is read' },
]
