import { type Problem, problem as problemOf } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'

export type CodeToType = { code: string; page: string }

/**
 * Null when it is connected. The sign-in window is the worker's; where the browser has none (Firefox for Android), the
 * code flow runs here, in a page that stays open while the code is typed.
 */
export async function askToConnect(
  db: Database,
  url: string,
  deviceName: string,
  show: (code: CodeToType) => void,
): Promise<Problem | null> {
  const [{ browser }, { send }] = [await import('wxt/browser'), await import('../messages.ts')]
  try {
    const outcome = hasSignInWindow(browser)
      ? await send('connectServer', { url, deviceName })
      : await byCode(db, url, deviceName, show)
    if (!outcome.ok) return outcome.problem
    void send('syncNow', {}).catch(() => undefined)
    return null
  } catch {
    return problemOf('BACKGROUND_SILENT')
  }
}

const hasSignInWindow = (browser: { identity?: { launchWebAuthFlow?: unknown } }): boolean =>
  browser.identity?.launchWebAuthFlow !== undefined

async function byCode(db: Database, url: string, deviceName: string, show: (code: CodeToType) => void) {
  const { connectByCode } = await import('./connect-by-code.ts')
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  return connectByCode(db, url, deviceName, { show: (code, page) => show({ code, page }), wait })
}
