/**
 * Answers that are given once: what a column says in row after row is read at the first. The bounds keep a long list
 * from growing the worker: beyond so many it begins anew, and a long text is never kept.
 */
export function remembering<Value, Answer>(answer: (value: Value) => Answer): (value: Value) => Answer {
  const known = new Map<Value, Answer>()
  return (value) => {
    // Two objects are never the same one: they would only take the place of what comes again.
    if ((typeof value === 'string' && value.length > longest) || typeof value === 'object') return answer(value)
    const before = known.get(value)
    if (before !== undefined || known.has(value)) return before as Answer // what was put there, undefined included
    const now = answer(value)
    if (known.size >= most) known.clear()
    known.set(value, now)
    return now
  }
}

const most = 4000
const longest = 200
