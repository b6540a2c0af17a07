import { useEffect, useState } from 'preact/hooks'
import { type ProblemCode, problem } from '../../shared/problem.ts'
import { onDatabaseProblem } from '../db/open.ts'
import { ProblemNote } from './note.tsx'

/** Stands above every screen where the inventory on this device cannot be used at all. */
export function DatabaseProblem() {
  const [code, setCode] = useState<ProblemCode | null>(null)
  useEffect(() => {
    const stop = onDatabaseProblem(setCode)
    return () => void stop()
  }, [])
  return code === null ? null : <ProblemNote problem={problem(code)} tone="late" />
}
