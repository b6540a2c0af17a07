import { Check } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import type { Connector } from '../connector-kit/define.ts'
import { Icon } from '../ui/icon.tsx'
import { Ghosts } from '../ui/state.tsx'
import type { Vendor } from './hosts.ts'
import { words } from './words.ts'

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
    <section class="vendors" aria-label={words.vendors}>
      <header>
        <h1>{words.vendors}</h1>
        <p class="soft">{words.vendorsLead}</p>
      </header>
      {vendors === undefined && <Ghosts rows={6} />}
      <ul>
        {vendors?.map((vendor) => (
          <VendorRow key={vendor.connector.id} vendor={vendor} onToggle={() => void toggle(vendor)} />
        ))}
      </ul>
      <footer>
        <button type="button" class="button" onClick={onBack}>
          {words.back}
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
      {taught && <span class="badge">{words.taught}</span>}
      {allowed && (
        <span class="badge proven">
          <Icon of={Check} class="tiny" /> {words.allowed}
        </span>
      )}
      <button
        type="button"
        class="button"
        aria-label={allowed ? words.withdrawNamed(connector.name) : words.allowNamed(connector.name)}
        onClick={onToggle}
      >
        {allowed ? words.withdraw : words.allowOne}
      </button>
    </li>
  )
}

const hostsOf = ({ matches }: Connector): string =>
  [...new Set(matches.map((pattern) => pattern.replace(/^https:\/\/([^/]+)\/.*$/, '$1')))].join(', ')
