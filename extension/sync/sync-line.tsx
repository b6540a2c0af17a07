import { Cloud, CloudOff, HardDrive, TriangleAlert } from 'lucide'
import type { ComponentChildren } from 'preact'
import { formatInstant, hostOf } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import type { SyncStanding } from './standing.ts'
import { words } from './words.ts'

/** The sync state in words: what is safe comes first. */
export function syncWords(standing: SyncStanding, now: Date, online: boolean): string {
  const { server, waiting, since, syncedAt, problem } = standing
  const offline = !online || problem === 'OFFLINE'
  if (server === null) return `${words.saved} ${waiting > 0 ? words.waitNowhere(waiting) : words.notConnected}`
  const safe = offline ? `${words.offline} ${words.saved}` : words.saved
  if (waiting > 0 && since !== null) return `${safe} ${words.wait(waiting, formatInstant(since, now))}`
  if (syncedAt === null) return `${safe} ${words.firstSync(hostOf(server))}`
  return `${safe} ${words.upToDate(hostOf(server), formatInstant(syncedAt, now))}`
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
        {refused > 0 && <span class="tone-soon">{words.attention(refused)} </span>}
        {locked.names.length > 0 && <span class="tone-soon">{words.locked(locked.names)} </span>}
        {locked.purged.length > 0 && <span class="tone-soon">{words.purged(locked.purged)} </span>}
        {syncWords(standing, new Date(), online)}
      </p>
      {locked.unsent > 0 && (
        <button type="button" class="button link" onClick={onSaveUnsent}>
          {words.saveUnsent(locked.unsent)}
        </button>
      )}
      {server === null || needsPerson ? (
        <button type="button" class="button link" onClick={onConnect}>
          {needsPerson ? words.connectAgain : words.connect}
        </button>
      ) : (
        waiting > 0 && (
          <button type="button" class="button link" onClick={onSync}>
            {words.syncNow}
          </button>
        )
      )}
      {children}
    </footer>
  )
}
