import type { Instant } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { ProblemCode } from '../../shared/problem.ts'
import type { SavedView } from './list-view.ts'

/** What this device remembers besides the inventory. Tokens live here and nowhere else: content scripts cannot read it. */
export type Setting =
  /** This installed extension. `workspace` is made up locally until a server gives its own (`adopted`), for ever. */
  | { key: 'device'; id: Uuid; name: string; workspace: Uuid; adopted: boolean }
  /** `workspace` is its name; absent where an early version paired. */
  | { key: 'server'; url: string; token: string; member: string; pairedAt: Instant; workspace?: string }
  | { key: 'activeClient'; client: Uuid }
  /** How the person likes to see each list. */
  | { key: 'views'; lists: Record<string, SavedView[]> }
  /** Connectors of ours, by their ids, that read nothing on this device until they are resumed. */
  | { key: 'paused'; connectors: string[] }
  /** The last round: what stopped it, how often in a row, when the next may start (C8), and the last that got through. */
  | {
      key: 'syncState'
      at: Instant
      problem: ProblemCode | null
      failures: number
      retryAt: Instant | null
      syncedAt: Instant | null
    }

export type SettingKey = Setting['key']
export type SettingOf<K extends SettingKey> = Extract<Setting, { key: K }>
