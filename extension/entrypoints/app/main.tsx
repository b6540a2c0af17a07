import { ListChecks } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { database } from '../../db/open.ts'
import { activeAlone, type Clients, clientsNow } from '../../inventory/switching.ts'
import { listenOnScreen } from '../../sync/listen-on-screen.ts'
import { dayOf } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useKeys } from '../../ui/keys.ts'
import { t } from '../../ui/language.ts'
import { soon, start } from '../../ui/start.tsx'
import { Ghosts } from '../../ui/state.tsx'
import { useLoaded } from '../../ui/use-loaded.ts'
import { type AreaProps, areaNow, loadArea, readAhead } from './area-screens.ts'
import { type AreaId, areas, placeIn } from './areas.ts'
import { ClientPage } from './client-page.tsx'

function Main({ first }: { first: Clients | undefined }) {
  const { area, of, part } = usePlace()
  useKeys({ '?': () => location.assign('#settings/keyboard') })
  return (
    <ClientPage
      aside={<Navigation current={area} />}
      about={area === 'portfolio' ? t('portfolio.all') : undefined}
      isOfNone={area === 'settings'}
      first={first}
    >
      {({ active, all, onSwitch }) => (
        <Area {...{ area, of, part, active, onSwitch }} db={database} clients={all} today={dayOf(new Date())} />
      )}
    </ClientPage>
  )
}

function Area({ area, ...known }: AreaProps & { area: AreaId }) {
  const Screen = useLoaded(area, () => loadArea(area), areaNow(area))
  return Screen ? <Screen {...known} /> : <Ghosts rows={10} />
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

async function firstLook(): Promise<Clients> {
  const { area, of } = placeIn(location.hash)
  const loading = loadArea(area)
  const clients = await (area === 'inventory' ? activeAlone(database) : clientsNow(database))
  const client = of === undefined ? clients.active?.id : undefined
  await Promise.all([loading, client !== undefined && readAhead(area, database, client, dayOf(new Date()))])
  return clients
}

void start(soon(firstLook()).then((first) => () => <Main first={first} />))
listenOnScreen()
