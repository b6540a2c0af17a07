import { parse } from 'tldts'

/** What betrays whose data it is, by its shape. Wide on purpose: what is replaced in vain costs nothing. */
export const emailShape = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu
/** As it stands within an address. */
export const encodedEmailShape = /[a-z0-9._+'-]+%40[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi
export const guidShape = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
export const ipShape =
  /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|(?<![\w:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\w:])/gi
export const hostShape = /(?<![\p{L}\p{N}@._-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?![\p{L}\p{N}_-])/giu
/** Eight digits at least, begun by a plus or parted as people write them. */
export const phoneShape = /(?<![\w+.-])(?:\+\d[\d ().-]{6,18}\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})(?![\w-])/g
/** A run of letters and digits that no person would write: an id of the vendor's, a key. */
export const tokenShape = /(?<![\p{L}\p{N}_-])(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{14,}(?![\p{L}\p{N}_-])/giu

const isDate = (text: string): boolean => /^\d{4}-\d{2}(-\d{2})?(T[\d:.]+)?/.test(text)

/** Mixed as a machine mixes: letters and digits take turns often, which `jira-software-2024-q1` does not do. */
export function looksMade(run: string): boolean {
  if (isDate(run)) return false
  const turns = run.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0
  return turns >= 3
}

/** A name that is registered on the internet: a version number or a file's name is none. */
export function registeredDomain(host: string): string | undefined {
  const { domain, isIcann } = parse(host.toLowerCase(), { extractHostname: false })
  return isIcann && domain !== null ? domain : undefined
}
