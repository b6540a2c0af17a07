import type { LogRow } from '../../server/db/tables.ts'
import { canonical, type FieldValue } from '../../shared/model/observation.ts'
import type { Op } from '../../shared/sync.ts'
import type { Run } from './history.ts'
import { must } from './invariants.ts'

type Made = Map<string, { body: Op }>
type Standing = { op: string; value: FieldValue | null; rev: number; device: string | null }
type Told = {
  state: Map<string, 'living' | 'deleted' | 'purged'>
  fields: Map<string, Standing>
  /** The first conflict that told of a record's purge: who has seen it may bring the record into being anew. */
  warned: Map<string, number>
}

/** The server's log told again from its beginning, by the rules that it must have followed. */
export function checkLog({ restored }: Pick<Run, 'restored'>, log: LogRow[], made: Made): void {
  const told: Told = { state: new Map(), fields: new Map(), warned: new Map() }
  const seen = new Set<string>()
  let last = 0
  for (const row of log) {
    if (row.kind === 'purge') {
      purge(told)
      continue
    }
    must(row.op !== null && !seen.has(row.op), `I3 ${row.op} was applied twice`)
    seen.add(row.op ?? '')
    if (row.st === 'applied') {
      must(row.rev > last, `I4 ${row.op} has rev ${row.rev} after ${last}`)
      last = row.rev
    }
    const op = made.get(row.op ?? '')?.body
    if (op) tell(told, row, op, restored)
  }
}

function purge({ state, fields }: Told): void {
  for (const [rec, is] of state) {
    if (is !== 'deleted') continue
    state.set(rec, 'purged')
    for (const key of fields.keys()) if (key.startsWith(rec)) fields.delete(key)
  }
}

function tell(told: Told, row: LogRow, op: Op, restored: boolean): void {
  const isEdit = op.kind === 'set' || op.kind === 'unset'
  if (isEdit) tellEdit(told, row, op, restored)
  if (row.st === 'conflict' && told.state.get(op.rec) === 'purged' && !told.warned.has(op.rec))
    told.warned.set(op.rec, row.rev)
  if (row.st !== 'applied') return
  if (op.kind === 'del') {
    const unseen = [...told.fields].some(([key, field]) => key.startsWith(op.rec) && isUnseen(field, row, op))
    must(restored || !unseen, `I5 ${row.op} deleted an edit that its author had not seen`)
    told.state.set(op.rec, 'deleted')
  } else if (op.kind === 'undel') told.state.set(op.rec, 'living')
  else if (!(op.kind === 'add' && told.state.get(op.rec) === 'deleted')) told.state.set(op.rec, 'living')
}

const isUnseen = (field: Standing, row: LogRow, op: Op): boolean => field.rev > op.base && field.device !== row.device

function tellEdit(told: Told, row: LogRow, op: Extract<Op, { kind: 'set' | 'unset' }>, restored: boolean): void {
  const key = `${op.rec} ${op.field}`
  const [before, value] = [told.fields.get(key), op.kind === 'set' ? op.value : null]
  const equal = canonical(before?.value ?? null) === canonical(value)
  if (row.st === 'conflict' && told.state.get(op.rec) === 'living') {
    must(!equal, `I13 ${row.op} says what stood already, and is a conflict`)
    must(before?.device !== row.device, `I7 ${row.op} is a conflict with its own author`)
  }
  if (row.st !== 'applied') return
  must(told.state.get(op.rec) !== 'deleted', `I8 ${row.op} brought a deleted record back by a plain edit`)
  const isZombie = told.state.get(op.rec) === 'purged' && op.base > 0 && op.base < (told.warned.get(op.rec) ?? Infinity)
  must(!isZombie, `I8 ${row.op} edits a purged record`)
  if (before && !equal)
    must(restored || !isUnseen(before, row, op), `I5 ${row.op} overwrote ${before.op}, which its author had not seen`)
  told.fields.set(key, { op: row.op ?? '', value, rev: row.rev, device: row.device })
}
