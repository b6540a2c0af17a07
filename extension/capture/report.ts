/**
 * What the tap tells of one response. Anything in it may be forged by the page: evidence, never a command. The body is
 * a Blob: its bytes lie outside the page's thread, and handing it on, through whatever number of contexts, copies none.
 * What is known to be small travels as text, which costs less than a Blob of its own.
 */
export type ResponseBody = Blob | string
export type TapReport =
  | { kind: 'response'; url: string; body: ResponseBody }
  /** JSON larger than the cap; the page has it, we have not. */
  | { kind: 'dropped'; url: string }
  /** The console answered 401 or 403. */
  | { kind: 'refused'; url: string; status: number }

export type Report = (report: TapReport) => void

export const isWeb = (url: string): boolean => /^https?:\/\//i.test(url)

/** What an answer with this status and type deserves: to be read, to be told as refused, or nothing. */
export function judge(status: number, contentType: string | null): 'read' | 'refused' | 'ignore' {
  if (status === 401 || status === 403) return 'refused'
  return status >= 200 && status < 300 && contentType !== null && /\bjson\b/i.test(contentType) ? 'read' : 'ignore'
}
