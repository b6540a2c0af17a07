import type { Uuid } from '../../shared/model/id.ts'
import { fieldSchema, isCaptured, isOfWorkspace } from '../../shared/model/record-type.ts'
import type { ProblemCode } from '../../shared/problem.ts'
import { limits, type Op } from '../../shared/sync.ts'
import type { Batch } from './batch.ts'

/** What makes an op permanently unacceptable, beyond its shape: recorded as rejected under this code (R5). */
export function invalid(batch: Batch, op: Op): ProblemCode | undefined {
  if (!batch.may(op)) return 'OP_REFUSED'
  if (isOfWorkspace(op.type) !== (batch.kind === 'workspace')) return 'OP_INVALID'
  if (op.kind === 'add' && !isCaptured(op.type)) return 'OP_INVALID'
  const held = batch.records.get(op.rec)
  // Another's client is as little there as one that is nowhere (T23).
  if (op.type === 'client' && held && isForeign(batch, op.rec)) return 'OP_FOREIGN'
  if (held && held.belief.type !== op.type) return 'OP_INVALID'
  if (op.kind === 'add')
    return op.value.rec === op.rec && op.value.sighting.type === op.type
      ? tooLarge(op.value.sighting.fields)
      : 'OP_INVALID'
  if (op.kind === 'set') return badSet(batch, op)
  if (op.kind === 'unset') return fieldSchema(op.type, op.field) ? undefined : 'OP_INVALID'
  return undefined
}

function badSet(batch: Batch, op: Extract<Op, { kind: 'set' }>): ProblemCode | undefined {
  const schema = fieldSchema(op.type, op.field)
  if (!schema?.safeParse(op.value).success) return 'OP_INVALID'
  if (op.against !== undefined && !schema.safeParse(op.against).success) return 'OP_INVALID'
  if (op.type === 'binding' && op.field === 'client' && !isLivingClient(batch, op.value)) return 'OP_FOREIGN'
  return tooLarge({ value: op.value })
}

/** T23: the same answer for another workspace's client and for one that is nowhere. */
const isLivingClient = (batch: Batch, id: unknown): boolean =>
  typeof id === 'string' && batch.records.get(id)?.belief.type === 'client' && !isForeign(batch, id)

/** A client that comes into being in this very push is its author's. */
const isForeign = ({ granted, clients }: Batch, client: Uuid): boolean =>
  granted !== null && !granted.has(client) && !clients.has(client)

const tooLarge = (fields: Record<string, unknown>): ProblemCode | undefined =>
  Object.values(fields).some((value) => sizeOf(value) > limits.fieldBytes) ? 'TOO_LARGE' : undefined

/** A character is at most six bytes of JSON, so a short text needs no measuring. */
const sizeOf = (value: unknown): number =>
  typeof value === 'string' && value.length * 6 < limits.fieldBytes
    ? 0
    : typeof value === 'string' || value instanceof Object
      ? Buffer.byteLength(JSON.stringify(value))
      : 0
