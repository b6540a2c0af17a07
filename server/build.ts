import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Where `npm run server` and the Dockerfile look for it. */
const builtServer = join(root, '.output/server')

/**
 * The server as a few files of plain JavaScript. To read the sources at each start, with their compiler in the process,
 * takes seconds and 60 MB more; of the packages only what is used comes along, and what is loaded later stays apart.
 * Only better-sqlite3 is left outside, as it has a part in machine code. Gives the file to start.
 */
export async function bundleServer(entry = join(root, 'server/main.ts'), folder = builtServer): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    outExtension: { '.js': '.mjs' },
    external: ['better-sqlite3', 'pg-native'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    // What packages of the older kind ask for by `require`.
    banner: { js: "import * as $module from 'node:module'; const require = $module.createRequire(import.meta.url)" },
    absWorkingDir: root,
    logLevel: 'warning',
    plugins: [inEnglish],
    write: false,
  })
  for (const { path, contents } of outputFiles) replaceBy(path, contents)
  // What pages/files.ts reads from beside it.
  for (const name of readdirSync(join(root, 'server/pages')))
    if (!/\.tsx?$/.test(name)) replaceBy(join(folder, name), readFileSync(join(root, 'server/pages', name)))
  return join(folder, `${basename(entry, '.ts')}.mjs`)
}

/** Of the 48 languages that zod speaks we write none: problems have sentences of their own. */
const inEnglish: Plugin = {
  name: 'in-english',
  setup: ({ onLoad }) =>
    onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({ contents: "export { default as en } from './en.js'" })),
}

/** Whole or not at all, and only where it is another: a server may be running from these files. */
function replaceBy(path: string, contents: Uint8Array): void {
  if (existsSync(path) && readFileSync(path).equals(contents)) return
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, contents)
  renameSync(beside, path)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await bundleServer()
