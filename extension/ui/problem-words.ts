import { sentenceOf as english, type Problem } from '../../shared/problem.ts'
import { textOr } from './language.ts'

/** The sentences of a problem in the person's language. English ones stand in shared/problem.ts, as the server says them too. */
export const problemWords = ({ code, happened, safe, next }: Problem) => ({
  happened: textOr(`problem.${code}.happened`, happened),
  safe: textOr(`problem.${code}.safe`, safe),
  next: textOr(`problem.${code}.next`, next),
})

/** One text for a person: what happened, what is safe, what to do. */
export const sentenceOf = (problem: Problem): string => english({ ...problem, ...problemWords(problem) })
