export { remembering } from '../connector-kit/remembering.ts'

/** Answered when it is first asked. */
export function once<Answer extends object | boolean>(answer: () => Answer): () => Answer {
  let known: Answer | undefined
  return () => {
    known ??= answer()
    return known
  }
}
