import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { resolveVendor } from '../../shared/vendor-directory/index.ts'

/** `npm run new-connector NAME`: the three places that a connector touches. The registry test says what to fill in next. */
export function newConnector(root: string, id: string): string[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    throw new Error(`'${id}' is no name for a connector: write it like google-workspace, beginning with a letter.`)
  const file = `extension/connectors/${id}.ts`
  const list = 'extension/connectors/index.ts'
  const first = `test/connectors/${id}/ordinary`
  if (existsSync(resolve(root, file))) throw new Error(`${file} is there already.`)

  const domain = vendorOf(id)
  writeFileSync(resolve(root, file), connectorText(id, domain))
  writeFileSync(resolve(root, list), listedIn(readFileSync(resolve(root, list), 'utf8'), id))
  mkdirSync(resolve(root, first, 'responses'), { recursive: true })
  writeFileSync(resolve(root, first, 'case.json'), caseText(domain))
  writeFileSync(resolve(root, first, 'responses/subscriptions.json'), responseText(id))
  return [file, list, `${first}/`]
}

const titleOf = (id: string): string =>
  id.replace(/(^|-)(.)/g, (_, dash, letter) => (dash && ' ') + letter.toUpperCase())
const vendorOf = (id: string): string => resolveVendor(titleOf(id))?.domain ?? `${id.replaceAll('-', '')}.com`
const variableOf = (id: string): string => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

const connectorText = (
  id: string,
  domain: string,
): string => `import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { count, json, rule } from '../connector-kit/sources.ts'

// Written from (the address of the vendor's public documentation); say here what it does not tell.
export default defineConnector({
  id: '${id}',
  version: 1,
  name: '${titleOf(id)}',
  vendor: '${domain}',
  priority: 100,
  matches: ['https://admin.${domain}/*'],
  responses: {
    // e.g. https://api.${domain}/v1/accounts/1042/subscriptions
    subscriptions: 'api.${domain}/v1/accounts/{account}/subscriptions',
  },
  account: { id: [from.url('account')] },
  records: [
    rule('subscription', 'subscriptions:/subscriptions', ['subscriptionId'], {
      subscriptionId: json('id'),
      product: json('product_name'),
      seatsPurchased: json('quantity', count),
    }),
  ],
})
`

const caseText = (domain: string): string => `{
  "url": "https://admin.${domain}/billing",
  "title": "",
  "lang": "en",
  "now": "2026-03-02T09:30:00.000Z",
  "responses": {
    "subscriptions.json": "https://api.${domain}/v1/accounts/1042/subscriptions"
  }
}
`

const responseText = (id: string): string => `{
  "subscriptions": [
    { "id": "1", "product_name": "${titleOf(id)}", "quantity": 1 }
  ]
}
`

/** The list with one more, in its order, as the formatter writes it. */
export function listedIn(text: string, id: string): string {
  const imports = [...text.matchAll(/^import (\w+) from '\.\/([\w-]+)\.ts'\n/gm)].map(([, name = '', file = '']) => ({
    name,
    file,
  }))
  const all = [...imports, { name: variableOf(id), file: id }].toSorted((a, b) => (a.file < b.file ? -1 : 1))
  const names = [...all.filter(({ file }) => file !== 'generic').map(({ name }) => name), 'generic']
  const [start, end] = ['export const connectors: Connector[] = [', ']']
  const line = `${start}${names.join(', ')}${end}`
  const list = line.length <= 120 ? line : [start, ...names.map((name) => `  ${name},`), end].join('\n')
  const head = text.slice(0, text.search(/^import \w+ from '\.\//m))
  const between = text.slice(text.lastIndexOf(".ts'\n") + 5, text.indexOf(start))
  return `${head}${all.map(({ name, file }) => `import ${name} from './${file}.ts'\n`).join('')}${between}${list}\n`
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [name] = process.argv.slice(2)
  if (name === undefined) throw new Error('usage: npm run new-connector NAME')
  for (const path of newConnector(process.cwd(), name)) console.log(path)
  console.log(`Now: npx vitest run test/connectors -t ${name}`)
}
