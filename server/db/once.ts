import type { CompiledQuery, Transaction } from 'kysely'
import type { Engine } from './engine.ts'
import type { PeopleTables, ScopeTables } from './tables.ts'

type Given = string | number
type Queries = Transaction<PeopleTables & ScopeTables>
type Compiles<Row> = { compile: () => CompiledQuery<Row> }
type Runs = { executeQuery: (query: CompiledQuery<unknown>) => Promise<{ rows: unknown[] }> }

/**
 * A query of fixed text, built once for each engine and from then on only given its values: to build one anew costs
 * several times what SQLite takes to answer it. `build` gets a place for each value, and must not look at it.
 */
export function once<Name extends string, Row>(
  names: readonly Name[],
  build: (db: Queries, places: Record<Name, never>, engine: Engine) => Compiles<Row>,
): (within: { tx: Runs; engine: Engine }, values: Record<Name, Given>) => Promise<Row[]> {
  const built = new WeakMap<Engine, CompiledQuery<Row>>()
  const places = new Map(names.map((name) => [{ name }, name]))
  const byName = Object.fromEntries([...places].map(([place, name]) => [name, place])) as Record<Name, never> // fits where any value fits
  return async ({ tx, engine }, values) => {
    const known = built.get(engine) ?? build(tx as Queries, byName, engine).compile() // compiling needs no transaction
    built.set(engine, known)
    const parameters = known.parameters.map((parameter) => {
      const name = places.get(parameter as { name: Name }) // one of ours, or a value of the text's own
      return name === undefined ? parameter : values[name]
    })
    const { rows } = await tx.executeQuery({ ...known, parameters })
    return rows as Row[] // as the query that was built says
  }
}
