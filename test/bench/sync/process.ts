import { type ChildProcess, spawn } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { bundleServer } from '../../../server/build.ts'

/** A server as a process of its own on a folder of its own, with what the kernel says of it. */
export type ServerProcess<T> = {
  ready: T
  pid: number
  stats: () => { cpuMs: number; rssMB: number; peakMB: number }
  /** What its entry answers to this word. */
  asked: <A>(word: string) => Promise<A>
  stop: () => Promise<void>
}

/** The product's server as it is delivered: bundled, and without a compiler in its process. */
export const bundledServer = (): Promise<string> =>
  bundleServer(resolve('test/bench/sync/server.entry.ts'), resolve('.output/bench'))

/** As package.json and the Dockerfile start it. */
const asDelivered = ['--min-semi-space-size=8', '--max-semi-space-size=8']

/** `entry` is started with its folder as argument and says that it is ready by a message. */
export async function startProcess<T>(
  entry: string,
  args: string[] = [],
  folder: string = mkdtempSync(join(tmpdir(), 'stocktake-bench-')),
  environment: Record<string, string> = {},
): Promise<ServerProcess<T>> {
  const child = spawn(
    process.execPath,
    [...(entry.endsWith('.ts') ? ['--import', 'tsx'] : asDelivered), entry, folder, ...args],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, ...environment },
    },
  )
  const ready = await firstMessage<T>(child)
  const pid = child.pid ?? 0
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    rmSync(folder, { recursive: true, force: true })
  }
  const asked = <A>(word: string): Promise<A> => {
    const answer = firstMessage<A>(child)
    child.send(word)
    return answer
  }
  return { ready, pid, stats: () => statsOf(pid), asked, stop }
}

const firstMessage = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the server ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as T) // what its own entry sends
    })
  })

/** From /proc, in its units: clock ticks of 10 ms, kB. */
function statsOf(pid: number) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const columns = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const mb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024
  return { cpuMs: (Number(columns[11]) + Number(columns[12])) * 10, rssMB: mb('VmRSS'), peakMB: mb('VmHWM') }
}

const open = new Set<Socket>()
let closed = 0
subscribe('net.client.socket', (message) => {
  const { socket } = message as { socket: Socket } // as Node documents this channel
  open.add(socket)
  socket.once('close', () => {
    closed += sizeOf(socket)
    open.delete(socket)
  })
})
const sizeOf = (socket: Socket) => socket.bytesRead + socket.bytesWritten

/** Bytes in both directions of every TCP socket that this process has opened, with HTTP's framing, without TCP's. */
export const wireBytes = (): number => [...open].reduce((sum, socket) => sum + sizeOf(socket), closed)
