import { Check } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import type { Database } from '../db/database.ts'
import { formatBytes, formatCount } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { Watched } from '../ui/state.tsx'
import { toast } from '../ui/toasts.tsx'
import { useLive } from '../ui/use-live.ts'
import { coming, Setting, SettingGroup, SettingSection } from './setting.tsx'
import { type KeptOf, keptByClient, type Room, roomNow } from './storage.ts'

/** How much room the inventory takes on this device, and whether the browser may clear it away. */
export function StorageSection({ db }: { db: Database }) {
  const kept = useLive(() => keptByClient(db), [])
  return (
    <SettingSection title={t('settings.storage.title')} lead={t('settings.storage.lead')}>
      <OfDevice />
      <SettingGroup title={t('settings.storage.byClient')}>
        <Watched of={kept} rows={3}>
          {(all) => <ByClient all={all} />}
        </Watched>
      </SettingGroup>
    </SettingSection>
  )
}

function OfDevice() {
  const [room, setRoom] = useState<Room>()
  const look = () => void roomNow(navigator).then(setRoom)
  useEffect(look, [])
  const keep = async () => {
    const isKept = await navigator.storage.persist()
    toast(isKept ? t('settings.storage.kept') : t('settings.storage.refused'))
    look()
  }
  const told = (bytes: number | null | undefined) =>
    bytes === undefined ? '' : bytes === null ? t('common.notShown') : formatBytes(bytes)
  return (
    <>
      <Setting
        name={t('settings.storage.used')}
        why={room?.free ? t('settings.storage.free', told(room.free)) : coming}
      >
        {told(room?.used)}
      </Setting>
      <Setting
        name={t('settings.storage.forGood')}
        why={room?.keptForGood ? t('settings.storage.forGoodKept') : t('settings.storage.forGoodWhy')}
      >
        {room?.keptForGood === true && (
          <span class="badge proven">
            <Icon of={Check} class="tiny" /> {t('settings.storage.isKept')}
          </span>
        )}
        {room?.keptForGood === false && (
          <button type="button" class="button" onClick={() => void keep()}>
            {t('settings.storage.keep')}
          </button>
        )}
      </Setting>
    </>
  )
}

function ByClient({ all }: { all: KeptOf[] }) {
  return (
    <table class="setting-table">
      <thead>
        <tr>
          <th scope="col">{t('settings.storage.client')}</th>
          <th scope="col" class="number">
            {t('settings.storage.records')}
          </th>
          <th scope="col" class="number">
            {t('settings.storage.observations')}
          </th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ client, name, records, observations }) => (
          <tr key={client}>
            <td>{name}</td>
            <td class="number">{formatCount(records)}</td>
            <td class="number">{formatCount(observations)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
