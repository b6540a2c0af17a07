import { sql } from 'kysely'
import type { Database } from '../../server/db/database.ts'

/** As somebody would who can write the database's file: the log lets itself be changed from here on. */
export async function letLogBeChanged({ people, engine }: Database): Promise<void> {
  const triggers =
    engine.name === 'sqlite'
      ? ['drop trigger log_is_never_changed', 'drop trigger log_is_never_cut']
      : ['drop trigger log_is_kept on log']
  for (const statement of triggers) await sql.raw(statement).execute(people)
}
