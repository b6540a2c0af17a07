import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildNormal, normal } from '../../practice/build.ts'
import { bundle } from '../../support/bundle.ts'

/** The built extension with the bare page in it: the same origin, the same IndexedDB, the same way from the disk. */
export async function buildWithBarePage(): Promise<string> {
  buildNormal()
  const folder = mkdtempSync(join(tmpdir(), 'stocktake-bare-'))
  cpSync(normal, folder, { recursive: true })
  const script = await bundle(fileURLToPath(new URL('bare.entry.tsx', import.meta.url)), 'bare')
  writeFileSync(join(folder, 'bare.js'), script)
  writeFileSync(join(folder, 'bare.html'), '<!doctype html><title>Bare</title><script src="bare.js" defer></script>')
  return folder
}
