import type { Context } from 'hono'
import type { Env } from '../http/env.ts'

/** The texts of a form by their names, each one line without control characters; files have no place in ours. */
export async function readTexts<E extends Env>(context: Context<E>): Promise<Record<string, string[]>> {
  const body = await context.req.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      [value].flat().flatMap((text) => (typeof text === 'string' ? [text.replaceAll(/\p{Cc}/gu, '')] : [])),
    ]),
  )
}

/** The same where nothing may be ticked twice: of doubles the last one counts. */
export async function readForm<E extends Env>(context: Context<E>): Promise<Record<string, string>> {
  return lastOf(await readTexts(context))
}

export const lastOf = (texts: Record<string, string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).flatMap(([name, all]) => all.slice(-1).map((text) => [name, text])))

/** Where a person goes after signing in: back to what they were asked for, and never to another site. */
export const safeNext = (next: string | undefined): string =>
  next !== undefined &&
  next.length < 4000 &&
  /^\/(account|connect|device|members|invitation\/[\w-]{43})(\?[\x21-\x7e]*)?$/.test(next)
    ? next
    : '/'
