import type { Uuid } from '../model/id.ts'
import type { Belief, Beliefs } from './belief.ts'
import { folded, type Names } from './names.ts'

/**
 * All that gives the right to use one product and plan in one vendor account: the unit in which seats are counted, held
 * and wasted. Several purchases of one SKU are one entitlement, as their seats are one pool.
 */
export type Entitlement = {
  /** The same on every device and in every order of captures. */
  key: string
  vendor: { key: string; name: string; categories: string[] }
  product: { key: string; name: string }
  /** What a console shows of all purchases together, where it does. */
  pool: Belief<'subscription'> | null
  /** Each purchase by itself; where the console shows only one figure, that one. */
  purchases: Belief<'subscription'>[]
  lots: Belief<'lot'>[]
  assignments: Belief<'assignment'>[]
}

/** Which entitlement a subscription or an assignment belongs to, and what else may name the same one. */
type Keys = { account: string; vendor: string; sku: string | undefined; product: string | undefined }

const accountOf = ({ account, vendor }: Pick<Belief<'subscription'>, 'account' | 'vendor'>, names: Names): string =>
  `${names.vendor(vendor).key}\n${account ? folded(account.id) : ''}`

function keysOf(belief: Belief<'subscription'> | Belief<'assignment'>, names: Names): Keys {
  const { sku, product, plan } = belief.values
  const vendor = names.vendor(belief.vendor).key
  const called = product ?? plan
  return {
    account: accountOf(belief, names),
    vendor,
    sku: sku === undefined ? undefined : folded(sku),
    product:
      called === undefined
        ? undefined
        : `${names.product(vendor, called).key}\n${product === undefined || plan === undefined ? '' : folded(plan)}`,
  }
}

/** By SKU where one is shown, as two products may be called alike; else by product and plan; else it stands alone. */
export function entitlementKey(belief: Belief<'subscription'>, names: Names): string {
  const { account, sku, product } = keysOf(belief, names)
  return `${account}\n${sku !== undefined ? `sku ${sku}` : product !== undefined ? `product ${product}` : belief.id}`
}

/** The entitlements of a client, and whose seat an assignment is. */
export type Entitlements = {
  all: Entitlement[]
  bySubscription: Map<Uuid, Entitlement>
  of: (assignment: Belief<'assignment'>) => Entitlement | undefined
}

/** Every entitlement of a client, with its lots and the assignments that can be told to belong to it. */
export function entitlementsOf(
  beliefs: Pick<Beliefs, 'subscription' | 'lot' | 'assignment'>,
  names: Names,
): Entitlements {
  const byKey = new Map<string, Entitlement>()
  const bySubscription = new Map<Uuid, Entitlement>()
  for (const subscription of beliefs.subscription) {
    const key = entitlementKey(subscription, names)
    const entitlement = byKey.get(key) ?? newEntitlement(key, names.vendor(subscription.vendor))
    byKey.set(key, entitlement)
    entitlement.purchases.push(subscription)
    bySubscription.set(subscription.id, entitlement)
  }
  const all = [...byKey.values()]
  for (const entitlement of all) settle(entitlement, names)
  for (const lot of beliefs.lot) bySubscription.get(lot.values.subscription ?? '')?.lots.push(lot)
  const of = finderOf(all, names)
  for (const assignment of beliefs.assignment) of(assignment)?.assignments.push(assignment)
  return { all, bySubscription, of }
}

const newEntitlement = (key: string, vendor: Entitlement['vendor']): Entitlement => ({
  key,
  vendor,
  product: { key: '', name: '' },
  pool: null,
  purchases: [],
  lots: [],
  assignments: [],
})

/**
 * Put in order, so that it does not matter which capture came first. A record without an id of its own beside others that
 * have one is the sum of them, as Microsoft shows a SKU.
 */
function settle(entitlement: Entitlement, names: Names): void {
  const { purchases } = entitlement
  purchases.sort((a, b) => (a.id < b.id ? -1 : 1))
  const vendor = names.vendor(purchases[0]?.vendor ?? entitlement.vendor.name)
  entitlement.vendor = vendor
  const { product, plan, sku } = purchases[0]?.values ?? {}
  entitlement.product = names.product(vendor.key, product ?? plan ?? sku ?? vendor.name)
  const sums = purchases.filter(({ values }) => values.subscriptionId === undefined)
  const [sum] = sums
  if (purchases.length < 2 || sums.length !== 1 || sum === undefined) return
  entitlement.pool = sum
  entitlement.purchases = purchases.filter((purchase) => purchase !== sum)
}

/** Puts a subscription in the place of its former self; false where it belongs elsewhere now, or can be found by other names. */
export function replaceIn(
  entitlement: Entitlement,
  before: Belief<'subscription'>,
  after: Belief<'subscription'>,
  names: Names,
): boolean {
  const same = (field: 'sku' | 'product' | 'plan' | 'subscriptionId') => before.values[field] === after.values[field]
  const moved = before.vendor !== after.vendor || before.account?.id !== after.account?.id
  if (moved || !same('sku') || !same('product') || !same('plan') || !same('subscriptionId')) return false
  entitlement.purchases = [...entitlement.purchases, ...(entitlement.pool ? [entitlement.pool] : [])].map((one) =>
    one.id === after.id ? after : one,
  )
  entitlement.pool = null
  settle(entitlement, names)
  return true
}

/** An assignment names its SKU, its product, or both; where what it names is in two entitlements, it is in neither. */
function finderOf(all: Entitlement[], names: Names): (assignment: Belief<'assignment'>) => Entitlement | undefined {
  const named = new Map<string, Entitlement | null>()
  const add = (name: string, entitlement: Entitlement) => {
    const known = named.get(name)
    named.set(name, known === undefined || known === entitlement ? entitlement : null)
  }
  for (const entitlement of all)
    for (const subscription of [...entitlement.purchases, ...(entitlement.pool ? [entitlement.pool] : [])]) {
      const keys = keysOf(subscription, names)
      for (const said of saidOf(keys)) {
        add(`${keys.account}\n${said}`, entitlement)
        add(`${anyAccount(keys)}\n${said}`, entitlement)
      }
    }
  // Many seats name the same thing in the same words: one list of a console after the other.
  let last: { asked: Belief<'assignment'>; found: Entitlement | undefined } | undefined
  const answered = new Map<string, Entitlement | null>()
  return (assignment) => {
    if (last && isSameThing(last.asked, assignment)) return last.found
    const { vendor, account, values } = assignment
    const words = `${vendor}\n${account?.id}\n${values.sku}\n${values.product}\n${values.plan}`
    const known = answered.get(words)
    const found = known === undefined ? find(assignment) : (known ?? undefined)
    answered.set(words, found ?? null)
    last = { asked: assignment, found }
    return found
  }

  function find(assignment: Belief<'assignment'>): Entitlement | undefined {
    const keys = keysOf(assignment, names)
    const nobodys = `${keys.vendor}\n`
    // Where one of the two does not say whose account it is, as files do not, the vendor alone has to tell.
    for (const account of keys.account === nobodys ? [anyAccount(keys)] : [keys.account, nobodys])
      for (const said of saidOf(keys)) {
        const found = named.get(`${account}\n${said}`)
        if (found !== undefined) return found ?? undefined
      }
    return undefined
  }
}

function isSameThing(a: Belief<'assignment'>, b: Belief<'assignment'>): boolean {
  const [one, other] = [a.values, b.values]
  return (
    a.vendor === b.vendor &&
    a.account?.id === b.account?.id &&
    one.sku === other.sku &&
    one.product === other.product &&
    one.plan === other.plan
  )
}

const anyAccount = ({ vendor }: Keys): string => `${vendor}\n*`

/** Surest first. A plan is left out at the end: many consoles name the product alone beside a person. */
function saidOf({ sku, product }: Keys): string[] {
  const alone = product?.slice(0, product.lastIndexOf('\n') + 1)
  return [
    ...(sku === undefined ? [] : [`sku ${sku}`]),
    ...(product === undefined ? [] : [`product ${product}`]),
    ...(alone === undefined || alone === product ? [] : [`product ${alone}`]),
  ]
}
