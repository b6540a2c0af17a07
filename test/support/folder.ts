import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'

/** A folder of its own for every test, gone after it. */
export function testFolder(): { readonly path: string; at: (...parts: string[]) => string } {
  let path = ''
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'stocktake-test-'))
  })
  afterEach(() => rmSync(path, { recursive: true, force: true }))
  return {
    get path() {
      return path
    },
    at: (...parts) => join(path, ...parts),
  }
}
