import type { Outcome } from '../../shared/problem.ts'
import { sentenceOf } from './problem-words.ts'
import { toast } from './toasts.tsx'

/** Says what was done, with its way back; or why it was not. A way back that fails says so too. */
export function tell(outcome: Outcome<unknown>, done: string, undo?: () => Promise<Outcome<unknown>>): void {
  if (!outcome.ok) toast(sentenceOf(outcome.problem))
  else toast(done, undo && (() => void undo().then((back) => !back.ok && toast(sentenceOf(back.problem)))))
}
