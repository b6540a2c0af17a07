import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** The server as the operator starts it: a process of its own on a free port. */
export type ServerProcess = {
  child: ChildProcess
  /** The address it says that it listens on, or undefined where it ended instead. */
  url: string | undefined
  output: () => string
  ended: Promise<number | null>
}

export async function spawnServer(environment: Record<string, string>): Promise<ServerProcess> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { PATH, HOME, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = once(child, 'exit').then(([code]) => code as number | null) // the event's first argument
  const listening = new Promise<string | undefined>((resolve) => {
    const read = (text: string) => {
      output += text
      const said = /listens on (http\S+)/.exec(output)?.[1]
      if (said) resolve(said)
    }
    child.stdout?.setEncoding('utf8').on('data', read)
    child.stderr?.setEncoding('utf8').on('data', read)
    child.once('close', () => resolve(undefined))
  })
  return { child, url: await listening, output: () => output, ended }
}
