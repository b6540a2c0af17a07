import type { Database } from '../db/database.ts'
import type { SettingKey, SettingOf } from './settings.ts'

export const getSetting = async <K extends SettingKey>(db: Database, key: K): Promise<SettingOf<K> | undefined> =>
  (await db.settings.get(key)) as SettingOf<K> | undefined // a row's key is its kind

export const putSetting = async <K extends SettingKey>(db: Database, setting: SettingOf<K>): Promise<void> => {
  await db.settings.put(setting)
}

export const removeSetting = (db: Database, key: SettingKey): Promise<void> => db.settings.delete(key)
