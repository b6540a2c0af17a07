import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, ensureAccount } from '../practice/account.ts'

/** The real server as a process of its own, with a folder of its own, that can be killed and started again. */
export type SyncServer = {
  url: string
  account: Account
  /** Without a goodbye, as a machine that loses its power. */
  kill: () => Promise<void>
  start: () => Promise<void>
}

/** A port that is free now; the server keeps it over its restarts. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

export async function openSyncServer(): Promise<SyncServer> {
  const folder = mkdtempSync(join(tmpdir(), 'stocktake-server-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  const start = (until: RegExp): Promise<string> => {
    const started = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      env: { ...process.env, PORT: String(port), DATA_DIR: folder, BASE_URL: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child = started
    return said(started, until)
  }
  const kill = async () => {
    const running = child
    child = undefined
    if (!running || running.exitCode !== null) return
    running.kill('SIGKILL')
    await once(running, 'exit')
  }
  const account = await ensureAccount(url, await start(/give this token: (\S+)/), folder)
  return { url, account, kill, start: async () => void (await start(/listens on (\S+)/)) }
}

/** Waits until the server's own output says this, and gives the part in brackets. */
function said(child: ChildProcess, what: RegExp): Promise<string> {
  let text = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (part) => {
      text += String(part)
      const found = what.exec(text)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error(`the server ended: ${text}`)))
  })
}
