import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listedIn, newConnector } from './new-connector.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
const parts = ['extension', 'shared', 'test/connectors', 'package.json', 'tsconfig.json', 'biome.json', '.gitignore']
let copy = ''
const program = (name: string) => join(project, 'node_modules/.bin', name)
const read = (path: string) => readFileSync(join(copy, path), 'utf8')

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'new-connector-'))
  for (const part of parts) cpSync(join(project, part), join(copy, part), { recursive: true })
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true }))

/** The sentences of the tests that fail in the copy. */
function complaints(about: string): string[] {
  const which = ['-t', about, 'test/connectors/registry', 'test/connectors/golden']
  const { stdout } = spawnSync(program('vitest'), ['run', '--root', copy, '--reporter=json', ...which], {
    encoding: 'utf8',
    env: { ...process.env, CI: '' },
  })
  const report: { testResults: { assertionResults: { failureMessages: string[] }[] }[] } = JSON.parse(stdout) // vitest's own
  return report.testResults
    .flatMap(({ assertionResults }) => assertionResults.flatMap(({ failureMessages }) => failureMessages))
    .map((message) => (message.split('\n')[0] ?? '').replace(/^\w*Error: /, '').replace(/: expected .*/, ''))
    .toSorted()
}

test('a name that is taken or malformed is refused, and nothing is written', () => {
  const before = read('extension/connectors/index.ts')
  expect(() => newConnector(copy, 'okta')).toThrow('extension/connectors/okta.ts is there already')
  expect(() => newConnector(copy, '../x')).toThrow('is no name for a connector')
  expect(() => newConnector(copy, '1password')).toThrow('beginning with a letter')
  expect(read('extension/connectors/index.ts')).toBe(before)
})

test('a new connector stands in all three places, formatted, and the registry asks in a sentence for what is missing', () => {
  expect(newConnector(copy, 'pipedrive')).toEqual([
    'extension/connectors/pipedrive.ts',
    'extension/connectors/index.ts',
    'test/connectors/pipedrive/ordinary/',
  ])
  newConnector(copy, 'nobody-knows-it')
  execFileSync(program('biome'), ['check', 'extension/connectors', 'test/connectors'], { cwd: copy })
  expect(complaints('pipedrive|nobody-knows-it')).toEqual([
    'shared/vendor-directory does not list nobodyknowsit.com',
    'test/connectors/nobody-knows-it has one case only',
    'test/connectors/pipedrive has one case only',
  ])
  expect(JSON.parse(read('test/connectors/pipedrive/ordinary/expected.json'))).toMatchObject({
    connector: 'pipedrive',
    sightings: [{ type: 'subscription', vendorAccount: { vendor: 'pipedrive.com', id: '1042' } }],
  })
}, 120_000)

test('the list stays in order, on one line while it fits', () => {
  const imports = [
    'type { Connector } from "../connector-kit/define.ts"',
    "box from './box.ts'",
    "generic from './generic.ts'",
  ]
  const short = `${imports.map((line) => `import ${line}\n`).join('')}\n/** Said. */\nexport const connectors: Connector[] = [box, generic]\n`
  const more = listedIn(short, 'google-docs')
  expect(more).toContain(
    "import generic from './generic.ts'\nimport googleDocs from './google-docs.ts'\n\n/** Said. */\n",
  )
  expect(more).toContain('= [box, googleDocs, generic]\n')
  const many = [...'abcdefghijklmnopqrst'].map((letter) => `console-${letter}`).reduce(listedIn, short)
  expect(many).toContain('= [\n  box,\n  consoleA,\n  consoleB,')
  expect(many).toContain('  consoleT,\n  generic,\n]\n')
})
