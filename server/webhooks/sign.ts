import { createHmac } from 'node:crypto'
import type { Random } from '../devices/token.ts'

/** 256 bits in the form that libraries of Standard Webhooks take. */
export const newSecret = (random: Random): string => `whsec_${Buffer.from(random(32)).toString('base64')}`

/**
 * The headers by which a receiver knows that a delivery is ours and unchanged, after Standard Webhooks 1.0.0
 * (github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md): HMAC-SHA256 over `id.timestamp.body`. The
 * id stays the same however often it is delivered; while a secret is being changed, the former one signs as well.
 */
export function signed(id: string, body: string, secrets: string[], now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
