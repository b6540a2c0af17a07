import { CalendarClock, FileSpreadsheet, ListChecks, Plus, RefreshCw, Settings } from 'lucide'
import { useState } from 'preact/hooks'
import type { Uuid } from '../../../shared/model/id.ts'
import type { Database } from '../../db/database.ts'
import { send } from '../../messages.ts'
import type { ClientCard } from '../../records/clients.ts'
import type { Act } from '../../search/acts.ts'
import { AddClient } from '../../search/add-client.tsx'
import type { Palette } from '../../search/palette.tsx'
import { SearchButton } from '../../search/search-button.tsx'
import { sections } from '../../settings/settings-screen.tsx'
import { t } from '../../ui/language.ts'
import { toast } from '../../ui/toasts.tsx'
import { areas } from './areas.ts'

type Props = {
  db: Database
  active: ClientCard | null
  all: ClientCard[]
  onSwitch: (client: Uuid) => Promise<void>
  onCreate: (name: string) => void
}

/** The search of a page in a tab. What it needs is loaded when it is opened first. */
export function Searching({ db, active, all, onSwitch, onCreate }: Props) {
  const [loaded, setLoaded] = useState<{ Palette: typeof Palette } | null>(null)
  const [open, setOpen] = useState<'search' | 'add' | null>(null)
  const close = () => setOpen(null)
  const show = () => {
    setOpen('search')
    if (!loaded) void import('../../search/palette.tsx').then(setLoaded)
  }
  const openThing = async ({ client, page }: { client: ClientCard; page: string }) => {
    // Another client's thing is never shown under this one's name.
    if (client.id !== active?.id) await onSwitch(client.id)
    go(page)
  }
  return (
    <>
      <SearchButton onOpen={show} />
      {open === 'search' && loaded && (
        <loaded.Palette
          {...{ db, active, clients: all }}
          acts={actsOf(() => setOpen('add'))}
          onOpen={(thing) => void openThing(thing)}
          onSwitch={({ id }) => void onSwitch(id)}
          onClose={() => setOpen((now) => (now === 'search' ? null : now))}
        />
      )}
      {open === 'add' && <AddClient onAdd={onCreate} onClose={close} />}
    </>
  )
}

const go = (place: string) => location.assign(`/app.html#${place}`)

function actsOf(addClient: () => void): Act[] {
  const act = (id: 'decide' | 'import' | 'review' | 'sync', icon: Act['icon'], run: () => void): Act => ({
    ...{ id, icon, run, is: 'act' },
    name: t(`search.act.${id}`),
    also: t(`search.also.${id}`),
  })
  return [
    act('review', ListChecks, () => location.assign('/review.html')),
    act('decide', CalendarClock, () => go('renewals')),
    act('import', FileSpreadsheet, () => go('import')),
    act('sync', RefreshCw, () => void syncNow()),
    {
      ...{ id: 'add-client', icon: Plus, is: 'act', run: addClient },
      name: t('search.addClient'),
      also: t('search.also.addClient'),
    },
    ...areas.map(
      ({ id, icon }): Act => ({ id, icon, is: 'area', name: t(`areas.${id}`), also: '', run: () => go(id) }),
    ),
    ...sections.map(
      (id): Act => ({
        ...{ id: `settings/${id}`, icon: Settings, is: 'area', run: () => go(`settings/${id}`) },
        name: `${t('areas.settings')}: ${t(`settings.${id}.title`)}`,
        also: '',
      }),
    ),
  ]
}

const syncNow = () =>
  send('syncNow', {}).then(
    () => toast(t('search.synced')),
    () => toast(t('search.notSynced')),
  )
