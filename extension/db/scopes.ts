import type { Uuid } from '../../shared/model/id.ts'
import { newId } from '../../shared/model/make-id.ts'
import type { SettingOf } from '../settings/settings.ts'
import { getSetting, putSetting } from '../settings/store.ts'
import type { Database } from './database.ts'
import type { ScopeState } from './schema.ts'

/** This device, made at its first need. Inside a caller's transaction it needs `settings`. */
export async function thisDevice(db: Database): Promise<SettingOf<'device'>> {
  const known = await getSetting(db, 'device')
  if (known) return known
  const device = { key: 'device', id: newId(), name: '', workspace: newId(), adopted: false } as const
  await putSetting(db, device)
  return device
}

/** The scope's state, made at its first need. Inside a caller's transaction it needs `scopes`. */
export async function openScope(db: Database, scope: Uuid, kind: ScopeState['kind']): Promise<ScopeState> {
  const known = await db.scopes.get(scope)
  if (known) return known
  const state = newScope(scope, kind)
  await db.scopes.put(state)
  return state
}

export const newScope = (scope: Uuid, kind: ScopeState['kind']): ScopeState => ({
  scope,
  kind,
  epoch: null,
  cursor: 0,
  floor: 0,
  head: 0,
  device: newId(),
  n: 0,
  purged: 0,
  problem: null,
  comparedAt: null,
})
