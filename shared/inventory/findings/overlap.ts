import { jobsOf } from '../../vendor-directory/jobs.ts'
import type { Assessed } from './context.ts'
import { type Finding, findingKey, type Saving, type Yearly } from './finding.ts'

type Tool = { vendor: string; name: string; assessed: Assessed[] }

/**
 * Two vendors that are paid for the same job. What it would save at most is the cheaper of them, where every price of it is
 * known; nobody can say from here whether the job can be done by one.
 */
export function overlaps(all: Assessed[]): Finding[] {
  const byJob = new Map<string, Map<string, Tool>>()
  for (const assessed of all) {
    if (!assessed.paid) continue
    const { vendor, product } = assessed.entitlement
    for (const job of jobsOf(vendor.key, product.name)) {
      const tools = byJob.get(job) ?? new Map<string, Tool>()
      byJob.set(job, tools)
      const tool = tools.get(vendor.key) ?? { vendor: vendor.key, name: vendor.name, assessed: [] }
      tools.set(vendor.key, tool)
      tool.assessed.push(assessed)
    }
  }
  return [...byJob].flatMap(([job, tools]): Finding[] => {
    if (tools.size < 2) return []
    const inOrder = [...tools.values()].sort((a, b) => (a.vendor < b.vendor ? -1 : 1))
    const saving = cheapest(inOrder)
    return [
      {
        key: findingKey('overlap', job, ...inOrder.map(({ vendor }) => vendor)),
        kind: 'overlap',
        subject: job,
        reason: job,
        vendor: inOrder.map(({ name }) => name).join(', '),
        count: tools.size,
        ...(saving ? { saving } : { unsaid: 'no-price' as const }),
        records: inOrder.flatMap(({ assessed }) =>
          assessed.flatMap(({ entitlement }) => entitlement.purchases.map(({ id }) => id)),
        ),
      },
    ]
  })
}

function cheapest(tools: Tool[]): Saving | undefined {
  // A suite is bought for more than this job: what is saved is never all of it.
  const priced = tools.flatMap(({ assessed }) => {
    const total = sumOf(assessed.map(({ perYear }) => perYear))
    const alone = assessed.every(
      ({ entitlement: { vendor, product } }) => jobsOf(vendor.key, product.name).length === 1,
    )
    return total && alone ? [{ total, from: latest(assessed) }] : []
  })
  const [first, ...others] = priced
  if (!first || others.some(({ total }) => total.currency !== first.total.currency)) return undefined
  const least = priced.reduce((a, b) => (b.total.minor < a.total.minor ? b : a))
  return { yearly: least.total, upTo: true, ...(least.from === undefined ? {} : { realizableFrom: least.from }) }
}

function sumOf(amounts: (Yearly | undefined)[]): Yearly | undefined {
  let sum: Yearly | undefined
  for (const amount of amounts) {
    if (!amount || (sum && sum.currency !== amount.currency)) return undefined
    sum = { minor: (sum?.minor ?? 0) + amount.minor, currency: amount.currency }
  }
  return sum && Number.isSafeInteger(sum.minor) ? sum : undefined
}

/** All of it can be given up when the last of it can. */
const latest = (assessed: Assessed[]): string | undefined =>
  assessed.some(({ releaseOn }) => releaseOn === undefined)
    ? undefined
    : assessed
        .map(({ releaseOn = '' }) => releaseOn)
        .sort()
        .at(-1)
