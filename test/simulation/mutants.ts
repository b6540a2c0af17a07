/**
 * Bugs that others have shipped, planted in our own code one at a time: the simulation must catch each. `npx tsx
 * test/simulation/mutate.ts` runs them all, `… NAME` one of them.
 */
export type Mutant = { name: string; edits: { file: string; find: string; put: string }[] }

const one = (name: string, file: string, find: string, put: string): Mutant => ({ name, edits: [{ file, find, put }] })

export const mutants: Mutant[] = [
  one(
    'device: the outbox is cleared when it is sent',
    'extension/sync/push.ts',
    '  const answer = await ask(server, { path, schema: PushResponse, body: batch.body })',
    '  await db.outbox.bulkDelete(batch.ops.map(({ op }): [Uuid, Uuid] => [scope, op]))\n  const answer = await ask(server, { path, schema: PushResponse, body: batch.body })',
  ),
  one(
    'device: nothing acked is replayed after a restore',
    'extension/sync/replay.ts',
    '!known.has(op)',
    'known === null',
  ),
  one(
    'device: a new download drops the outbox',
    'extension/sync/replay.ts',
    'if (state && isSame(state, asked)) await startOver(db, state)',
    'if (state && isSame(state, asked)) { await db.outbox.where("[scope+op]").between([state.scope], [state.scope, []]).delete(); await startOver(db, state) }',
  ),
  one(
    'device: the cursor moves before the rows',
    'extension/sync/apply.ts',
    "  return db.transaction('rw', syncTables(db), async () => {\n    const state = await db.scopes.get(scope)",
    "  const state = await db.scopes.get(scope)\n  if (state && isSame(state, asked)) await db.scopes.put({ ...state, epoch: page.epoch, cursor: page.next, head: page.head, floor: state.floor || Math.max(1, page.head) })\n  return db.transaction('rw', syncTables(db), async () => {",
  ),
  {
    name: 'device: a page that answers an older question is applied',
    edits: [
      {
        file: 'extension/sync/apply.ts',
        find: '!isSame(state, asked) ||',
        put: '',
      },
      {
        file: 'extension/sync/apply.ts',
        find: 'cursor: page.next,',
        put: 'cursor: Math.max(state.cursor, page.next),',
      },
    ],
  },
  one(
    'device: an op stays laid over after the pull has passed it',
    'extension/sync/apply.ts',
    'await liftOps(db, scope, await confirmed.toArray(), touched)',
    'await confirmed.toArray()',
  ),
  one(
    'device: an answer that comes late does not lift its op',
    'extension/sync/push.ts',
    'if (over.length > 0) await lower(db, state, over)',
    'if (over.length > 1000) await lower(db, state, over)',
  ),
  one(
    'device: what was purged is kept',
    'extension/sync/apply.ts',
    'if (next.purged > state.purged) await',
    'if (next.purged < state.purged) await',
  ),
  one(
    'device: the numbers of a copied profile are not changed',
    'extension/sync/push.ts',
    "if (code === 'ID_COLLISION' || code === 'GAP') return renumber(db, batch)",
    "if (code === 'GAP') return renumber(db, batch)",
  ),
  one(
    'both: the fold believes whoever came last',
    'shared/inventory/fold.ts',
    'return cell.observation > present.observation',
    'return true',
  ),
  {
    name: 'both: a restored server goes unnoticed',
    edits: [
      {
        file: 'server/sync/push.ts',
        find: 'request.epoch !== null && request.epoch !== row.epoch',
        put: 'request.epoch === undefined',
      },
      {
        file: 'extension/sync/pull.ts',
        find: 'asked.epoch !== null && page.epoch !== asked.epoch',
        put: 'asked.epoch === undefined',
      },
      {
        file: 'extension/sync/apply.ts',
        find: '(state.epoch !== null && state.epoch !== page.epoch)',
        put: 'page.epoch === undefined',
      },
    ],
  },
  one(
    'server: an op that is known is applied again',
    'server/sync/push.ts',
    'if (before) {',
    'if (before && before.hash === "") {',
  ),
  one(
    'server: a known op does not take its number',
    'server/sync/push.ts',
    'if (op.n === last + 1) last = op.n',
    'if (op.n === -1) last = op.n',
  ),
  one(
    'server: a number that was used is taken for a repetition',
    'server/sync/push.ts',
    "if (op.n <= last || (number && number.paired !== author.device)) return fail('ID_COLLISION')",
    "if (op.n <= last) { results.push({ op: op.id, st: 'noop', at: batch.seq }); continue }",
  ),
  one(
    'server: an edit of a purged record creates it anew',
    'server/sync/merge.ts',
    'if (!batch.records.has(op.rec) && op.base > 0 && !knowsOfPurge(batch, op))',
    'if (op.base < 0)',
  ),
  one(
    'server: an edit brings a deleted record back',
    'server/sync/merge.ts',
    "if (held?.belief.deleted) return writeConflict(batch, op, 'edit-after-delete')",
    'if (held) held.belief = { ...held.belief, deleted: 0 }',
  ),
  one(
    'server: a value overwrites one that its author had not seen',
    'server/sync/merge.ts',
    'present && present.seq > op.base && present.by !== batch.device',
    'present && op.base < 0',
  ),
  one(
    'server: one can be in conflict with oneself',
    'server/sync/merge.ts',
    'present && present.seq > op.base && present.by !== batch.device',
    'present && present.seq > op.base',
  ),
  one(
    'server: the clock of the device decides',
    'server/sync/merge.ts',
    '} else if (present && present.seq > op.base && present.by !== batch.device) {',
    '} else if (present && present.at > op.at) {\n    return noop(batch)\n  } else if (present && op.base < 0) {',
  ),
  one(
    'server: a deletion takes an edit with it that its author had not seen',
    'server/sync/merge.ts',
    "if (unseen) return writeConflict(batch, op, 'delete-vs-edit')",
    'if (unseen && op.base < 0) return noop(batch)',
  ),
  one(
    'server: a download in progress is refused again and again',
    'server/sync/changes.ts',
    'const started = Math.max(after, floor)',
    'const started = after + floor - floor',
  ),
  {
    name: 'both: nobody is told to download again after a purge',
    edits: [
      { file: 'server/sync/changes.ts', find: 'started > 0 && started < row.min_retained', put: 'started < 0' },
      {
        file: 'extension/sync/apply.ts',
        find: 'if (next.purged > state.purged) await',
        put: 'if (next.purged < state.purged) await',
      },
    ],
  },
]
