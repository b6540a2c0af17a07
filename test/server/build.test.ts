import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleServer } from '../../server/build.ts'

const folder = mkdtempSync(join(tmpdir(), 'stocktake-built-'))
const packages = [...readFileSync('Dockerfile', 'utf8').matchAll(/node_modules\/(\S+) \.\/node_modules/g)].map(
  ([, name = '']) => name,
)
const children: ChildProcess[] = []
let main = ''

/** As in the image: the bundle, and the packages that the Dockerfile copies. */
beforeAll(async () => {
  main = await bundleServer(resolve('server/main.ts'), join(folder, 'server'))
  for (const name of packages) {
    mkdirSync(join(folder, 'node_modules'), { recursive: true })
    cpSync(resolve('node_modules', name), join(folder, 'node_modules', name), { recursive: true, filter: needed })
  }
}, 60_000)
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Its sources in C are of no use to anybody here, and large. */
const needed = (from: string) => !/better-sqlite3\/(deps|src)$/.test(from)

function started(...args: string[]) {
  const { PATH = '' } = process.env
  const env = { PATH, PORT: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, [main, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  const said = (what: RegExp) =>
    new Promise<string>((done, gaveUp) => {
      const look = () => what.test(output) && done(what.exec(output)?.[1] ?? '')
      child.stdout.on('data', look)
      child.once('close', () => gaveUp(new Error(output)))
    })
  return { child, said, output: () => output }
}

test('what is delivered runs by itself: no compiler, no source, no package but those of the image', async () => {
  expect(packages).toContain('better-sqlite3')
  const { child, said } = started()
  const url = await said(/listens on (http\S+)/)
  const answers = await Promise.all(
    ['/readyz', '/openapi.json', '/style.css', '/passkeys.js', '/', '/sign-in'].map(async (path) => {
      const answer = await fetch(`${url}${path}`)
      return [path, answer.status, (await answer.text()).length > 10]
    }),
  )
  expect(answers.map(([path, status, isLong]) => `${path} ${status} ${isLong}`)).toEqual([
    ...[
      '/readyz 200 true',
      '/openapi.json 200 true',
      '/style.css 200 true',
      '/passkeys.js 200 true',
      '/ 200 true',
      '/sign-in 200 true',
    ],
  ])
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('its commands come along', async () => {
  const { child, output } = started('backup', join(folder, 'copy.stocktake'))
  await once(child, 'close')
  expect(output()).toMatch(/rows, everything that was confirmed up to/)
})
