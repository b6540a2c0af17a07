import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mutants } from './mutants.ts'

test.each(mutants)('the mutant "$name" still finds its place in the code', ({ edits }) => {
  for (const { file, find } of edits) expect(readFileSync(file, 'utf8').split(find), `${file}: ${find}`).toHaveLength(2)
})
