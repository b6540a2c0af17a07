import type { Kind } from './cluster.ts'

/** Histories that once went wrong: they are lived through every time. */
export const seeds: { kind: Kind; seed: number; what: string }[] = []
