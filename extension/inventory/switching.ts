import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { activeClient, type ClientCard, createClient, listClients, setActiveClient } from '../records/clients.ts'
import { t } from '../ui/language.ts'
import { toast } from '../ui/toasts.tsx'

export type Clients = { active: ClientCard | null; all: ClientCard[] }

export async function clientsNow(db: Database): Promise<Clients> {
  const [active, all] = await Promise.all([activeClient(db), listClients(db)])
  return { active: active ?? null, all }
}

/** With the active client alone, where there is one: what is painted first waits for no other. They stand in the menu. */
export async function activeAlone(db: Database): Promise<Clients> {
  const active = await activeClient(db)
  return active ? { active, all: [active] } : clientsNow(db)
}

/** The same in every screen that has the banner. */
export const switching = (db: Database, all: ClientCard[]) => ({
  onSwitch: async (client: Uuid) => {
    const name = all.find(({ id }) => id === client)?.name
    await setActiveClient(db, client)
    if (name) toast(t('inventory.clients.switched', name))
  },
  onCreate: (name: string) => {
    void createClient(db, name).then(() => toast(t('inventory.clients.switched', name)))
  },
})
