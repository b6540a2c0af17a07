import fc from 'fast-check'

const who = fc.nat(4)
const record = fc.nat(2)
/** Years by which a device's clock is wrong; mostly it is right, and then things happen at the same instant. */
const skew = fc.constantFrom(0, 0, 0, -10, 10)
const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary })

/** What may happen in a history, and how often. */
export const action = fc.oneof(
  weighted(
    7,
    fc.record({
      do: fc.constant('edit' as const),
      who,
      record,
      field: fc.nat(1),
      value: fc.nat(3),
      skew,
    }),
  ),
  weighted(
    4,
    fc.record({
      do: fc.constant('accept' as const),
      who,
      record,
      value: fc.nat(3),
      skew,
    }),
  ),
  weighted(3, fc.record({ do: fc.constantFrom('delete' as const, 'undelete' as const), who, record })),
  // Rarely met by chance: a whole life of a record, up to where the server forgets it, while others sleep; and one of
  // them wakes, and pulls before it has sent what it changed meanwhile (C6).
  weighted(
    2,
    fc.record({ do: fc.constant('forget' as const), who, record, sleeper: fc.option(who, { nil: undefined }) }),
  ),
  weighted(1, fc.record({ do: fc.constant('poison' as const), who, record })),
  weighted(4, fc.record({ do: fc.constantFrom('push' as const, 'pull' as const), who })),
  weighted(4, fc.record({ do: fc.constant('sync' as const), who })),
  // Over a network that works, so that there is something to be written when the disk is full.
  weighted(3, fc.record({ do: fc.constant('syncOnFullDisk' as const), who, write: fc.integer({ min: 1, max: 10 }) })),
  weighted(
    9,
    fc.record({
      do: fc.constant('request' as const),
      at: fc.nat(30),
      how: fc.constantFrom(
        'ok' as const,
        'ok' as const,
        'ok' as const,
        'twice' as const,
        'dropped' as const,
        'answerLost' as const,
      ),
    }),
  ),
  weighted(
    6,
    fc.record({
      do: fc.constant('answer' as const),
      at: fc.nat(30),
      how: fc.constantFrom('ok' as const, 'ok' as const, 'ok' as const, 'dropped' as const, 'diskFull' as const),
      write: fc.integer({ min: 1, max: 6 }),
    }),
  ),
  // C4, rarely met by chance: a page that is overtaken by what came after it was asked for.
  weighted(1, fc.record({ do: fc.constant('overtake' as const), who, other: who, record })),
  weighted(1, fc.record({ do: fc.constant('restart' as const), who })),
  weighted(
    2,
    fc.record({
      do: fc.constantFrom('purge' as const, 'backup' as const, 'restore' as const),
      own: fc.constantFrom('ash' as const, 'ash' as const, 'birch' as const),
    }),
  ),
  weighted(1, fc.record({ do: fc.constant('copyProfile' as const), who })),
)
export type Action = typeof action extends fc.Arbitrary<infer A> ? A : never
