/** Answers that are given once: what is asked of every row, found out at the first. */

/** Most values of a column stand in it many times. The bound keeps a long list from growing the worker. */
export function remembering<Value, Answer>(answer: (value: Value) => Answer): (value: Value) => Answer {
  const known = new Map<Value, Answer>()
  return (value) => {
    const before = known.get(value)
    if (before !== undefined || known.has(value)) return before as Answer // what was put there, undefined included
    const now = answer(value)
    if (known.size < 2000) known.set(value, now)
    return now
  }
}

/** Answered when it is first asked. */
export function once<Answer extends object | boolean>(answer: () => Answer): () => Answer {
  let known: Answer | undefined
  return () => {
    known ??= answer()
    return known
  }
}
