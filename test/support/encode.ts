import type { Encoding } from '../../extension/import/encoding.ts'

/** Windows-1252 where it differs from the first 256 code points. */
const western: Record<string, number> = { '€': 0x80 }

/** Text as bytes; the platform only decodes other encodings than UTF-8. */
export function encode(text: string, encoding: Encoding, mark: boolean): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text
  if (encoding === 'utf-8') return new TextEncoder().encode(marked)
  if (encoding === 'windows-1252')
    return Uint8Array.from([...text].map((letter) => western[letter] ?? letter.charCodeAt(0)))
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < marked.length; at += 1) view.setUint16(at * 2, marked.charCodeAt(at), encoding === 'utf-16le')
  return bytes
}
