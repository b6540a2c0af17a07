import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const folder = resolve('test-results/gallery')

/** Bundles the gallery, which is in no build of the extension, and says where it lies. */
export async function buildGallery(): Promise<string> {
  await build({
    entryPoints: ['test/e2e/gallery/page.tsx', 'test/e2e/gallery/gallery.css'],
    outdir: folder,
    bundle: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { __PRACTICE__: 'false' },
    logLevel: 'error',
  })
  mkdirSync(folder, { recursive: true })
  const head = '<meta charset="utf-8"><title>Gallery</title><link rel="stylesheet" href="gallery.css">'
  writeFileSync(
    resolve(folder, 'index.html'),
    `<!doctype html><html>${head}<body><script src="page.js"></script></html>`,
  )
  return pathToFileURL(resolve(folder, 'index.html')).href
}
