import type { Capture } from '../../shared/model/evidence.ts'
import type { SeenOn } from './schema.ts'

/** The later page wins; of two at the same instant the higher text, so that order does not matter. A file is no page. */
export function seenOn<T extends { page?: SeenOn }>(record: T, { url, at }: Capture): T {
  if (!/^https?:/.test(url)) return record
  const [before, now] = [record.page, Date.parse(at)]
  const first = before ? Date.parse(before.at) : Number.NEGATIVE_INFINITY
  const later = before === undefined || now > first || (now === first && url > before.url)
  return later ? { ...record, page: { url, at } } : record
}
