import type { Role } from '../db/tables.ts'

/** What a role is called on a page, and what it may, in a few words. */
export const roleWords: Record<Role, { name: string; may: string }> = {
  owner: { name: 'Owner', may: 'everything, and makes other owners' },
  admin: { name: 'Admin', may: 'members, devices, keys and all clients' },
  lead: { name: 'Lead', may: 'makes and changes clients' },
  consultant: { name: 'Consultant', may: 'captures and changes what is known of clients' },
  reader: { name: 'Reader', may: 'reads, and changes nothing' },
}

export const clientCount = (clients: 'all' | number): string =>
  clients === 'all'
    ? 'all clients'
    : clients === 0
      ? 'no client yet'
      : clients === 1
        ? 'one client'
        : `${clients} clients`
