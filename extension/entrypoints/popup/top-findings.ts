import { browser } from 'wxt/browser'
import type { Day } from '../../../shared/model/day.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import type { TopFindings } from '../../messages.ts'

/** Longer than any client takes; after it the popup does without. */
const patience = 8000

/**
 * Asked without the schemas of `send`, which the popup opens without: the answer is our own worker's. Undefined where it
 * does not come, or is refused.
 */
export async function askTopFindings(client: Uuid, today: Day): Promise<TopFindings | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience))
  const asked = browser.runtime.sendMessage({ name: 'topFindings', body: { client, today } }).catch(() => undefined)
  return topIn(await Promise.race([asked, late]))
}

export function topIn(reply: unknown): TopFindings | undefined {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply) || reply.ok !== true) return undefined
  const value = 'value' in reply ? reply.value : undefined
  if (typeof value !== 'object' || value === null || !('first' in value) || !Array.isArray(value.first))
    return undefined
  return value as TopFindings // made by the worker of this same build, whose types are these
}
