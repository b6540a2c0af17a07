import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const built = resolve('.output/chrome-mv3-practice')
export const normal = resolve('.output/chrome-mv3')
export const firefox = resolve('.output/firefox-mv3-practice')

const latest = (path: string): number => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0
  return Math.max(0, ...readdirSync(path).map((name) => latest(join(path, name))))
}

/** Builds the extension that knows the practice hosts; not again while nothing that it is made of has changed. */
export const buildPractice = (): void => build(built, '1')
export const buildFirefox = (): void => build(firefox, '1', ['-b', 'firefox'])
/** The one that people install. */
export const buildNormal = (): void => build(normal, '')

function build(to: string, practice: string, options: string[] = []): void {
  const sources = ['extension', 'shared', 'wxt.config.ts', 'package-lock.json'].map(latest)
  const made = statSync(join(to, 'manifest.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (made > Math.max(...sources)) return
  try {
    execFileSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', ...options], {
      env: { ...process.env, STOCKTAKE_PRACTICE: practice },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    throw new Error(`The extension could not be built:\n${said.trim()}`)
  }
}
