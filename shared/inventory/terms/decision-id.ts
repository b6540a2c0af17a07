import type { Day } from '../../model/day.ts'
import { idFrom, type Uuid } from '../../model/id.ts'

/** The term of a subscription that is decided about. */
export type Decidable = { subscription: Uuid; termEndsOn: Day }

/** One record a term, the same on every device and for every program. */
export const decisionId = (client: Uuid, { subscription, termEndsOn }: Decidable): Promise<Uuid> =>
  idFrom(client, 'decision', subscription, termEndsOn)
