import { ListChecks } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Day } from '../../../shared/model/day.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import { database } from '../../db/open.ts'
import { FindingsScreen } from '../../findings/findings-screen.tsx'
import { ImportScreen } from '../../import/import-screen.tsx'
import { InventoryScreen } from '../../inventory/inventory-screen.tsx'
import { PeopleScreen } from '../../people/people-screen.tsx'
import { RatesScreen } from '../../rates/rates-screen.tsx'
import type { ClientCard } from '../../records/clients.ts'
import { RenewalsScreen } from '../../renewals/renewals-screen.tsx'
import { SpendScreen } from '../../spend/spend-screen.tsx'
import { listenOnScreen } from '../../sync/listen-on-screen.ts'
import { dayOf } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useKeys } from '../../ui/keys.ts'
import { t } from '../../ui/language.ts'
import { start } from '../../ui/start.tsx'
import { Ghosts } from '../../ui/state.tsx'
import { VendorsScreen } from '../../vendors/vendors-screen.tsx'
import { type AreaId, areas, placeIn } from './areas.ts'
import { ClientPage } from './client-page.tsx'
import type { SettingsProps } from './settings.tsx'

function Main() {
  const { area, of, part } = usePlace()
  useKeys({ '?': () => location.assign('#settings/keyboard') })
  return (
    <ClientPage aside={<Navigation current={area} />}>
      {({ active }) => <Area area={area} of={of} part={part} active={active} today={dayOf(new Date())} />}
    </ClientPage>
  )
}

type AreaProps = { area: AreaId; of: Uuid | undefined; part: string | undefined; active: ClientCard | null; today: Day }

function Area({ area, of, part, active, today }: AreaProps) {
  const known = { db: database, active, today }
  if (area === 'import') return <ImportScreen db={database} active={active} />
  if (area === 'inventory') return <InventoryScreen {...known} of={of} />
  if (area === 'renewals') return <RenewalsScreen {...known} of={of} />
  if (area === 'spend') return <SpendScreen {...known} of={of} />
  if (area === 'people') return <PeopleScreen {...known} of={of} />
  if (area === 'rates') return <RatesScreen {...known} />
  if (area === 'settings') return <LoadedSettings db={database} active={active} part={part} />
  if (area === 'vendors') return <VendorsScreen {...known} />
  return <FindingsScreen {...known} />
}

/** Loaded at its need: it brings all connectors along. */
function LoadedSettings(props: SettingsProps) {
  const [loaded, setLoaded] = useState<{ Settings: (props: SettingsProps) => ComponentChildren }>()
  useEffect(() => void import('./settings.tsx').then(setLoaded), [])
  return loaded ? <loaded.Settings {...props} /> : <Ghosts rows={8} />
}

function Navigation({ current }: { current: AreaId }) {
  return (
    <nav class="areas" aria-label={t('areas.navigation')}>
      <ul>
        {areas.map(({ id, icon }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
              <Icon of={icon} /> {t(`areas.${id}`)}
            </a>
          </li>
        ))}
        <li>
          <a href="/review.html">
            <Icon of={ListChecks} /> {t('areas.review')}
          </a>
        </li>
      </ul>
    </nav>
  )
}

function usePlace() {
  const [place, setPlace] = useState(() => placeIn(location.hash))
  useEffect(() => {
    const follow = () => setPlace(placeIn(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return place
}

void start(Main)
listenOnScreen()
