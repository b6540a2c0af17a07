import type { Uuid } from '../model/id.ts'

/**
 * Puts what a thing is now in the place of what it was, or takes it away. A new one comes where its id stands, as the
 * records come. Gives what it was before.
 */
export function layIn<T extends { id: Uuid }>(list: T[], id: Uuid, after: T | undefined): T | undefined {
  const at = list.findIndex((one) => one.id === id)
  const before = list[at]
  if (after === undefined) {
    if (before) list.splice(at, 1)
  } else if (before) list[at] = after
  else {
    const next = list.findIndex((one) => one.id > id)
    list.splice(next < 0 ? list.length : next, 0, after)
  }
  return before
}
