import { setTimeout as pause } from 'node:timers/promises'
import type { Engine } from './engine.ts'

/**
 * For what a server does before it serves, and may do twice: a database that is just starting, recovering or failing over
 * is waited for, half a minute at most. After a power cut both start at once, and nobody should have to start the server
 * again.
 */
export async function whenAwake<T>({ problemOf }: Pick<Engine, 'problemOf'>, work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries >= 60 || problemOf(error) !== 'BUSY') throw error
      await pause(500)
    }
  }
}
