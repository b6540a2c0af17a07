import { randomUUID } from 'node:crypto'
import { equal, fieldOf } from '../../shared/inventory/fold.ts'
import { isShownAsIs } from '../../shared/inventory/people/masked.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import { idFrom, type Uuid } from '../../shared/model/id.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import type { ClientType } from '../../shared/model/record-type.ts'
import { fail, type Outcome, ok, problem } from '../../shared/problem.ts'
import { limits, type OpResult, protocol, schema } from '../../shared/sync.ts'
import { problemBody } from '../http/problem.ts'
import { push } from '../sync/push.ts'
import { loadRecords, numberOf } from '../sync/store.ts'
import { mayWrite } from '../workspaces/may.ts'
import type { Scope } from '../workspaces/scope.ts'
import type { Answer } from './answers.ts'
import { identityOf } from './identity.ts'
import type { Contested } from './model.ts'
import { loaded } from './read.ts'
import { unknownReference } from './references.ts'
import { modeOf, shownRecord } from './shown.ts'

export type Asked = { now: Date; requestId: string }
type Fields = Record<string, FieldValue>
/** One op without what the rules give it: its number, its id. */
type Step =
  | { kind: 'set'; field: string; value: FieldValue; against?: FieldValue }
  | { kind: 'unset'; field: string }
  | { kind: 'del' | 'undel' }
type On = { rec: Uuid; type: ClientType; base: number }

/** Whatever a program writes, it writes as a device of its own does: one for each key, and one beside each paired device. */
const deviceOf = (scope: Scope): Promise<Uuid> => idFrom('api', scope.author?.device ?? '')

export const writable = (scope: Scope): Outcome<true> =>
  scope.row.kind !== 'client'
    ? fail('NOT_FOUND')
    : mayWrite(scope.author?.role ?? 'reader')
      ? ok(true)
      : fail('FORBIDDEN')

export async function createRecord(
  scope: Scope,
  { type, fields }: { type: ClientType; fields: Fields },
  asked: Asked,
): Promise<Outcome<Answer>> {
  const names = Object.keys(fields)
  if (names.length === 0) return fail('INVALID_REQUEST', 'fields: none')
  // Where people are only counted, nothing is kept that names one; a made-up name may stand for a name that is kept.
  if ((await modeOf(scope)) === 'counts-only' && names.some((name) => !isShownAsIs(type, name, 'counts-only')))
    return fail('INVALID_REQUEST', 'fields: this client keeps no names')
  const unknown = await unknownReference(scope, type, fields)
  if (unknown !== undefined) return fail('REFERENCE_UNKNOWN', unknown)
  const identity = await identityOf(scope.row.id, type, fields)
  if (!identity.ok) return identity
  const rec = identity.value ?? randomUUID()
  if (await loaded(scope, rec)) return fail('RECORD_EXISTS', rec)
  const steps = Object.entries(fields).map(([field, value]): Step => ({ kind: 'set', field, value }))
  return write(scope, { rec, type, base: 0 }, steps, asked, 201)
}

export async function changeRecord(
  scope: Scope,
  on: On,
  { set, unset }: { set: Fields; unset: string[] },
  asked: Asked,
): Promise<Outcome<Answer>> {
  const record = await present(scope, on)
  if (!record.ok) return record
  const names = [...Object.keys(set), ...unset]
  if (names.length === 0 || new Set(names).size < names.length)
    return fail('INVALID_REQUEST', 'set, unset: each field once, at least one')
  const mode = await modeOf(scope)
  // What is shown under another name, or not at all, cannot be corrected.
  if (names.some((name) => !isShownAsIs(on.type, name, mode))) return fail('INVALID_REQUEST', 'a field is not shown')
  if (record.value.deleted !== 0 && on.base >= record.value.deleted) return fail('RECORD_DELETED')
  const unknown = await unknownReference(scope, on.type, set)
  if (unknown !== undefined) return fail('REFERENCE_UNKNOWN', unknown)
  const steps = [
    ...Object.entries(set).map(([field, value]) => correction(record.value, on.base, field, value)),
    ...unset.map((field): Step => ({ kind: 'unset', field })),
  ]
  if (await unseenOfItsOwn(scope, record.value, on.base, steps)) return fail('VERSION_PASSED')
  return write(scope, on, steps, asked)
}

export async function deleteRecord(scope: Scope, on: Omit<On, 'type'>, asked: Asked): Promise<Outcome<Answer>> {
  const record = await present(scope, on)
  if (!record.ok) return record
  if (await unseenOfItsOwn(scope, record.value, on.base)) return fail('VERSION_PASSED')
  return write(scope, { ...on, type: typeOf(record.value) }, [{ kind: 'del' }], asked)
}

export async function restoreRecord(scope: Scope, on: Omit<On, 'type'>, asked: Asked): Promise<Outcome<Answer>> {
  const record = await present(scope, on)
  return record.ok ? write(scope, { ...on, type: typeOf(record.value) }, [{ kind: 'undel' }], asked) : record
}

const typeOf = (record: InventoryRecord): ClientType => record.type as ClientType // the scope of a client holds no others

/** The record that is to be changed; a version that this history has not reached yet is of another one (R10). */
async function present(scope: Scope, { rec, type, base }: Omit<On, 'type'> & { type?: ClientType }) {
  const record = await loaded(scope, rec)
  if (!record) return fail('NOT_FOUND')
  if (type !== undefined && record.type !== type) return fail('INVALID_REQUEST', 'type: another one')
  return base > scope.row.seq ? fail('VERSION_PASSED') : ok(record)
}

/** Who saw what the vendor shows corrects that, and the correction stands until the vendor shows something else. */
function correction(record: InventoryRecord, base: number, field: string, value: FieldValue): Step {
  const cell = base >= record.rev && Object.hasOwn(record.cells, field) ? record.cells[field] : undefined
  const against = cell && !equal(cell.value, value) ? { against: cell.value } : {}
  return { kind: 'set', field, value, ...against }
}

/**
 * The rules hold that a device has seen what it wrote itself. Behind one key several programs may stand, so what was
 * written through the same key counts as unseen here, until the base says otherwise.
 */
async function unseenOfItsOwn(scope: Scope, record: InventoryRecord, base: number, steps?: Step[]): Promise<boolean> {
  const device = await deviceOf(scope)
  return Object.entries(record.edits).some(([field, edit]) => {
    if (edit.seq <= base || edit.by !== device) return false
    if (steps === undefined) return true
    const step = steps.find((each) => 'field' in each && each.field === field)
    const wanted = step?.kind === 'set' ? step.value : null
    return step !== undefined && !same(edit.value, wanted)
  })
}

const same = (a: FieldValue | null, b: FieldValue | null): boolean => (a === null || b === null ? a === b : equal(a, b))

/** The one way in: ops under the rules of sync, with their numbers, their log and their conflicts. */
async function write(
  scope: Scope,
  { rec, type, base }: On,
  steps: Step[],
  { now, requestId }: Asked,
  status: 200 | 201 = 200,
): Promise<Outcome<Answer>> {
  const device = await deviceOf(scope)
  const last = (await numberOf(scope, device))?.last ?? 0
  const at = now.toISOString()
  const ops = steps.map((step, index) => ({ op: randomUUID(), n: last + 1 + index, rec, type, base, at, ...step }))
  if (ops.length > limits.pushOps) return fail('TOO_LARGE')
  const pushed = await push(scope, { protocol, schema, device, epoch: null, ops }, now)
  if (!pushed.ok) return pushed
  const { results } = pushed.value
  const refused = results.find(({ st }) => st === 'rejected')
  if (refused) return fail(refused.code === 'TOO_LARGE' ? 'TOO_LARGE' : 'INVALID_REQUEST', refused.code)
  const record = (await loadRecords(scope, [rec])).get(rec)?.belief
  if (!record) return fail('NOT_FOUND')
  const shown = { record: shownRecord(record, await modeOf(scope)) }
  const contested = contestedBy(record, steps, results)
  if (contested.length === 0) return ok({ status, text: JSON.stringify(shown) })
  // It is written: the losing value is in a conflict that every device sees, so nothing is rolled back.
  const body = { ...problemBody(problem('CONFLICT'), requestId), ...shown, conflicts: contested }
  return ok({ status: 409, text: JSON.stringify(body) })
}

const contestedBy = (record: InventoryRecord, steps: Step[], results: OpResult[]): Contested[] =>
  steps.flatMap((step, index): Contested[] => {
    if (results[index]?.st !== 'conflict') return []
    if (!('field' in step)) return [{ reason: step.kind === 'del' ? 'delete-vs-edit' : 'stale-undelete' }]
    const yours = step.kind === 'set' ? step.value : null
    const stands = fieldOf(record, step.field)?.value ?? null
    return [{ field: step.field, reason: record.deleted ? 'edit-after-delete' : 'field', yours, stands }]
  })
