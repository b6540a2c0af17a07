/** Reading that can be put down between rows and taken up again; each yield tells how many rows are done. */
export type RowSteps<T> = Generator<number, T, void>

/** How many rows lie between two places where it may be put down: few enough that they take a moment, whatever they hold. */
export const rowsPerStep = 64

/** All of it at once, where nobody waits for a screen. */
export function finished<T>(steps: RowSteps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
