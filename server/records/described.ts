import { z } from 'zod'
import { ProblemJson } from '../../shared/problem-json.ts'
import type { Described } from '../http/documented.ts'
import { IdempotencyKey } from './answers.ts'
import { HistoryQuery, HistoryResponse } from './history.ts'
import {
  ApiRecord,
  Base,
  Contested,
  RecordChange,
  RecordCreate,
  RecordResponse,
  RecordRestore,
  RecordsQuery,
  RecordsResponse,
  Written,
} from './model.ts'

const client = { client: 'The id of a client of the workspace.' }
const path = { ...client, record: 'The id of a record of the client.' }

/** An entity tag of RFC 9110: the version of a record in quotes. */
export const IfMatch = z.string().regex(/^"\d{1,16}"$/)
const key = { schema: IdempotencyKey, means: 'Of this request alone; the same one is answered the same for a day.' }
const version = { schema: IfMatch, means: 'The version of the record that the request has seen, in quotes.' }

/** The 409 of a write tells both values. */
export const ConflictJson = ProblemJson.extend({
  record: ApiRecord.optional(),
  conflicts: z.array(Contested).optional(),
})
const writes = ['FORBIDDEN', 'STORAGE_FULL', 'INVALID_REQUEST', 'IDEMPOTENCY_KEY_REUSED'] as const
const changes = [...writes, 'CONFLICT', 'VERSION_MISSING', 'VERSION_PASSED'] as const

export const recordsListed: Described = {
  id: 'listRecords',
  summary: 'The client’s records by id, a page at a time, each value with where it came from.',
  path: client,
  keys: true,
  query: RecordsQuery.shape,
  answers: RecordsResponse,
  problems: ['INVALID_REQUEST'],
}
export const recordRead: Described = {
  id: 'readRecord',
  summary: 'One record with the evidence of each captured value; its version is also in ETag.',
  path,
  keys: true,
  answers: RecordResponse,
}
export const recordCreated: Described = {
  id: 'createRecord',
  summary: 'Writes a new record of a stated type.',
  path: client,
  keys: true,
  headers: { 'Idempotency-Key': { ...key, required: true } },
  takes: RecordCreate,
  answers: Written,
  status: 201,
  problems: [...writes, 'IDEMPOTENCY_KEY_MISSING', 'REFERENCE_UNKNOWN', 'RECORD_EXISTS'],
}
export const recordChanged: Described = {
  id: 'changeRecord',
  summary: 'States fields of a record, or takes back what was stated; a value that was not seen is never overwritten.',
  path,
  keys: true,
  headers: { 'If-Match': version, 'Idempotency-Key': key },
  takes: RecordChange,
  answers: Written,
  problems: [...changes, 'REFERENCE_UNKNOWN', 'RECORD_DELETED'],
  contested: ConflictJson,
}
export const recordDeleted: Described = {
  id: 'deleteRecord',
  summary: 'Deletes a record, unless somebody changed it meanwhile.',
  path,
  keys: true,
  headers: { 'If-Match': version, 'Idempotency-Key': key },
  query: { base: Base },
  answers: Written,
  problems: [...changes],
  contested: ConflictJson,
}
export const recordRestored: Described = {
  id: 'restoreRecord',
  summary: 'Takes the deletion of a record back.',
  path,
  keys: true,
  headers: { 'If-Match': version, 'Idempotency-Key': { ...key, required: true } },
  takes: RecordRestore,
  answers: Written,
  problems: [...changes, 'IDEMPOTENCY_KEY_MISSING'],
  contested: ConflictJson,
}
export const historyTold: Described = {
  id: 'recordHistory',
  summary: 'Who said what of a record and when, the newest first, and what became of it.',
  path,
  keys: true,
  query: HistoryQuery.shape,
  answers: HistoryResponse,
  problems: ['INVALID_REQUEST'],
}
