import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { Connector } from '../connector-kit/define.ts'
import type { Database } from '../db/database.ts'
import { Setting, SettingGroup, SettingSection } from '../settings/setting.tsx'
import { getSetting } from '../settings/store.ts'
import { ageOf } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { Ghosts } from '../ui/state.tsx'
import { toast } from '../ui/toasts.tsx'
import { type AllowedRow, allowedRows, hostIn } from './allowed-rows.ts'
import { allowedHosts, requestVendor, type Vendor, vendorList } from './hosts.ts'
import { patternsOf } from './patterns.ts'

type Props = { db: Database; known: () => Promise<Connector[]> }
type State = { rows: AllowedRow[]; others: Vendor[] }

async function stateNow({ db, known }: Props): Promise<State> {
  const [allowed, connectors] = [await allowedHosts(), await known()]
  const [visits, server] = [await db.sessions.toArray(), (await getSetting(db, 'server'))?.url]
  const others = (await vendorList(connectors)).filter((vendor) => !vendor.allowed)
  return { rows: allowedRows({ allowed, connectors, visits, server }), others }
}

/** Every host that may be read, with a way to withdraw it; and the vendors that can be allowed from here. */
export function VendorsAllowed(props: Props) {
  const [state, setState] = useState<State>()
  const look = () => void stateNow(props).then(setState)
  useEffect(look, [])
  const withdraw = async ({ pattern, host }: AllowedRow) => {
    await browser.permissions.remove({ origins: [pattern] })
    look()
    toast(t('settings.hosts.withdrawn', host), () => void allow([pattern]))
  }
  /** Straight from the click: browsers ask the person only then. */
  const allow = async (origins: string[]) => {
    await browser.permissions.request({ origins })
    look()
  }
  return (
    <SettingSection title={t('settings.hosts.title')} lead={t('settings.hosts.lead')}>
      {state === undefined && <Ghosts rows={4} />}
      {state?.rows.length === 0 && <Setting name={t('settings.hosts.none')} why={t('settings.hosts.noneWhy')} />}
      {state?.rows.map((row) => (
        <HostRow key={row.pattern} row={row} onWithdraw={() => void withdraw(row)} />
      ))}
      {state && state.others.length > 0 && (
        <Others
          vendors={state.others}
          onAllow={async (connector) => {
            await requestVendor(connector)
            look()
          }}
        />
      )}
    </SettingSection>
  )
}

function HostRow({ row: { host, connectors, capturedAt }, onWithdraw }: { row: AllowedRow; onWithdraw: () => void }) {
  const reads = connectors.length === 0 ? t('settings.hosts.generic') : connectors.map(({ name }) => name).join(', ')
  const age =
    capturedAt === null ? t('settings.hosts.never') : t('settings.hosts.captured', ageOf(capturedAt, new Date()))
  return (
    <Setting name={host} why={`${reads} · ${age}`}>
      <button type="button" class="button" aria-label={t('settings.hosts.withdrawNamed', host)} onClick={onWithdraw}>
        {t('settings.hosts.withdraw')}
      </button>
    </Setting>
  )
}

function Others({ vendors, onAllow }: { vendors: Vendor[]; onAllow: (connector: Connector) => void }) {
  return (
    <SettingGroup title={t('settings.hosts.more')}>
      <Setting name={t('settings.hosts.byPage')} why={t('settings.hosts.byPageWhy')} />
      <details class="setting-more">
        <summary>{t('settings.hosts.known', vendors.length)}</summary>
        {vendors.map(({ connector }) => (
          <Setting key={connector.id} name={connector.name} why={patternsOf(connector).map(hostIn).join(', ')}>
            <button
              type="button"
              class="button"
              aria-label={t('settings.hosts.allowNamed', connector.name)}
              onClick={() => onAllow(connector)}
            >
              {t('settings.hosts.allow')}
            </button>
          </Setting>
        ))}
      </details>
    </SettingGroup>
  )
}
