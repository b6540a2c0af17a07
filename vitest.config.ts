import { defineConfig } from 'vitest/config'

const shared = { exclude: ['test/e2e/**', 'node_modules/**'], testTimeout: 30_000 }

/** Files that ask something of SQLite alone, or of no database at all. */
const notTwice = ['test/server/{config,database,process,openapi,backup}.test.ts']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'all',
          include: ['test/**/*.test.ts'],
          ...shared,
          exclude: [...shared.exclude, 'test/postgres/**'],
        },
      },
      {
        // The conformance suite: what the server promises holds on PostgreSQL as it does on SQLite.
        test: {
          name: 'postgres',
          include: ['test/postgres/**/*.test.ts', 'test/server/**/*.test.ts', 'test/sync/rules.test.ts'],
          ...shared,
          exclude: [...shared.exclude, ...notTwice],
          globalSetup: ['test/support/postgres.ts'],
          setupFiles: ['test/support/on-postgres.ts'],
        },
      },
    ],
  },
})
