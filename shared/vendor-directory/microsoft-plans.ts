import table from './microsoft-plans.json'
import { microsoftGuid } from './microsoft-skus.ts'

/** What is in a Microsoft SKU. A hundred kilobytes: for the server, the worker and the app, never for the popup. */
/**
 * Plans that give all that a smaller one gives, which then is not listed beside them. Source: Microsoft's service
 * descriptions of Exchange Online, SharePoint, Entra ID, Purview, Defender.
 */
const larger: Record<string, string> = {
  BPOS_S_TODO_1: 'BPOS_S_TODO_2 BPOS_S_TODO_3',
  BPOS_S_TODO_2: 'BPOS_S_TODO_3',
  EXCHANGE_S_STANDARD: 'EXCHANGE_S_ENTERPRISE',
  SHAREPOINTSTANDARD: 'SHAREPOINTENTERPRISE',
  AAD_PREMIUM: 'AAD_PREMIUM_P2',
  RMS_S_PREMIUM: 'RMS_S_PREMIUM2',
  ADALLOM_S_DISCOVERY: 'ADALLOM_S_STANDALONE',
  ATP_ENTERPRISE: 'THREAT_INTELLIGENCE',
  MDE_LITE: 'WINDEFATP',
}

let bySku: Map<string, ReadonlySet<number>> | undefined

function opened(): Map<string, ReadonlySet<number>> {
  if (bySku) return bySku
  // A foundation plan stands in nearly every SKU and gives nothing by itself; the full plan replaces it.
  const foundations = new Set(table.plans.flatMap((plan, at) => (plan.endsWith('_FOUNDATION') ? [at] : [])))
  bySku = new Map(
    table.lines.map((line) => {
      const [guid = '', plans = ''] = line.split('\t')
      return [
        guid,
        new Set(
          plans
            .split(' ')
            .map(Number)
            .filter((plan) => !foundations.has(plan)),
        ),
      ]
    }),
  )
  return bySku
}

const plansIn = (sku: string): ReadonlySet<number> | undefined => {
  const guid = microsoftGuid(sku)
  return guid === undefined ? undefined : opened().get(guid)
}

/**
 * Whether everything in one SKU is in the other too. Undefined where Microsoft's table does not list both: then nobody
 * knows. A SKU is not in itself, and one of the same plans is another edition, not a part.
 */
export function isIncludedIn(sku: string, bundle: string): boolean | undefined {
  const [parts, whole] = [plansIn(sku), plansIn(bundle)]
  if (!parts || !whole) return undefined
  if (parts.size === 0 || parts.size >= whole.size) return false
  for (const plan of parts) if (!whole.has(plan) && !largerThan(plan).some((more) => whole.has(more))) return false
  return true
}

const nameOf = (plan: string): string => plan.slice(plan.indexOf('\t') + 1)
const places = new Map(table.plans.map((plan, at) => [nameOf(plan), at]))

const largerThan = (plan: number): number[] => {
  const name = nameOf(table.plans[plan] ?? '')
  return Object.hasOwn(larger, name) ? (larger[name] ?? '').split(' ').flatMap((each) => places.get(each) ?? []) : []
}
