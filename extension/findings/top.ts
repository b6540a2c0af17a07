import type { FindingKind } from '../../shared/inventory/findings/finding.ts'
import type { Judged } from '../../shared/inventory/findings/judged.ts'
import { groups, ranked, savingTotal } from '../../shared/inventory/findings/ranked.ts'
import { summed } from '../../shared/inventory/money/total.ts'
import type { Day } from '../../shared/model/day.ts'
import type { TopFinding, TopFindings } from '../messages.ts'
import type { Whole } from '../records/whole.ts'

/** As many as fit where nothing else is pushed away. */
const shown = 3
/** Findings of one subscription: what helps is on its page. */
const ofSubscription: FindingKind[] = [
  'renewal-within-notice',
  'renewal-undecided',
  'cancellation-unsent',
  'card-expiring',
  'price-rise',
  'owner-gone',
]

/** The open findings in short: how many, what they save a year, and the first by day and by money. */
export function topFindings(
  { inventory, client, rates }: Pick<Whole, 'inventory' | 'client' | 'rates'>,
  today: Day,
): TopFindings {
  const open = inventory.findings().filter(({ status }) => status === 'open')
  const wish = { currency: client.currency, rates, today }
  const byGroup = ranked(open, wish)
  const { sums } = summed(savingTotal(open, wish), 0)
  return {
    // What is free is told so that nobody wonders, not to be acted on.
    count: open.filter(({ kind }) => kind !== 'free').length,
    sums: sums.map((sum) => ({ minor: Number(sum.minor), currency: sum.currency })),
    first: groups
      .flatMap((group) => byGroup[group])
      .filter(({ kind }) => kind !== 'free')
      .slice(0, shown)
      .map(shortOf),
  }
}

/** Without the records that it stands on: an inactive seat is one of many. */
function shortOf({ status: _, records: [first], ...finding }: Judged): TopFinding {
  const of = first !== undefined && ofSubscription.includes(finding.kind) ? { subscription: first } : {}
  return { ...finding, records: [], ...of }
}
