import { limits } from '../../shared/sync.ts'
import type { Metrics } from '../metrics/metrics.ts'

/** Of all bodies that are read or wait to be written: what is refused beyond it keeps the memory bounded (T30, F48). */
const bytesInFlight = 64 * limits.pushBytes
/** What JSON grows by when it is unpacked; more than `pushBytes` is never unpacked. */
const unpacked = 16

/** How much is under way in this process; who comes when that is too much is told to come again. */
export class Admission {
  #count = 0
  #bytes = 0
  constructor(
    private readonly most: number,
    private readonly metrics: Pick<Metrics, 'inFlight'>,
  ) {}

  /** What is to be called when the request was answered; undefined where it has to come again. */
  enter(request: Request): (() => void) | undefined {
    const size = sizeOf(request)
    if (this.#count >= this.most || (size > 0 && this.#bytes + size > bytesInFlight)) return undefined
    const change = (by: 1 | -1) => {
      this.#count += by
      this.#bytes += by * size
      this.metrics.inFlight.set(this.#count)
    }
    change(1)
    return () => change(-1)
  }
}

/** What its body may take at most: as much as it says, or as much as any body may. */
function sizeOf({ method, headers }: Request): number {
  if (method === 'GET' || method === 'HEAD') return 0
  const said = Number(headers.get('content-length') ?? Number.NaN)
  const size = headers.has('content-encoding') ? said * unpacked : said
  return size >= 0 && size < limits.pushBytes ? size : limits.pushBytes
}
