/** What is being done, and how far it is. */
export type Progress = { is: 'records' | 'observations' | 'working-out' | 'rows'; done: number; all: number }

/** Work that a person waits for: it tells how far it is, and can be given up. */
export type Running = { signal: AbortSignal; onProgress: (progress: Progress) => void }

/** Where nobody waits for long. */
export const atOnce = (): Running => ({ signal: new AbortController().signal, onProgress: () => undefined })
