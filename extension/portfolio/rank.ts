import type { ClientDays } from './days.ts'

/** What is late, then by the next day; without any, last. What was missed last is first, as it may still be mended. */
export function rankOf({ late, week, cancelBy }: ClientDays): string {
  if (late.count > 0) return `0 ${String(9e7 - Number(late.first[0]?.on.replaceAll('-', '') ?? 0))}`
  const next = [week.first[0]?.on, cancelBy?.on].flatMap((day) => day ?? []).sort()[0]
  return next === undefined ? '2' : `1 ${next}`
}
