import { inject } from 'vitest'

// Read by databases.ts: from here on every server of these tests stands on PostgreSQL.
process.env.TEST_POSTGRES = inject('postgres')
