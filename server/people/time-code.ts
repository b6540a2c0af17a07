import { createHmac, timingSafeEqual } from 'node:crypto'

const [stepMs, digits] = [30_000, 6]

/** RFC 4226. */
function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/** RFC 6238: the time step whose code this is, of the present one and its neighbors, as clocks differ a little. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const present = Math.floor(now.getTime() / stepMs)
  const fits = (step: number) =>
    code.length === digits && timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(code))
  return [present - 1, present, present + 1].find(fits)
}
