import { getDomain } from 'tldts'

/** What somebody registered: `admin.example.co.uk` → `example.co.uk`. Undefined for an address without one (an IP, localhost). */
export const registrableDomain = (hostOrUrl: string): string | undefined => getDomain(hostOrUrl) ?? undefined
