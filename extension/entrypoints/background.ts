import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { showBadge, showBadges } from '../access/badge.ts'
import { isAllowed } from '../access/hosts.ts'
import { listen, routerOf, type Sender } from '../access/router.ts'
import { registerScripts, startInOpenTabs } from '../access/scripts.ts'
import { practising, realAddress } from '../connector-kit/practice.ts'
import { derive } from '../db/derived.ts'
import { database } from '../db/open.ts'
import { topFindings } from '../findings/top.ts'
import { keepEntries } from '../inventory/derive-entries.ts'
import { wholeOf } from '../records/whole.ts'
import { endVisit, openVisit, receiveMaterial } from '../review/visits.ts'
import { connectServer, disconnectServer } from '../sync/connect.ts'
import { syncNow, syncWhenDue } from '../sync/loop.ts'
import { redeemPairing } from '../sync/practice-pairing.ts'
import { connectorsNow } from '../teach/taught.ts'
import { readShown } from '../teach/trial.ts'

const placeOf = ({ origin, tab }: Extract<Sender, { from: 'page' }>) => ({ origin: realAddress(origin), tab })
const signIn = () => ({
  authorize: (url: string) => browser.identity.launchWebAuthFlow({ url, interactive: true }),
  redirectUri: browser.identity.getRedirectURL(),
})
const build = () => browser.runtime.getManifest().version
const done = async (work: Promise<unknown>) => {
  await work
  return {}
}

/** What reads here: the connectors that ship with the extension and those that were taught, with the readers of both. */
const known = async (page: string) => ({ connectors: await connectorsNow(database, page), shown: readShown })

/** Made once: made anew at every start of the worker, it would be put off every time. */
const keepAlarm = async () =>
  (await browser.alarms.get('sync')) ?? browser.alarms.create('sync', { periodInMinutes: 1 })

/** The worker may be stopped after any await and started anew: its listeners are added at once, its state is the database. */
export default defineBackground(() => {
  const route = routerOf(
    {
      openSession: async (body, from) =>
        openVisit(database, placeOf(from), body, await connectorsNow(database, body.url)),
      submitMaterial: async (body, from) => {
        const plan = await receiveMaterial(database, placeOf(from), body, await known(body.material.url))
        await showBadge(database, from.tab)
        return plan
      },
      endSession: (body, from) => done(endVisit(database, placeOf(from), body)),
      syncNow: () => done(Promise.all([syncNow(database), showBadges(database)])),
      connectServer: async ({ url, deviceName }) => {
        const outcome = await connectServer(database, url, deviceName, signIn())
        if (outcome.ok) void syncNow(database)
        return outcome
      },
      topFindings: ({ client, today }) =>
        derive(database, { client, of: 'top-findings', today, build: build() }, async () =>
          topFindings(await wholeOf(database, client, today), today),
        ),
      deriveEntries: (wish) => keepEntries(database, { ...wish, build: build() }),
      disconnectServer: () => disconnectServer(database),
      refreshAccess: () => done(registerScripts(database)),
    },
    isAllowed,
  )
  listen(route)
  browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
    await registerScripts(database)
    await startInOpenTabs(origins)
  })
  browser.permissions.onRemoved.addListener(() => registerScripts(database))
  browser.runtime.onInstalled.addListener(() => registerScripts(database))
  browser.runtime.onStartup.addListener(() => registerScripts(database))
  browser.alarms.onAlarm.addListener(() => syncWhenDue(database))
  void keepAlarm()
  if (practising) void redeemPairing(database, `${location.origin}/practice-pairing.json`)
})
