import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { bundleServer } from '../../../server/build.ts'
import type { Wish } from './server.entry.ts'

const Said = z.union([
  z.object({ listens: z.string() }),
  z.object({ id: z.int(), value: z.unknown() }),
  z.object({ id: z.int(), error: z.string() }),
])

let made: Promise<string> | undefined
/** Built once: it starts a hundred times, each time in half of the time that its sources take. */
const entry = (): Promise<string> => {
  made ??= bundleServer(
    fileURLToPath(new URL('./server.entry.ts', import.meta.url)),
    fileURLToPath(new URL(`../../../test-results/server-${process.pid}`, import.meta.url)),
  )
  return made
}

/** One server process: it can be asked, killed at any moment, and started again at another address. */
export class Node {
  url: string | undefined
  /** Why it ended although nobody killed it, which must never be. */
  diedOf: string | undefined
  private child: ChildProcess | undefined
  private readonly killed = new WeakSet<ChildProcess>()
  private readonly waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  private count = 0
  private failure = ''
  private restarting: Promise<void> | undefined

  constructor(private readonly environment: () => Record<string, string>) {}

  async start(): Promise<void> {
    const { PATH = '', HOME = '' } = process.env
    const child = fork(await entry(), {
      execArgv: [],
      env: { PATH, HOME, ...this.environment() },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.child = child
    this.failure = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.failure = (this.failure + text).slice(-2000)
    })
    const listening = new Promise<string>((resolve, reject) => {
      child.on('message', (message) => {
        const said = Said.parse(message)
        if ('listens' in said) resolve(said.listens)
        else this.hear(said)
      })
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${this.failure}`)))
    })
    child.once('exit', () => this.gone(child))
    // A message that meets its death is answered by `gone`.
    child.on('error', () => {})
    this.url = await listening
  }

  private hear(said: { id: number; value?: unknown; error?: string }): void {
    const asked = this.waiting.get(said.id)
    this.waiting.delete(said.id)
    if (said.error === undefined) asked?.resolve(said.value)
    else asked?.reject(new Error(said.error))
  }

  private gone(child: ChildProcess): void {
    if (this.child === child) this.url = undefined
    if (!this.killed.has(child)) this.diedOf ??= this.failure || `code ${child.exitCode}`
    for (const { reject } of this.waiting.values()) reject(new Error('killed'))
    this.waiting.clear()
  }

  ask(wish: Wish): Promise<unknown> {
    const id = ++this.count
    return new Promise((resolve, reject) => {
      if (!this.url || !this.child?.connected) return reject(new Error('killed'))
      this.waiting.set(id, { resolve, reject })
      this.child.send({ ...wish, id }, (error) => error && reject(new Error('killed')))
    })
  }

  /** Killed and started, unless that is under way: two at once would be two servers on one file, and the second is refused. */
  restart(): Promise<void> {
    this.restarting ??= this.kill()
      .then(() => this.start())
      .finally(() => {
        this.restarting = undefined
      })
    return this.restarting
  }

  /** Stands still wherever it is, as if killed there, while `work` looks at what it has left on the disk; then goes on. */
  async frozen<T>(work: () => Promise<T>): Promise<T> {
    const pid = this.child?.pid
    if (pid === undefined) throw new Error('killed')
    process.kill(pid, 'SIGSTOP')
    try {
      // A write that the kernel is in the middle of is finished first, as it is when a process is killed.
      while (!standsStill(pid)) await pause(1)
      return await work()
    } finally {
      process.kill(pid, 'SIGCONT')
    }
  }

  /** As a power cut ends it. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    this.killed.add(child)
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
}

/** `T`: stopped by a signal. What Linux says of a process is a file; elsewhere there is a program for it. */
function standsStill(pid: number): boolean {
  const state =
    process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)
      : execFileSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'latin1' })
  return state?.startsWith('T') ?? false
}
