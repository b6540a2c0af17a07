import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

/** A test that failed, or what failed outside of one: enough to know it by without the rest of the log. */
export const Failure = z.object({
  file: z.string(),
  name: z.string(),
  /** The first lines of the error. */
  said: z.array(z.string()),
})
export type Failure = z.infer<typeof Failure>

/** What an assertion expected stands in its first lines; the picture of the code and the stack come after. */
const most = 8
const longest = 300
const ofCode = /^(> )?\d* *\|/

export const firstLines = (message: string): string[] =>
  stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim().slice(0, longest))
    .filter((line) => line !== '' && !ofCode.test(line))
    .slice(0, most)

type Place = { file: string; line: number }

export const placeOf = (place: Place | undefined): string[] =>
  place ? [`at ${relative(process.cwd(), place.file)}:${place.line}`] : []

export const linesOf = ({ file, name, said }: Failure): string[] => [
  `  ✗ ${file} › ${name}`,
  ...said.map((line) => `      ${line}`),
]
