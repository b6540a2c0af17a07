import { sql } from 'kysely'
import type { Database } from '../../server/db/database.ts'

/** From here on the database has no room for another page, or answers as it does on a full disk. */
export async function fill({ people, engine }: Database): Promise<void> {
  if (engine.name === 'sqlite') {
    const pages = await sql<{ page_count: number }>`pragma page_count`.execute(people)
    await sql.raw(`pragma max_page_count = ${pages.rows[0]?.page_count}`).execute(people)
    return
  }
  await sql`create or replace function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`.execute(people)
  await sql`create or replace trigger full_disk before insert on records execute function full_disk()`.execute(people)
}

export async function makeSpace({ people, engine }: Database): Promise<void> {
  if (engine.name === 'sqlite') await sql.raw('pragma max_page_count = 1000000').execute(people)
  else await sql`drop trigger if exists full_disk on records`.execute(people)
}
