import type { Connector } from '../connector-kit/define.ts'
import { parseMatchPattern } from '../connector-kit/match.ts'

/** Where a console begins, as far as its connector knows a host that is the same for everybody. */
export function startOf({ matches }: Connector): string | null {
  for (const pattern of matches) {
    const match = parseMatchPattern(pattern)
    if (match && !match.anySubdomain) return `https://${match.host}${match.path.split('*', 1)[0]}`
  }
  return null
}
