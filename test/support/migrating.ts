import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { bundleServer } from '../../server/build.ts'

let made: Promise<string> | undefined
/** Built once: it starts a dozen times, each time in a fifth of the time that its sources take. */
const entry = (): Promise<string> => {
  made ??= bundleServer(
    fileURLToPath(new URL('./migrate.entry.ts', import.meta.url)),
    fileURLToPath(new URL(`../../test-results/migrate-${process.pid}`, import.meta.url)),
  )
  return made
}

/** Migrates in a process of its own that dies without a goodbye after so many statements; how many it ran otherwise. */
export async function migrateUntil(place: string, statements: number): Promise<number | 'killed'> {
  const child = fork(await entry(), [place, String(statements)], { execArgv: [] })
  let ran: number | 'killed' = 'killed'
  child.on('message', (count) => {
    ran = Number(count)
  })
  await once(child, 'exit')
  return ran
}

/** The same, for ever between two statements: it stands there until it is killed. */
export async function migrateAndStand(place: string, statements: number): Promise<ChildProcess> {
  const child = fork(await entry(), [place, String(statements), 'stands'], { execArgv: [], silent: true })
  const stands = child.stdout && once(child.stdout, 'data')
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('it ended')))
  await Promise.race([stands, ended])
  ended.catch(() => {})
  return child
}
