import type { SpendLine } from '../../shared/inventory/spend/lines.ts'
import type { Match } from '../../shared/inventory/spend/matching.ts'
import { addDays } from '../../shared/model/calendar.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Column, List } from '../export/list.ts'
import type { Whole } from '../records/whole.ts'
import { t } from '../ui/language.ts'
import { labelOf, valueText } from '../ui/value-text.ts'
import { type Pickable, pickables } from './called.ts'
import { type ConvertLine, convertLines, reportingCurrency } from './look.ts'
import { dayOfLine } from './questions.ts'
import { because, whyAsked } from './reason-words.ts'
import { everyLine, shownLines } from './shown.ts'

export type LinesAround = {
  all: Map<Uuid, Pickable>
  vendorName: (line: SpendLine) => string
  /** In the client's currency, where it was billed in another one and there is a rate. */
  convert: ConvertLine
  currency: string | null
}

const howKnown = (match: Match): string =>
  match.is === 'matched' ? because(match.reasons) : match.is === 'asked' ? whyAsked(match.why) : t('spend.notListed')

function columns({ all, vendorName, convert, currency }: LinesAround): Column<Match>[] {
  const converted = (line: SpendLine) => {
    const minor = line.billed.currency === currency ? undefined : convert(line)
    return minor === undefined || currency === null ? undefined : { minor: Number(minor), currency }
  }
  return [
    { id: 'day', label: t('spend.head.day'), kind: 'day', of: ({ line }) => dayOfLine(line) },
    { id: 'vendor', label: t('common.vendor'), kind: 'text', of: ({ line }) => vendorName(line) },
    {
      id: 'description',
      label: labelOf('charge', 'description'),
      kind: 'text',
      of: ({ line }) => line.description ?? (line.type === 'invoice' ? t('spend.wholeBill') : undefined),
    },
    { id: 'sku', label: labelOf('charge', 'skuId'), kind: 'text', of: ({ line }) => line.sku },
    { id: 'bill', label: labelOf('charge', 'invoiceId'), kind: 'text', of: ({ line }) => line.invoiceId },
    {
      id: 'category',
      label: labelOf('charge', 'category'),
      kind: 'text',
      of: ({ line }) => line.category && valueText('charge', 'category', line.category),
    },
    { id: 'from', label: t('export.column.coversFrom'), kind: 'day', of: ({ line }) => line.covers?.from },
    {
      id: 'to',
      label: t('export.column.coversTo'),
      kind: 'day',
      of: ({ line }) => line.covers && addDays(line.covers.until, -1),
    },
    { id: 'quantity', label: labelOf('charge', 'quantity'), kind: 'count', of: ({ line }) => line.quantity },
    {
      id: 'amount',
      label: t('spend.head.amount'),
      kind: 'money',
      of: ({ line }) => converted(line) ?? line.billed,
    },
    {
      id: 'original',
      label: t('export.column.amountOriginal'),
      kind: 'money',
      of: ({ line }) => (converted(line) ? line.billed : undefined),
    },
    {
      id: 'pays',
      label: t('spend.head.pays'),
      kind: 'text',
      of: (match) => (match.is === 'matched' ? all.get(match.subscription)?.name : undefined),
    },
    { id: 'how', label: t('export.column.howKnown'), kind: 'text', of: howKnown },
  ]
}

export const lineFile = (matches: Match[], around: LinesAround): List<Match> => ({
  name: t('export.spendLines'),
  columns: columns(around),
  rows: matches,
})

/** All lines of a client, the latest first. */
export function linesOf({ inventory, client, names, rates }: Whole, today: string): List<Match> {
  const { paid } = inventory
  const currency = reportingCurrency(paid, client.currency)
  return lineFile(
    shownLines(paid.matches, everyLine, () => ''),
    {
      all: pickables(inventory, names),
      vendorName: ({ vendors: [vendor = ''] }) => (vendor === '' ? t('spend.noVendor') : names.vendor(vendor).name),
      convert: convertLines(rates, currency, today),
      currency,
    },
  )
}
