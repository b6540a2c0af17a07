import type { SpendLine } from '../../shared/inventory/spend/lines.ts'
import type { Uuid } from '../../shared/model/id.ts'

/** What a person does with lines; every one of these can be undone. */
export type LineActs = {
  /** Says what they pay for. */
  answer: (lines: SpendLine[], subscription: Uuid) => void
  takeBack: (line: SpendLine) => void
  /** Asks for a subscription that is no candidate. */
  pick: (lines: SpendLine[]) => void
  edit: (line: SpendLine) => void
  remove: (line: SpendLine) => void
}
