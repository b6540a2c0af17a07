import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { connectors } from '../../extension/connectors/index.ts'
import { startBrowser } from '../support/browser.ts'
import { openPageReader } from '../support/page-reader.ts'
import { type Recorded, readHar } from './har.ts'
import { caseOf } from './record.ts'

/** A session that a browser saved (its HAR file, the page as saved, or both) becomes a case of nobody. */
const usage = 'usage: npm run record -- SESSION.har [PAGE.html] --connector ID --case NAME [--url ADDRESS-OF-THE-PAGE]'
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { connector: { type: 'string' }, case: { type: 'string' }, url: { type: 'string' } },
})
const connector = connectors.find(({ id, readAll }) => id === values.connector && readAll === undefined)

function stop(...sentences: string[]): never {
  for (const sentence of sentences) console.error(sentence)
  process.exit(1)
}

const har = positionals.find((path) => path.endsWith('.har'))
const html = positionals.find((path) => /\.html?$/.test(path))
if ((har ?? html) === undefined || values.case === undefined || !/^[a-z0-9-]+$/.test(values.case)) stop(usage)
if (!connector) stop(`No connector is named '${values.connector}': npm run new-connector writes one.`)
if (har === undefined && values.url === undefined) stop('A saved page does not tell its address: say it with --url.')
const folder = join('test/connectors', connector.id, values.case)
if (existsSync(folder)) stop(`${folder} is there already.`)

const nothing = (file: string): Recorded => ({
  answers: [],
  pages: [],
  at: statSync(file).mtime.toISOString(),
  secrets: [],
})
const session = har === undefined ? nothing(html ?? '') : readHar(readFileSync(har, 'utf8'))
if (values.url !== undefined) session.pages.unshift(values.url)
const page = html === undefined ? null : await snapshotOf(readFileSync(html, 'utf8'), session.pages[0] ?? '')
const { files, refused } = caseOf(connector, session, page)
if (refused.length > 0) stop('Nothing was written.', ...refused)
for (const [name, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}
console.log(`${folder} is written. Read every line of it: names that no rule could know may still be there.`)
console.log(`Then: npx vitest run test/connectors -t ${connector.id}`)

/** What the extension would see of the page, which runs no script and asks nothing. */
async function snapshotOf(markup: string, url: string) {
  const browser = await startBrowser()
  try {
    return (await (await openPageReader(browser)).read(url, markup)).snapshot
  } finally {
    await browser.close()
  }
}
