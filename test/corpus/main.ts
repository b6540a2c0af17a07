import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runCorpus } from './run.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, 'generic-only': { type: 'boolean', default: false } },
})
if (positionals.length === 0 || values.out === undefined) {
  console.error('usage: npm run corpus -- DIR… --out FILE [--generic-only]')
  process.exit(2)
}
const start = performance.now()
const results = await runCorpus(positionals, { genericOnly: values['generic-only'] })
writeFileSync(values.out, JSON.stringify(results, null, 1))
const records = Object.values(results).reduce((sum, result) => sum + result.records.length, 0)
const seconds = ((performance.now() - start) / 1000).toFixed(1)
console.log(`${Object.keys(results).length} cases read in ${seconds} s, ${records} records, written to ${values.out}`)
