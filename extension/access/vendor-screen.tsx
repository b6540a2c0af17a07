import { Check } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import type { Connector } from '../connector-kit/define.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { Ghosts } from '../ui/state.tsx'
import type { Vendor } from './hosts.ts'

type Hosts = typeof import('./hosts.ts')

/** The consoles that Stocktake knows by name: allow or withdraw each. */
export function VendorScreen({ known, onBack }: { known: () => Promise<Connector[]>; onBack: () => void }) {
  const [hosts, setHosts] = useState<Hosts>()
  const [vendors, setVendors] = useState<Vendor[]>()
  useEffect(() => {
    void import('./hosts.ts').then(async (loaded) => {
      setHosts(loaded)
      setVendors(await loaded.vendorList(await known()))
    })
  }, [])
  const toggle = async ({ connector, allowed }: Vendor) => {
    await (allowed ? hosts?.withdrawVendor(connector) : hosts?.requestVendor(connector))
    setVendors(await hosts?.vendorList(await known()))
  }
  return (
    <section class="vendors" aria-label={t('access.vendors')}>
      <header>
        <h1>{t('access.vendors')}</h1>
        <p class="soft">{t('access.vendorsLead')}</p>
      </header>
      {vendors === undefined && <Ghosts rows={16} />}
      <ul>
        {vendors?.map((vendor) => (
          <VendorRow key={vendor.connector.id} vendor={vendor} onToggle={() => void toggle(vendor)} />
        ))}
      </ul>
      <footer>
        <button type="button" class="button" onClick={onBack}>
          {t('common.back')}
        </button>
      </footer>
    </section>
  )
}

function VendorRow({ vendor: { connector, allowed, taught }, onToggle }: { vendor: Vendor; onToggle: () => void }) {
  return (
    <li class="row vendor-row">
      <span class="cut">
        {connector.name} <span class="faint">{hostsOf(connector)}</span>
      </span>
      {taught && <span class="badge">{t('access.taught')}</span>}
      {allowed && (
        <span class="badge proven">
          <Icon of={Check} class="tiny" /> {t('access.allowed')}
        </span>
      )}
      <button
        type="button"
        class="button"
        aria-label={allowed ? t('access.withdrawNamed', connector.name) : t('access.allowNamed', connector.name)}
        onClick={onToggle}
      >
        {allowed ? t('access.withdraw') : t('access.allow')}
      </button>
    </li>
  )
}

const hostsOf = ({ matches }: Connector): string =>
  [...new Set(matches.map((pattern) => pattern.replace(/^https:\/\/([^/]+)\/.*$/, '$1')))].join(', ')
