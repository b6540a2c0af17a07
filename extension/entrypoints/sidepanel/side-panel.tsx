import { useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { Uuid } from '../../../shared/model/id.ts'
import { requestVendor } from '../../access/hosts.ts'
import type { Page } from '../../access/page.ts'
import { VendorScreen } from '../../access/vendor-screen.tsx'
import { connectors } from '../../connectors/index.ts'
import type { Database } from '../../db/database.ts'
import { ClientBanner } from '../../inventory/client-banner.tsx'
import { FirstClient } from '../../inventory/first-client.tsx'
import { switching } from '../../inventory/switching.ts'
import type { ClientCard } from '../../records/clients.ts'
import { RouteList } from '../../route/route-list.tsx'
import { TeachPanel } from '../../teach/teach-panel.tsx'
import { dayOf } from '../../ui/format.ts'
import { t } from '../../ui/language.ts'
import { Watched } from '../../ui/state.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Toasts } from '../../ui/toasts.tsx'
import { useLive } from '../../ui/use-live.ts'
import { knownConnectors } from '../popup/known-connectors.ts'
import { openReview } from '../popup/open-review.ts'
import { PageSection } from '../popup/page-section.tsx'
import { thisPage } from '../popup/this-page.ts'

const tabs = ['page', 'route', 'teach'] as const
type Tab = (typeof tabs)[number]
type Props = {
  db: Database
  page: Page | null
  clients: ClientCard[]
  active: ClientCard | null
  onAllowed: () => void
}

/** Beside the console while the person looks at one page after the other: this page's drafts, and where to go next. */
export function SidePanel(props: Props) {
  const { db, clients, active } = props
  const [tab, setTab] = useState<Tab>('page')
  const { onSwitch, onCreate } = switching(db, clients)
  const named = tabs.map((id) => ({ id, name: t(`panel.${id}`) }))
  return (
    <div class="panel">
      {clients.length > 0 && <ClientBanner active={active} clients={clients} onSwitch={onSwitch} onCreate={onCreate} />}
      <main>
        <h1 class="aside">{t('popup.title')}</h1>
        {active ? (
          <Tabs label={t('panel.parts')} tabs={named} selected={tab} onSelect={setTab}>
            {tab === 'page' && <ThisPage {...props} active={active} onSwitch={onSwitch} />}
            {tab === 'teach' && <TeachPanel db={db} page={props.page} />}
            {tab === 'route' && (
              <RouteList db={db} client={active} connectors={connectors} today={dayOf(new Date())} onOpen={openPage} />
            )}
          </Tabs>
        ) : (
          <FirstClient onCreate={onCreate} />
        )}
      </main>
      <Toasts />
    </div>
  )
}

type PageProps = Props & { active: ClientCard; onSwitch: (client: Uuid) => void }

function ThisPage(props: PageProps) {
  const { db, page, active } = props
  const [vendors, showVendors] = useState(false)
  const here = useLive(() => thisPage(db, page, active.id), [db, page, active.id])
  if (vendors) return <VendorScreen known={knownConnectors} onBack={() => showVendors(false)} />
  const toReview = (session: Uuid | null) => void openReview(session)
  return (
    <Watched of={here} rows={4}>
      {(value) => (
        <PageSection {...props} here={value} room={50} onReview={toReview} onVendors={() => showVendors(true)} />
      )}
    </Watched>
  )
}

/** Straight from the click: a host that is not allowed yet is asked for before any waiting, or browsers refuse. */
function openPage(url: string): void {
  void requestVendor(url).finally(() => browser.tabs.create({ url }))
}
