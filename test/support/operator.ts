import { run } from '../../server/commands/run.ts'

/** One command as an operator calls it, in this process; `typed` is what they answer when they are asked. */
export async function operate(args: string[], environment: Record<string, string>, typed?: string) {
  const [said, warned]: [string[], string[]] = [[], []]
  const exit = await run(args, environment, {
    say: (line) => said.push(line),
    warn: (line) => warned.push(line),
    ask: typed === undefined ? undefined : async () => typed,
  })
  return { exit, said: said.join('\n'), warned: warned.join('\n') }
}
