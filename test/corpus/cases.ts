import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** All that the engine is told of a case: an address and what was there. */
export type Case = { id: string } & (
  | { kind: 'response'; url: string; text: string }
  | { kind: 'page'; url: string; html: string }
  | { kind: 'file'; name: string; bytes: Uint8Array }
)

const Meta = z.looseObject({ url: z.string().optional(), file: z.string().optional() })

export function casesIn(folder: string): Case[] {
  return readdirSync(folder)
    .filter((id) => !id.startsWith('.') && statSync(join(folder, id)).isDirectory())
    .sort()
    .flatMap((id) => caseIn(join(folder, id), id) ?? [])
}

function caseIn(at: string, id: string): Case | undefined {
  if (!existsSync(join(at, 'meta.json'))) return undefined
  const { url, file } = Meta.parse(JSON.parse(readFileSync(join(at, 'meta.json'), 'utf8')))
  if (file !== undefined) return { id, kind: 'file', name: file, bytes: readFileSync(join(at, file)) }
  if (url === undefined) return undefined
  const [page, payload] = [join(at, 'page.html'), join(at, 'payload.json')]
  if (existsSync(page)) return { id, kind: 'page', url, html: readFileSync(page, 'utf8') }
  if (existsSync(payload)) return { id, kind: 'response', url: addressOf(url), text: readFileSync(payload, 'utf8') }
  return undefined
}

/** Published examples leave out hosts and parts of paths: `https://{org}.okta.com/api`, `/v1/users`. */
function addressOf(url: string): string {
  const filled = url.replace(/\{[^{}]*\}/g, 'example')
  return /^https?:\/\//.test(filled) ? filled : `https://example.com/${filled.replace(/^\//, '')}`
}
