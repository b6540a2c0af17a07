import { searchable } from '../../extension/db/listing.ts'
import vendors from '../../shared/vendor-directory/vendors.json' with { type: 'json' }

/** A name as the listing keeps it, and of which of the clients. */
export type BenchName = { client: number; type: 'subscription' | 'assignment'; name: string }

const first =
  'Amara Jonas Mina Teo Wen Ines Søren Chloé Viktor Priya Lukas Hanna Omar Yuki Elena Marek Nadia Tomás Freya Ivan'
const last =
  'Okafor Lindqvist Reyes Brandt Zhao Duarte Nyström Bernard Petrov Sharma Wagner Keller Haddad Tanaka Rossi Novák Costa García Olsen Sokolov'
const plans = 'Business Premium|Enterprise|Team|Pro|Standard|E3|E5|Plan 1|Plan 2|Starter|Essentials|Add-on'.split('|')
const listed = vendors.lines.map((line) => line.split('\t'))

/** Subscriptions of real vendors' names and, ten for each, people who have a seat, all with an address of their own. */
export function benchNames(subscriptions: number, assignments: number, clients: number): BenchName[] {
  const names: BenchName[] = []
  for (let at = 0; at < subscriptions; at++) {
    const [domain = '', vendor = ''] = listed[(at * 7) % listed.length] ?? []
    const name = searchable(`${vendor} ${plans[at % plans.length]} SKU-${at} ${domain}`)
    names.push({ client: at % clients, type: 'subscription', name })
  }
  const [firsts, lasts] = [first.split(' '), last.split(' ')]
  for (let at = 0; at < assignments; at++) {
    const [given, family] = [firsts[at % 20] ?? '', lasts[Math.floor(at / 20) % 20] ?? '']
    const name = searchable(`${given} ${family} ${given}.${family}${at}@client${at % clients}.example`)
    names.push({ client: at % clients, type: 'assignment', name })
  }
  return names
}

/** As people type: letter by letter, with typos, out of order, too much, and nothing that is there. */
export const typedQueries = [
  'microsoft 365',
  'micorsoft',
  'slack business',
  'figma ent',
  'premium adobe',
  'okafor',
  'lindqvsit jonas',
  'amara okafor',
  'zoom',
  'sku-4711',
  'e5',
  'salesfroce',
  'atlasian team',
  'tanaka',
  'client7',
  'xqzwv',
  'søren nyström',
]

export const keysOf = (query: string): string[] =>
  Array.from(query, (_, at) => searchable(query.slice(0, at + 1))).filter((typed) => typed !== '')
