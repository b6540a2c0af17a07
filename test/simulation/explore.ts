import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'
import { type Action, action } from './actions.ts'
import { live } from './history.ts'
import known from './seeds.json' with { type: 'json' }
import { endWorld, newWorld, type World } from './world.ts'

/** Histories a world is used for: long enough to pay for opening it, short enough for small backups. */
const share = 25

let world: World | undefined
let lived = 0

async function liveSomewhere(actions: Action[]): Promise<void> {
  if (world && lived % share === 0) {
    await endWorld(world)
    world = undefined
  }
  world ??= await newWorld()
  lived += 1
  await live(world, actions)
}

/** `HISTORIES` and `SEED` in the environment explore further; a failure prints the history to be kept in seeds.json. */
const histories = Number(process.env.HISTORIES ?? 2000)
const seed = process.env.SEED === undefined ? undefined : Number(process.env.SEED)

const property = () =>
  fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 40, size: 'max' }), (actions) => liveSomewhere(actions))

/** One part of the exploration, so that several workers share it. */
export function explore(part: number, parts: number): void {
  afterAll(async () => {
    vi.useRealTimers()
    if (world) await endWorld(world)
  })
  const numRuns = Math.floor(histories / parts)

  // Kept as what happened: a seed says something else as soon as there is one more kind of action.
  test.each(known.filter((_, place) => place % parts === part))(
    'a history that once went wrong: $what',
    async ({ history }) => {
      await liveSomewhere(history as Action[]) // as it was printed
    },
  )

  test(`${numRuns} histories end at rest with nothing lost, doubled or crossed`, { timeout: 900_000 }, async () => {
    const details = await fc.check(property(), {
      numRuns,
      ...(seed === undefined ? {} : { seed: seed + part }),
      ...limit(),
    })
    if (details.failed)
      console.log(
        `seed ${details.seed} path ${details.counterexamplePath}\n${JSON.stringify(details.counterexample?.[0])}`,
      )
    expect(details.errorInstance ?? null).toBeNull()
    expect(details.numRuns).toBe(numRuns)
  })
}

/** A mutant needs to be caught, not to be explained. */
const limit = () => (process.env.MUTANT ? { endOnFailure: true } : {})
