import { expect, it } from 'vitest'
import { closingLines, readPlaywright } from './count.ts'

const spec = (title: string, status: string, ...errors: string[]) => ({
  title,
  file: 'tap.spec.ts',
  tests: [
    { status, results: errors.length > 0 ? errors.map((message) => ({ errors: [{ message }] })) : [{ errors: [] }] },
  ],
})

it('the last lines of a run name what failed, where and why', () => {
  const red = spec(
    'R1: a page is read',
    'unexpected',
    'Error: first try',
    '\u001b[31mError: not visible\u001b[39m\n\n> 3 | code',
  )
  const group = { title: 'a group', specs: [red, spec('holds', 'expected')], suites: [] }
  const { flaky, ...counts } = readPlaywright({
    suites: [{ title: 'tap.spec.ts', specs: [spec('late', 'flaky', 'Error: timeout')], suites: [group] }],
    errors: [{ message: 'Error: no build' }],
  })
  expect(flaky.map(({ name }) => name)).toEqual(['late'])
  expect(closingLines(counts)).toEqual([
    '',
    'Failed:',
    '  ✗ test/e2e/tap.spec.ts › R1: a page is read',
    '      Error: not visible',
    '  ✗ playwright › (outside of a test)',
    '      Error: no build',
    '',
    '2 passed, 2 failed',
  ])
})
