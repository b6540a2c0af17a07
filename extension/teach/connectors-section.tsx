import { Pause, Play } from 'lucide'
import type { Connector } from '../connector-kit/define.ts'
import { connectors } from '../connectors/index.ts'
import type { Database } from '../db/database.ts'
import { pauseConnector, pausedConnectors } from '../settings/paused.ts'
import { Setting, SettingGroup, SettingSection } from '../settings/setting.tsx'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { Watched } from '../ui/state.tsx'
import { useLive } from '../ui/use-live.ts'
import { listTaught } from './taught.ts'
import { TaughtList } from './taught-list.tsx'

/** What reads on this device: what was taught first, then what ships with the extension. */
export function ConnectorsSection({ db }: { db: Database }) {
  // Read together: what ships stands below what was taught, and nothing pushes it down.
  const known = useLive(async () => ({ paused: await pausedConnectors(db), taught: await listTaught(db) }), [db])
  return (
    <SettingSection title={t('settings.connectors.title')} lead={t('settings.connectors.lead')}>
      <Watched of={known} rows={12}>
        {({ paused, taught }) => (
          <>
            <TaughtList db={db} list={taught} here={null} last={undefined} />
            <SettingGroup title={t('settings.connectors.builtIn')}>
              {connectors.map((connector) => (
                <Row key={connector.id} db={db} paused={paused.has(connector.id)} connector={connector} />
              ))}
            </SettingGroup>
          </>
        )}
      </Watched>
    </SettingSection>
  )
}

function Row({ db, paused, connector }: { db: Database; paused: boolean; connector: Connector }) {
  const { id, name, matches, readAll } = connector
  const called = readAll ? t('settings.connectors.generic') : name
  return (
    <Setting
      name={
        <>
          {called} {paused && <span class="badge">{t('settings.connectors.isPaused')}</span>}
        </>
      }
      why={readAll ? t('settings.connectors.genericWhy') : pagesOf(matches)}
    >
      <button
        type="button"
        class="button quiet"
        aria-label={paused ? t('settings.connectors.resumeNamed', called) : t('settings.connectors.pauseNamed', called)}
        onClick={() => void pauseConnector(db, id, !paused)}
      >
        <Icon of={paused ? Play : Pause} />
        {paused ? t('settings.connectors.resume') : t('settings.connectors.pause')}
      </button>
    </Setting>
  )
}

/** `https://admin.slack.com/billing*` → `admin.slack.com/billing` */
const pagesOf = (matches: string[]): string =>
  [...new Set(matches.map((pattern) => pattern.replace(/^https:\/\//, '').replace(/\/?\*?$/, '')))].join(', ')
