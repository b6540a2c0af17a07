import { z } from 'zod/mini'
import type { Uuid } from '../../shared/model/id.ts'
import { type Thing, weights } from './things.ts'

const most = 6
const Recent = z.array(
  z.strictObject({
    scope: z.uuid(),
    id: z.uuid(),
    type: z.string().check(z.refine((type) => Object.hasOwn(weights, type))),
  }),
)

/** What was opened last from the search, the latest first; which things, and nothing of what they say. */
export function recentThings(clients: Uuid[]): Thing[] {
  const kept = Recent.safeParse(parsed(localStorage.getItem('recent')))
  const things = kept.success ? kept.data.slice(0, most) : []
  // The schema has looked whether it is one of the types.
  return things
    .filter(({ scope }) => clients.includes(scope))
    .map((thing) => ({ ...thing, type: thing.type as Thing['type'], name: '' }))
}

export function remember({ scope, type, id }: Omit<Thing, 'name'>): void {
  const kept = Recent.safeParse(parsed(localStorage.getItem('recent')))
  const others = kept.success ? kept.data.filter((one) => one.id !== id || one.type !== type) : []
  localStorage.setItem('recent', JSON.stringify([{ scope, type, id }, ...others].slice(0, most)))
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '[]')
  } catch {
    return []
  }
}
