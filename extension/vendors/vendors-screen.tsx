import { ChevronDown } from 'lucide'
import { useState } from 'preact/hooks'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { deleteRecord, undeleteRecord } from '../records/edit.ts'
import { followedWhole } from '../records/followed-whole.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { NoClient } from '../ui/no-client.tsx'
import { Watched } from '../ui/state.tsx'
import { tell } from '../ui/tell.ts'
import { totalParts } from '../ui/total-parts.ts'
import { useLive } from '../ui/use-live.ts'
import { aliasesOf, type Merging, merge, type Named } from './merge.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { ProductRow } from './product-row.tsx'
import { type VendorView, vendorsIn } from './tree.ts'

type Props = { db: Database; active: { id: Uuid; name: string } | null; today: Day }

/** The client's vendors and their products, what each costs a year, and which names are one. */
export function VendorsScreen({ db, active, today }: Props) {
  if (!active) return <NoClient>{t('vendors.noClient')}</NoClient>
  return <OfClient key={active.id} db={db} client={active.id} today={today} />
}

function OfClient({ db, client, today }: { db: Database; client: Uuid; today: Day }) {
  const live = useLive(async () => {
    const { inventory, client: about, rates } = await followedWhole(db, client, today)
    return vendorsIn(inventory.entitlements, { currency: about.currency, rates, today })
  }, [client, today])
  return (
    <div class="vendors">
      <h1>{t('areas.vendors')}</h1>
      <Watched of={live} rows={10}>
        {(vendors) => (
          <>
            <Vendors db={db} vendors={vendors} />
            <Merged db={db} />
          </>
        )}
      </Watched>
    </div>
  )
}

/** What is being merged: a vendor among the vendors, or a product among those of its vendor. */
type Wish = { from: Named; others: Named[]; vendor?: Named }

function Vendors({ db, vendors }: { db: Database; vendors: VendorView[] }) {
  const [wish, setWish] = useState<Wish | null>(null)
  if (vendors.length === 0)
    return (
      <div class="state">
        <h2>{t('vendors.empty')}</h2>
        <p>{t('vendors.emptyText')}</p>
      </div>
    )
  const run = async (merging: Merging) => {
    setWish(null)
    const outcome = await merge(db, merging)
    const alias = outcome.ok ? outcome.value : undefined
    tell(outcome, t('vendors.merged', merging.from.name, merging.to.name), async () =>
      alias === undefined ? ok(null) : split(db, alias),
    )
  }
  return (
    <>
      <ul class="vendor-list">
        {vendors.map((vendor) => (
          <VendorRow
            key={vendor.key}
            of={vendor}
            onMerge={vendors.length > 1 ? () => setWish({ from: vendor, others: without(vendors, vendor) }) : undefined}
            onMergeProduct={(from) => setWish({ from, others: without(vendor.products, from), vendor })}
          />
        ))}
      </ul>
      {wish && (
        <MergeDialog
          from={wish.from}
          label={wish.vendor ? t('vendors.mergeProduct') : t('vendors.mergeVendor')}
          others={wish.others}
          onClose={() => setWish(null)}
          onMerge={(to) => void run({ from: wish.from, to, ...(wish.vendor ? { vendor: wish.vendor } : {}) })}
        />
      )}
    </>
  )
}

const without = <T extends Named>(all: T[], one: Named): T[] => all.filter(({ key }) => key !== one.key)

type VendorProps = { of: VendorView; onMerge: (() => void) | undefined; onMergeProduct: (product: Named) => void }

function VendorRow({ of, onMerge, onMergeProduct }: VendorProps) {
  const [open, setOpen] = useState(false)
  return (
    <li class={open ? 'open' : ''}>
      <div class="row vendor">
        <button type="button" class="disclose" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon of={ChevronDown} />
          <strong class="cut">{of.name}</strong>
        </button>
        <span class="faint">{t('vendors.products', of.products.length)}</span>
        <PerYear of={of} />
        {onMerge ? (
          <button type="button" class="button quiet" aria-label={t('vendors.sameOf', of.name)} onClick={onMerge}>
            {t('vendors.same')}
          </button>
        ) : (
          <span />
        )}
      </div>
      {open && (
        <ul class="product-list">
          {of.products.map((product) => (
            <ProductRow
              key={product.key}
              of={product}
              onMerge={of.products.length > 1 ? () => onMergeProduct(product) : undefined}
            />
          ))}
        </ul>
      )}
    </li>
  )
}

/** A sum names what it is without: what has no price, and what has no rate. */
function PerYear({ of: { perYear, unpriced } }: { of: VendorView }) {
  const { text, without } = totalParts(perYear, unpriced)
  if (text === '') return <span class="number not-shown">{t('common.priceNotShown')}</span>
  return (
    <span class="number">
      {text}{' '}
      <span class="faint">
        {t('common.yearly')}
        {without > 0 && `, ${t('vendors.leftOut', without)}`}
      </span>
    </span>
  )
}

/** What people said is one, with the way back. */
function Merged({ db }: { db: Database }) {
  const live = useLive(() => aliasesOf(db), [])
  return (
    <Watched of={live} rows={1}>
      {({ aliases }) =>
        aliases.length > 0 && (
          <section aria-label={t('vendors.mergedTitle')}>
            <h2>{t('vendors.mergedTitle')}</h2>
            <ul>
              {aliases.map(({ id, values: { from = '', to = '' } }) => (
                <li key={id} class="row merged">
                  <span class="cut">
                    {from} <span class="faint">{t('vendors.is')}</span> {to}
                  </span>
                  <button
                    type="button"
                    class="button quiet"
                    aria-label={t('vendors.splitOf', from, to)}
                    onClick={() => void splitAndSay(db, id, from)}
                  >
                    {t('vendors.split')}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Watched>
  )
}

async function split(db: Database, alias: Uuid): Promise<Outcome<null>> {
  const { workspace } = await aliasesOf(db)
  return deleteRecord(db, workspace, alias)
}

async function splitAndSay(db: Database, alias: Uuid, from: string): Promise<void> {
  const { workspace } = await aliasesOf(db)
  tell(await split(db, alias), t('vendors.splitDone', from), () => undeleteRecord(db, workspace, alias))
}
