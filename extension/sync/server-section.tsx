import { useState } from 'preact/hooks'
import { problem as problemOf } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { send } from '../messages.ts'
import { Setting, SettingSection } from '../settings/setting.tsx'
import type { SettingOf } from '../settings/settings.ts'
import { getSetting } from '../settings/store.ts'
import { Dialog } from '../ui/dialog.tsx'
import { formatDay, formatInstant, hostOf } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { problemWords } from '../ui/problem-words.ts'
import { Watched } from '../ui/state.tsx'
import { toast } from '../ui/toasts.tsx'
import { useLive } from '../ui/use-live.ts'
import { ConnectForm } from './connect-form.tsx'
import { DevicesOf } from './device-rows.tsx'
import { type SyncStanding, syncStanding } from './standing.ts'

type Paired = SettingOf<'server'>

/** Whether this device has a server, how it stands with it, and which other devices the person has there. */
export function ServerSection({ db }: { db: Database }) {
  const live = useLive(async () => ({ standing: await syncStanding(db), paired: await getSetting(db, 'server') }), [])
  const [connecting, setConnecting] = useState(false)
  return (
    <Watched of={live} rows={6}>
      {({ standing, paired }) =>
        connecting ? (
          <section class="setting-section" aria-label={t('settings.server.title')}>
            <ConnectForm
              db={db}
              deviceName={standing.deviceName}
              url={standing.server}
              onDone={() => setConnecting(false)}
            />
          </section>
        ) : paired ? (
          <Connected db={db} paired={paired} standing={standing} onConnect={() => setConnecting(true)} />
        ) : (
          <NotConnected waiting={standing.waiting} onConnect={() => setConnecting(true)} />
        )
      }
    </Watched>
  )
}

function NotConnected({ waiting, onConnect }: { waiting: number; onConnect: () => void }) {
  return (
    <SettingSection title={t('settings.server.title')} lead={t('settings.server.leadAlone')}>
      <Setting
        name={t('settings.server.notConnected')}
        why={waiting > 0 ? t('settings.server.changesHere', waiting) : t('settings.server.nothingHere')}
      >
        <button type="button" class="button main" onClick={onConnect}>
          {t('settings.server.connect')}
        </button>
      </Setting>
    </SettingSection>
  )
}

type ConnectedProps = { db: Database; paired: Paired; standing: SyncStanding; onConnect: () => void }

function Connected({ db, paired, standing, onConnect }: ConnectedProps) {
  const since = t('settings.server.since', formatDay(paired.pairedAt.slice(0, 10)))
  return (
    <SettingSection title={t('settings.server.title')} lead={t('settings.server.lead')}>
      <Setting name={paired.workspace ?? hostOf(paired.url)} why={paired.workspace ? hostOf(paired.url) : since}>
        <a class="button" href={`${paired.url}/account`} target="_blank" rel="noreferrer">
          {t('settings.server.account')}
        </a>
        <a class="button" href={`${paired.url}/members`} target="_blank" rel="noreferrer">
          {t('settings.server.members')}
        </a>
      </Setting>
      <Setting name={t('settings.server.signedIn')} why={paired.workspace ? since : undefined}>
        {paired.member}
      </Setting>
      <Syncing standing={standing} onConnect={onConnect} />
      <Disconnecting host={hostOf(paired.url)} waiting={standing.waiting} />
      <DevicesOf db={db} ownName={standing.deviceName ?? ''} />
    </SettingSection>
  )
}

const needSignIn = ['UNAUTHENTICATED', 'OTHER_WORKSPACE']

function Syncing({ standing, onConnect }: Pick<ConnectedProps, 'standing' | 'onConnect'>) {
  const { syncedAt, problem, waiting, refused } = standing
  const at = syncedAt === null ? t('settings.server.notYet') : formatInstant(syncedAt, new Date())
  const offline = problem === 'OFFLINE' || !navigator.onLine
  const why = offline ? t('settings.server.offline') : problem ? problemWords(problemOf(problem)).happened : undefined
  return (
    <>
      <Setting name={t('settings.server.synced', at)} why={why ?? t('settings.server.waiting', waiting)}>
        {problem && needSignIn.includes(problem) ? (
          <button type="button" class="button main" onClick={onConnect}>
            {t('settings.server.connectAgain')}
          </button>
        ) : (
          <button type="button" class="button" onClick={() => void send('syncNow', {}).catch(() => undefined)}>
            {t('settings.server.syncNow')}
          </button>
        )}
      </Setting>
      {refused > 0 && (
        <Setting name={t('settings.server.refused', refused)} why={t('settings.server.refusedWhy')}>
          <a class="button" href="/review.html">
            {t('settings.server.look')}
          </a>
        </Setting>
      )}
    </>
  )
}

/** Asked once; nothing that is kept here goes. */
function Disconnecting({ host, waiting }: { host: string; waiting: number }) {
  const [asking, setAsking] = useState(false)
  const disconnect = async () => {
    setAsking(false)
    await send('disconnectServer', {})
      .then(({ heard }) => toast(t(`settings.server.${heard ? 'disconnected' : 'unheard'}`, host)))
      .catch(() => toast(t('settings.server.failed')))
  }
  return (
    <Setting name={t('settings.server.leave')} why={t('settings.server.leaveWhy')}>
      <button type="button" class="button" onClick={() => setAsking(true)}>
        {t('settings.server.disconnect')}
      </button>
      {asking && (
        <Dialog
          title={t('settings.server.leaveTitle', host)}
          onClose={() => setAsking(false)}
          actions={
            <>
              <button type="button" class="button" data-first onClick={() => setAsking(false)}>
                {t('common.cancel')}
              </button>
              <button type="button" class="button main" onClick={() => void disconnect()}>
                {t('settings.server.disconnect')}
              </button>
            </>
          }
        >
          <p>{t('settings.server.stays')}</p>
          {waiting > 0 && <p class="tone-soon">{t('settings.server.unsent', waiting)}</p>}
        </Dialog>
      )}
    </Setting>
  )
}
