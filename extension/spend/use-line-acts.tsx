import { useState } from 'preact/hooks'
import type { Spend, SpendLine } from '../../shared/inventory/spend/lines.ts'
import type { Charge } from '../../shared/model/charge.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { moneyToDecimal } from '../../shared/model/money.ts'
import type { Fields } from '../../shared/model/observation.ts'
import { ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { deleteRecord, undeleteRecord } from '../records/edit.ts'
import type { Whole } from '../records/whole.ts'
import { t } from '../ui/language.ts'
import { tell } from '../ui/tell.ts'
import type { LineActs } from './acts.ts'
import type { Pickable } from './called.ts'
import { LineDialog } from './line-dialog.tsx'
import { blankLine, readLine, type Typed, typedOf } from './line-form.ts'
import { titleOf } from './lines.tsx'
import { PickSubscription } from './pick-subscription.tsx'
import type { Bill } from './settle.tsx'
import { addLine, changesOf, editLine, sayAsBefore, sayPays } from './state.ts'

type Asking =
  | { is: 'pick'; lines: SpendLine[] }
  | { is: 'add'; from: Typed; subscription: Uuid | null }
  | { is: 'edit'; line: Uuid; from: Typed; subscription: Uuid | null }

type Of = { db: Database; client: Uuid; whole: Whole; all: Map<Uuid, Pickable>; currency: string | null }

/** What a person does with lines, and the dialog that asks for what it takes. */
export function useLineActs({ db, client, whole, all, currency }: Of) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const close = () => setAsking(null)
  const { beliefs, paid } = whole.inventory
  const vendorName = (said: string) => whole.names.vendor(said).name
  const charges = new Map(beliefs.charge.map((belief) => [belief.id, belief]))
  const bills = new Map(beliefs.invoice.map((belief) => [belief.id, belief]))

  const answer = async (lines: SpendLine[], subscription: Uuid) => {
    close()
    const said = t('spend.answered', lines.length, all.get(subscription)?.name ?? '')
    tell(await sayPays(db, client, lines, subscription), said, () => sayAsBefore(db, client, lines))
  }
  const acts: LineActs = {
    answer: (lines, subscription) => void answer(lines, subscription),
    takeBack: async (line) =>
      tell(await sayPays(db, client, [line], null), t('spend.takenBack'), () => sayAsBefore(db, client, [line])),
    pick: (lines) => setAsking({ is: 'pick', lines }),
    edit: ({ id }) => {
      const charge = charges.get(id)
      if (!charge) return
      const { values, vendor } = charge
      const from = typedOf(values, vendor)
      setAsking({ is: 'edit', line: id, from, subscription: values.subscription ?? null })
    },
    remove: async ({ id }) =>
      tell(await deleteRecord(db, client, id), t('spend.removed'), () => undeleteRecord(db, client, id)),
  }
  const add = () => setAsking({ is: 'add', from: blankLine(currency), subscription: null })
  const billOf = (invoice: Uuid): Bill => {
    const bill = bills.get(invoice)
    const issuer = bill?.values.issuer ?? bill?.vendor ?? ''
    return { number: bill?.values.number ?? issuer, vendor: vendorName(bill?.vendor ?? issuer), issuer }
  }
  /** What the bill is more, or less, than its lines: with all that is known of it. */
  const addMissing = ({ invoice, total, lines }: Spend['gaps'][number]) => {
    const bill = bills.get(invoice)
    const { number, issuer } = billOf(invoice)
    const amount = moneyToDecimal({ minor: BigInt(total.minor) - lines, currency: total.currency })
    const known = { vendor: bill?.vendor || issuer, invoice: number, billedOn: bill?.values.issuedOn ?? '' }
    setAsking({ is: 'add', from: { ...blankLine(total.currency), ...known, amount }, subscription: null })
  }

  const added = async (fields: Fields) => {
    close()
    const outcome = await addLine(db, client, fields)
    tell(outcome, t('spend.added'), async () => (outcome.ok ? deleteRecord(db, client, outcome.value) : ok(null)))
  }
  const edited = async (line: Uuid, from: Typed, subscription: Uuid | null, fields: Fields) => {
    close()
    // What the dialog shows and was not touched is no word of a person.
    const before = readLine(from)
    const shown = before.ok ? before.fields : typedFields(charges.get(line)?.values)
    const changes = changesOf({ ...shown, ...(subscription === null ? {} : { subscription }) }, fields)
    const outcome = await editLine(db, client, line, changes)
    tell(outcome, t('spend.saved'), () =>
      outcome.ok ? editLine(db, client, line, outcome.value) : Promise.resolve(ok({})),
    )
  }
  const vendors = () => [...new Set([...all.values()].map(({ vendor }) => vendor))].slice(0, 500)
  const [first] = asking?.is === 'pick' ? asking.lines : []
  const dialog = first ? (
    <PickSubscription
      line={titleOf(first, vendorName(first.vendors[0] ?? ''))}
      all={all}
      now={paysNow(paid.matches, first)}
      onClose={close}
      onPick={(subscription) => asking?.is === 'pick' && void answer(asking.lines, subscription)}
    />
  ) : asking?.is === 'add' || asking?.is === 'edit' ? (
    <LineDialog
      title={asking.is === 'add' ? t('spend.addTitle') : t('spend.editTitle')}
      from={asking.from}
      subscription={asking.subscription}
      vendors={vendors()}
      all={all}
      onClose={close}
      onSave={(fields) =>
        void (asking.is === 'add' ? added(fields) : edited(asking.line, asking.from, asking.subscription, fields))
      }
    />
  ) : null
  return { acts, add, addMissing, billOf, dialog }
}

const paysNow = (matches: Whole['inventory']['paid']['matches'], { id }: SpendLine): Uuid | null => {
  const match = matches.find(({ line }) => line.id === id)
  return match?.is === 'matched' ? match.subscription : null
}

/** Those of a charge's fields that the dialog has, as they are. */
function typedFields(charge: Charge = {}): Fields {
  const { publisher, invoiceId, description, category, billedCost, billedOn, quantity } = charge
  const { chargePeriodStart, chargePeriodEnd } = charge
  const all = {
    publisher,
    invoiceId,
    description,
    category,
    billedCost,
    billedOn,
    quantity,
    chargePeriodStart,
    chargePeriodEnd,
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
  )
}
