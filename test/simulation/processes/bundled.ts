import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../../..')

async function bundle(): Promise<string> {
  const folder = join(root, 'test-results', `server-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  // What a module reads beside itself.
  cpSync(join(root, 'server/pages'), join(folder, 'pages'), { recursive: true })
  const outfile = join(folder, 'server.entry.mjs')
  await build({
    entryPoints: [join(here, 'server.entry.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'error',
  })
  return outfile
}

let made: Promise<string> | undefined
/** The server's entry as one file, made once: it starts a hundred times, each time in half of the time. */
export const entry = (): Promise<string> => {
  made ??= bundle()
  return made
}
