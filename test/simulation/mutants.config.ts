import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { mutants } from './mutants.ts'

/** Plants the mutant named in MUTANT while the files are loaded; nothing on disk is touched. */
const mutant = mutants.find(({ name }) => name === process.env.MUTANT)
if (!mutant) throw new Error(`There is no mutant ${process.env.MUTANT}.`)

const rules = ['test/server/rules-*.test.ts', 'test/sync/rules.test.ts', 'test/inventory/fold.test.ts']

export default defineConfig({
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      load(id) {
        const edits = mutant.edits.filter(({ file }) => id.endsWith(`/${file}`))
        if (edits.length === 0) return undefined
        return edits.reduce((code, { find, put }) => code.replace(find, () => put), readFileSync(id, 'utf8'))
      },
    },
  ],
  test: { include: process.env.BY_RULES ? rules : ['test/simulation/*-half.test.ts'], testTimeout: 30_000 },
})
