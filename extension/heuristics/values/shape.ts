/** What a text looks like, whatever its column is called. All patterns are anchored and their repeats bounded. */
const email = /^[^\s@<>(),;:"]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z0-9-]{2,24}$/
const host = /^(?:xn--|\*\.)?[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,62}\.){1,8}(?:xn--[a-z0-9-]{2,40}|\p{L}{2,24})\.?$/u
const opaque = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,64})$/i

export function emailOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 320) return undefined
  const text = value
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^SMTP:/i, '')
  if (email.test(text)) return text
  const inside = /<([^<>\s]{3,254})>$/.exec(text)?.[1]
  return inside && email.test(inside) ? inside : undefined
}

export function hostOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 260) return undefined
  const text = value
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .toLowerCase()
  return host.test(text) &&
    !/\.(?:png|jpe?g|gif|svg|pdf|html?|php|json|xml|csv|js|css|txt|zip|exe|pem|cer|crt)\.?$/.test(text)
    ? text.replace(/\.$/, '')
    : undefined
}

/** `prod_7Kd2QvXw91Lm`: a kind, then letters of both cases and digits. */
const prefixed = /^[a-z]{1,12}_(?=[A-Za-z0-9]{0,60}\d)(?=[A-Za-z0-9]{0,60}[A-Z])[A-Za-z0-9]{8,60}$/

/** Machine identifiers, which no person would write down as a name. */
export const isOpaque = (text: string): boolean => opaque.test(text.trim()) || prefixed.test(text.trim())

export const isUrl = (text: string): boolean =>
  /^(?:https?:|\/|gid:|urn:|orn:|arn:|data:|mailto:)|^[^\s/]{1,80}\/[^\s/]{1,80}\/\S/i.test(text.trim())

/** A name as people know it: one short line that is not an address, a number, an identifier or a sentence of markup. */
export function labelOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined
  if (typeof value !== 'string') return undefined
  const text = value.replace(/\s+/g, ' ').trim()
  return text.length >= 1 && text.length <= 160 && !isUrl(text) && !/[<>{}]/.test(text) && !dashes.test(text)
    ? text
    : undefined
}
const dashes = /^(?:[-–—_.?*•…/]{1,6}|n\/a|null|none|undefined|unknown|tbd)$/i
