import { Inflate } from 'fflate'
import { fail, type Outcome, ok } from '../../shared/problem.ts'

/** Threats T34: what a workbook may unpack to, counted while it unpacks, whatever its own directory says. */
const maxEntries = 1000
const maxInflated = 64 * 1024 * 1024
const maxRatio = 100
/** Small files compress well without being a trap. */
const harmless = 1024 * 1024
/** Compressed bytes handed over at once: even at deflate's highest ratio they become no more than 16 MiB. */
const slice = 16 * 1024

type Entry = { name: string; method: number; start: number; size: number; encrypted: boolean }

/** The files of a ZIP archive that `wanted` asks for. Names become keys of a Map: `__proto__` is a name like any other. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Outcome<Map<string, Uint8Array>> {
  const entries = directoryOf(bytes)
  if (!entries) return fail('IMPORT_UNKNOWN_FORMAT')
  if (entries.length > maxEntries) return fail('IMPORT_BOMB', 'entries')
  if (entries.some(({ encrypted }) => encrypted)) return fail('IMPORT_ENCRYPTED')
  const files = new Map<string, Uint8Array>()
  let left = maxInflated
  for (const entry of entries.filter(({ name }) => wanted(name))) {
    const content = inflate(bytes.subarray(entry.start, entry.start + entry.size), entry.method, left)
    if (!content.ok) return content
    left -= content.value.length
    files.set(entry.name, content.value)
  }
  return ok(files)
}

function inflate(packed: Uint8Array, method: number, left: number): Outcome<Uint8Array> {
  if (method === 0) return packed.length > left ? fail('IMPORT_BOMB', 'size') : ok(packed)
  if (method !== 8) return fail('IMPORT_UNKNOWN_FORMAT', `compression ${method}`)
  const chunks: Uint8Array[] = []
  let size = 0
  const stream = new Inflate((chunk) => {
    chunks.push(chunk)
    size += chunk.length
  })
  const tooMuch = (read: number) => size > left || (size > harmless && size > read * maxRatio)
  try {
    for (let at = 0; at < packed.length; at += slice) {
      stream.push(packed.subarray(at, at + slice), at + slice >= packed.length)
      if (tooMuch(Math.min(at + slice, packed.length))) return fail('IMPORT_BOMB', 'ratio')
    }
  } catch {
    return fail('IMPORT_NOT_A_TABLE') // not what deflate writes: cut off or damaged
  }
  return ok(joined(chunks, size))
}

function joined(chunks: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** The central directory at the archive's end: what is in it and where. Undefined where there is none. */
function directoryOf(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return undefined
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const local = view.getUint32(at + 42, true)
    if (name === undefined || extra === undefined || comment === undefined || local + 30 > bytes.length)
      return undefined
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
      size: view.getUint32(at + 20, true),
    })
    at += 46 + name + extra + comment
  }
  return entries
}

function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 22 - 65_536; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return undefined
}
