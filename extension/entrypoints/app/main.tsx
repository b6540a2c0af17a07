import { ListChecks } from 'lucide'
import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Day } from '../../../shared/model/day.ts'
import { database } from '../../db/open.ts'
import { FindingsScreen } from '../../findings/findings-screen.tsx'
import { ImportScreen } from '../../import/import-screen.tsx'
import { RatesScreen } from '../../rates/rates-screen.tsx'
import type { ClientCard } from '../../records/clients.ts'
import { dayOf } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { VendorsScreen } from '../../vendors/vendors-screen.tsx'
import { type AreaId, areas, placeIn } from './areas.ts'
import { ClientPage } from './client-page.tsx'

function Main() {
  const { area } = usePlace()
  return (
    <ClientPage aside={<Navigation current={area} />}>
      {({ active }) => <Area of={area} active={active} today={dayOf(new Date())} />}
    </ClientPage>
  )
}

type AreaProps = { of: AreaId; active: ClientCard | null; today: Day }

function Area({ of, active, today }: AreaProps) {
  if (of === 'import') return <ImportScreen db={database} active={active} />
  if (of === 'rates') return <RatesScreen db={database} active={active} today={today} />
  if (of === 'vendors') return <VendorsScreen db={database} active={active} today={today} />
  return <FindingsScreen db={database} active={active} today={today} />
}

function Navigation({ current }: { current: AreaId }) {
  return (
    <nav class="areas" aria-label="Areas">
      <ul>
        {areas.map(({ id, label, icon }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
              <Icon of={icon} /> {label}
            </a>
          </li>
        ))}
        <li>
          <a href="/review.html">
            <Icon of={ListChecks} /> Review
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

const screen = document.getElementById('screen')
if (screen) render(<Main />, screen)
