import type { ComponentProps } from 'preact'
import { useState } from 'preact/hooks'
import type { Uuid } from '../../../shared/model/id.ts'
import type { Page } from '../../access/page.ts'
import type { Database } from '../../db/database.ts'
import { ClientBanner } from '../../inventory/client-banner.tsx'
import { DueLine } from '../../inventory/due-line.tsx'
import { FirstClient } from '../../inventory/first-client.tsx'
import { SubscriptionList } from '../../inventory/subscription-list.tsx'
import { switching } from '../../inventory/switching.ts'
import { useDue } from '../../inventory/use-due.ts'
import type { ClientCard } from '../../records/clients.ts'
import { saveUnsent } from '../../sync/save-unsent.ts'
import { type SyncStanding, syncStanding } from '../../sync/standing.ts'
import { SyncLine } from '../../sync/sync-line.tsx'
import { dayOf } from '../../ui/format.ts'
import { t } from '../../ui/language.ts'
import { Ghosts, NotRead } from '../../ui/state.tsx'
import { Toasts } from '../../ui/toasts.tsx'
import { useLive } from '../../ui/use-live.ts'
import { useLoaded } from '../../ui/use-loaded.ts'
import { FindingLine } from './finding-line.tsx'
import type { FirstLook } from './first-look.ts'
import { knownConnectors } from './known-connectors.ts'
import { openReview } from './open-review.ts'
import { PageSection } from './page-section.tsx'
import { PanelButton } from './panel-button.tsx'
import { thisPage } from './this-page.ts'

type Screen = 'home' | 'connect' | 'vendors'
type Props = {
  db: Database
  page: Page | null
  clients: ClientCard[]
  active: ClientCard | null
  /** What was read before the popup was drawn, of the client that was active then. */
  first: FirstLook['of']
  onAllowed: () => void
}

/** The popup: whose inventory, this page, what is due, the inventory, and where it is saved. */
export function Popup(props: Props) {
  const { db, clients, active } = props
  const [screen, setScreen] = useState<Screen>('home')
  const sync = useLive(() => syncStanding(db), [db])
  const standing = sync.state === 'ready' ? sync.value : null
  const { onSwitch, onCreate } = switching(db, clients)
  const home = () => setScreen('home')
  return (
    <div class="popup">
      {clients.length > 0 && <ClientBanner active={active} clients={clients} onSwitch={onSwitch} onCreate={onCreate} />}
      <main>
        {screen === 'connect' && standing && (
          <Connect db={db} deviceName={standing.deviceName} url={standing.server} onDone={home} />
        )}
        {screen === 'vendors' && <Vendors onBack={home} />}
        {screen === 'home' &&
          (active ? (
            <Home
              key={active.id}
              {...props}
              active={active}
              onSwitch={onSwitch}
              onVendors={() => setScreen('vendors')}
            />
          ) : (
            <FirstClient onCreate={onCreate} />
          ))}
      </main>
      <Foot db={db} standing={standing} page={props.page} onConnect={() => setScreen('connect')} />
      <Toasts />
    </div>
  )
}

/** Loaded when somebody wants to connect, as the vendors are: the popup opens without either. */
function Connect(props: ComponentProps<typeof import('../../sync/connect-form.tsx').ConnectForm>) {
  const Form = useLoaded('connect', async () => (await import('../../sync/connect-form.tsx')).ConnectForm)
  return Form ? <Form {...props} /> : <Ghosts rows={4} />
}

function Vendors({ onBack }: { onBack: () => void }) {
  const Screen = useLoaded('vendors', async () => (await import('../../access/vendor-screen.tsx')).VendorScreen)
  return Screen ? <Screen known={knownConnectors} onBack={onBack} /> : <Ghosts rows={8} />
}

type HomeProps = Props & { active: ClientCard; onSwitch: (client: Uuid) => void; onVendors: () => void }

function Home({ db, page, clients, active, first, onSwitch, onVendors, onAllowed }: HomeProps) {
  const today = dayOf(new Date())
  const known = first?.client === active.id ? first : undefined
  const here = useLive(() => thisPage(db, page, active.id), [db, page, active.id], known?.here)
  const [listed, setListed] = useState(false)
  const due = useDue(db, active.id, today, listed)
  const onReview = (session: Uuid | null) => void openReview(session).then(() => window.close())
  if (here.state === 'loading') return <Ghosts rows={6} />
  return (
    <>
      <h1 class="aside">{t('popup.title')}</h1>
      {here.state === 'failed' && <NotRead {...here} />}
      {here.state === 'ready' && (
        <PageSection
          {...{ db, page, clients, active, onSwitch, onVendors, onAllowed, onReview }}
          here={here.value}
          room={3}
        />
      )}
      <DueLine due={due} today={today} />
      <FindingLine db={db} client={active.id} today={today} listed={listed} />
      <SubscriptionList {...{ db, today }} client={active.id} first={known?.listed} onListed={() => setListed(true)} />
    </>
  )
}

function Foot({
  db,
  standing,
  page,
  onConnect,
}: Pick<Props, 'db' | 'page'> & { standing: SyncStanding | null; onConnect: () => void }) {
  if (!standing) return <footer class="sync-line" />
  return (
    <SyncLine
      standing={standing}
      onConnect={onConnect}
      onSync={() => void syncAtOnce()}
      onSaveUnsent={() => void saveUnsent(db)}
    >
      <PanelButton page={page} />
    </SyncLine>
  )
}

const syncAtOnce = async () => (await import('../../messages.ts')).send('syncNow', {}).catch(() => undefined)
