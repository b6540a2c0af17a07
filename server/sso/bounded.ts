import type { CustomFetch } from 'openid-client'
import { onThisMachine } from './config.ts'

/** Keys, metadata and tokens are a few kilobytes each. */
const mostBytes = 256 * 1024

/** Statuses whose answer has no body, and of which none may be made with one. */
const bodiless = new Set([204, 205, 304])

/**
 * How the issuer is asked: over TLS unless it is on this machine, without following it elsewhere, and reading no more
 * than there can be. The time is bounded by the signal that the library hands in, to the last byte.
 */
export const bounded: CustomFetch = async (address, { body, method, headers: said, signal }) => {
  const url = new URL(address)
  // An issuer on this machine may be asked without TLS; nothing that it names elsewhere may.
  if (url.protocol !== 'https:' && !onThisMachine(url)) throw new TypeError('not over TLS')
  // Nothing of ours is sent but forms.
  const form = body instanceof URLSearchParams ? { body } : {}
  const until = signal ? { signal } : {}
  const response = await fetch(url, { method, headers: said, ...form, ...until, redirect: 'manual' })
  const { status, statusText, headers } = response
  const bytes = await readAtMost(response, mostBytes)
  return new Response(bodiless.has(status) ? null : bytes, { status, statusText, headers })
}

async function readAtMost({ body }: Response, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body ?? []) {
    length += part.byteLength
    // Leaving the loop cancels the stream, and with it the connection.
    if (length > most) throw new TypeError('more than an issuer has to say')
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
