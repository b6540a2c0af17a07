import type { Context } from 'hono'
import type { Env } from '../http/env.ts'

/** The texts of a form, each one line without control characters; files and doubles have no place in ours. */
export async function readForm<E extends Env>(context: Context<E>): Promise<Record<string, string>> {
  const body = await context.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.replaceAll(/\p{Cc}/gu, '')]] : [],
    ),
  )
}

/** Where a person goes after signing in: back to what they were asked for, and never to another site. */
export const safeNext = (next: string | undefined): string =>
  next !== undefined && next.length < 4000 && /^\/(account|connect|device)(\?[\x21-\x7e]*)?$/.test(next) ? next : '/'
