import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// A busy machine takes its time, to begin as well.
const shared = { exclude: ['test/e2e/**', 'node_modules/**'], testTimeout: 60_000, hookTimeout: 60_000 }

/** What is kept and how it travels: the rest asks of requests' shapes, of a file, or of sums over what was read. */
const storage =
  'test/server/{rules-*,access,roles,notices,records,api-keys,device-code,devices,connect,people,alerts-node,alerts-kill,told-by-mail,webhooks,history,sso,invitations,members-page,account,two-factor,passkeys,calendar,client-files,isolation}.test.ts'

/** In a process of their own: these fill it, choose the database of all servers in it, or put another module in one's place. */
const apart = ['test/simulation/**/*.test.ts', 'test/server/network-share.test.ts', 'test/people/modes.test.ts']

export default defineConfig({
  test: {
    // One less than there are cores is what it takes by itself: of two, that leaves one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        // Files share the modules of their worker: to load them anew for each took a third of the time. What a file
        // changes of the world it puts back.
        test: {
          name: 'all',
          include: ['test/**/*.test.ts'],
          isolate: false,
          setupFiles: ['test/support/language.ts'],
          ...shared,
          exclude: [...shared.exclude, 'test/postgres/**', ...apart],
        },
      },
      {
        test: { name: 'apart', include: apart, setupFiles: ['test/support/language.ts'], ...shared },
      },
      {
        // The conformance suite: what the server promises holds on PostgreSQL as it does on SQLite.
        test: {
          name: 'postgres',
          include: ['test/postgres/**/*.test.ts', storage, 'test/sync/rules.test.ts'],
          isolate: false,
          ...shared,
          globalSetup: ['test/support/postgres.ts'],
          setupFiles: ['test/support/on-postgres.ts'],
        },
      },
    ],
  },
})
