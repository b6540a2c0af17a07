import { expect, test } from 'vitest'
import { problem, problemCodes, sentenceOf } from '../../shared/problem.ts'

test.each(problemCodes)('%s says what happened, what is safe and what to do next', (code) => {
  const { happened, safe, next, status } = problem(code)
  for (const sentence of [happened, safe, next])
    expect(sentence, 'a whole sentence').toMatch(/^[A-Z].+\.$|^Nothing[.;]/)
  expect(status === 0 || (status >= 400 && status < 600), 'an HTTP status, or 0 where it never travels').toBe(true)
  expect(sentenceOf(problem(code)).length).toBeLessThan(260)
})

test('no two codes say the same', () => {
  const said = problemCodes.map((code) => problem(code).happened)
  expect(new Set(said).size).toBe(said.length)
})

test('a detail is kept, and absent where there is none', () => {
  expect(problem('WRONG_CLIENT', 'Bluefin').detail).toBe('Bluefin')
  expect('detail' in problem('WRONG_CLIENT')).toBe(false)
})
