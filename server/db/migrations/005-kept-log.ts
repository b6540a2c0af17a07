import { PostgresAdapter, sql, type Transaction } from 'kysely'
import type { AnyTables } from '../tables.ts'

/** T36: the log only grows. What was pushed may be forgotten after its time; a whole scope goes once it is marked as gone. */
const sqlite = [
  `create trigger log_is_never_changed before update on log
    when not (new.payload is null
      and (new.scope, new.nr, new.at, new.kind, new.payload_hash, new.st, new.rev, new.hash)
        = (old.scope, old.nr, old.at, old.kind, old.payload_hash, old.st, old.rev, old.hash)
      and new.member is old.member and new.paired is old.paired and new.device is old.device and new.n is old.n
      and new.op is old.op and new.rec is old.rec and new.field is old.field and new.code is old.code)
    begin select raise(abort, 'the log is append-only'); end`,
  `create trigger log_is_never_cut before delete on log
    when not exists (select 1 from scopes where scopes.scope = old.scope and scopes.gone_at is not null)
    begin select raise(abort, 'the log is append-only'); end`,
]

const postgres = [
  `create function log_is_kept() returns trigger language plpgsql as $$ begin
    if tg_op = 'UPDATE' then
      if new.payload is null and (to_jsonb(new) - 'payload') = (to_jsonb(old) - 'payload') then return new; end if;
    elsif exists (select 1 from scopes where scopes.scope = old.scope and scopes.gone_at is not null) then
      return old;
    end if;
    raise exception 'the log is append-only';
  end $$`,
  'create trigger log_is_kept before update or delete on log for each row execute function log_is_kept()',
]

export async function keptLog(tx: Transaction<AnyTables>): Promise<void> {
  // A scope that was purged keeps its name, so that devices are told that it is gone (410) and not that it never was.
  await sql`alter table scopes add column gone_at text`.execute(tx)
  const triggers = tx.getExecutor().adapter instanceof PostgresAdapter ? postgres : sqlite
  for (const statement of triggers) await sql.raw(statement).execute(tx)
}
