import { Cloud, CloudOff, HardDrive, TriangleAlert } from 'lucide'
import type { ComponentChildren } from 'preact'
import { formatInstant, hostOf } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import type { SyncStanding } from './standing.ts'

/** The sync state in words: what is safe comes first. */
export function syncWords(standing: SyncStanding, now: Date, online: boolean): string {
  const { server, waiting, since, syncedAt, problem } = standing
  const offline = !online || problem === 'OFFLINE'
  const saved = t('sync.saved')
  if (server === null) return `${saved} ${waiting > 0 ? t('sync.waitNowhere', waiting) : t('sync.notConnected')}`
  const safe = offline ? `${t('sync.offline')} ${saved}` : saved
  if (waiting > 0 && since !== null) return `${safe} ${t('sync.wait', waiting, formatInstant(since, now))}`
  if (syncedAt === null) return `${safe} ${t('sync.firstSync', hostOf(server))}`
  return `${safe} ${t('sync.upToDate', hostOf(server), formatInstant(syncedAt, now))}`
}

/** One client by its name, several by how many they are. */
function lockedWords(why: 'locked' | 'purged', names: string[]): string {
  const [name] = names
  return names.length === 1 && name ? t(`sync.${why}Named`, name) : t(`sync.${why}`, names.length)
}

type Props = {
  standing: SyncStanding
  onConnect: () => void
  onSync: () => void
  onSaveUnsent: () => void
  children?: ComponentChildren
}

export function SyncLine({ standing, onConnect, onSync, onSaveUnsent, children }: Props) {
  const { server, problem, refused, waiting, locked } = standing
  const online = navigator.onLine
  const needsPerson = server !== null && (problem === 'UNAUTHENTICATED' || problem === 'OTHER_WORKSPACE')
  return (
    <footer class="sync-line">
      <Icon of={needsPerson || refused > 0 ? TriangleAlert : server === null ? HardDrive : online ? Cloud : CloudOff} />
      <p role="status">
        {refused > 0 && <span class="tone-soon">{t('sync.attention', refused)} </span>}
        {locked.names.length > 0 && <span class="tone-soon">{lockedWords('locked', locked.names)} </span>}
        {locked.purged.length > 0 && <span class="tone-soon">{lockedWords('purged', locked.purged)} </span>}
        {syncWords(standing, new Date(), online)}
      </p>
      {locked.unsent > 0 && (
        <button type="button" class="button link" onClick={onSaveUnsent}>
          {t('sync.saveUnsent', locked.unsent)}
        </button>
      )}
      {server === null || needsPerson ? (
        <button type="button" class="button link" onClick={onConnect}>
          {needsPerson ? t('sync.connectAgain') : t('sync.connect')}
        </button>
      ) : (
        waiting > 0 && (
          <button type="button" class="button link" onClick={onSync}>
            {t('sync.syncNow')}
          </button>
        )
      )}
      {children}
    </footer>
  )
}
