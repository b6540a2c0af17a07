/**
 * Takes secrets out of what is kept as evidence. Ids of tenants, SKUs and people stay: they are what evidence is for.
 * Every expression is linear: no repetition inside another, and none that could begin anywhere within its own match.
 */
const shapes: RegExp[] = [
  /(?<![\w-])eyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/g, // JSON web token; begun only where a run begins, to stay linear
  /\bxox[a-z]-[\w-]{6,}/g, // Slack
  /\b(?:gh[pousr]_|github_pat_)\w{10,}/g, // GitHub
  /\bAKIA[0-9A-Z]{12,}/g, // AWS access key
  /\bAIza[\w-]{20,}/g, // Google API key
  /\b(?:sk|pk|rk|whsec)_[\w]{8,}/g, // Stripe and those who do alike
  /\b(?:Bearer|Basic|SSWS)\s+[\w.~+/=-]{8,}/gi, // authorization headers
  /-----BEGIN [A-Z ]{3,40}KEY-----[^-]*(?:-----END [A-Z ]{3,40}KEY-----)?/g,
]

/** Said to be a secret by the word before it. A setting's name (`Password: minimum length`) reads alike, so values keep it. */
const labelled =
  /(?:password|passwd|secret|token|api[_-]?key|access[_-]?key)["']?\s{0,3}[:=]\s{0,3}["']?[^\s"',;&]{4,}/gi

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const mark = '[redacted]'

/** `token:abcd`: the shortest secret with what names it. */
const shortest = 10
const labels = /passw|secret|token|(?:api|access)[_-]?key/i

export const redact = (text: string): string => {
  if (text.length < shortest) return text
  const known = withoutSecrets(text)
  return labels.test(known) ? known.replace(labelled, mark) : known
}

/** A value that is or holds a secret is not read at all. */
export const holdsSecret = (text: string): boolean => withoutSecrets(text) !== text

/** One look that clears nearly every text: each value of each record passes here. */
const suspicious = /eyJ|xox|gh[a-z]_|github_|AKIA|AIza|(?:sk|pk|rk|whsec)_|bearer|basic|ssws|BEGIN|[\w+=-]{32}/i

function withoutSecrets(text: string): string {
  if (text.length < shortest || !suspicious.test(text)) return text
  const known = shapes.reduce((rest, shape) => rest.replace(shape, mark), text)
  return known.replace(/[\w+=-]{32,}/g, (run) => (looksRandom(run) ? mark : run))
}

/** Long, of several kinds of characters, and without the repetitions that words and paths have. */
function looksRandom(run: string): boolean {
  if (guid.test(run) || run.split('_').every((part) => guid.test(part))) return false
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(run)).length
  const isHex = /^[0-9a-f]+$/i.test(run)
  return isHex ? kinds >= 2 && entropy(run) > 3 : kinds === 3 && entropy(run) > 4
}

function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

/** One line of at most 120 characters, as evidence may keep it. */
export function excerptOf(text: string): string {
  const line = redact(text.slice(0, 4000).replace(/\s+/g, ' ').trim())
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}
