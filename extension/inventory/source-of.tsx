import type { FieldBelief } from '../../shared/inventory/fold.ts'
import { SourceTag } from '../ui/source-tag.tsx'
import type { EvidenceOf } from './evidence.ts'

type Props = { of: FieldBelief; field: string; what: string; evidence: EvidenceOf }

/** The tag behind a value that was folded of observations: opened, it reads where the value stood. */
export function SourceOf({ of, field, what, evidence }: Props) {
  const { observation } = of
  return (
    <SourceTag of={of} what={what} load={observation === undefined ? undefined : () => evidence(observation, field)} />
  )
}
