/** What the bytes of a text may be written in. The first four are told apart by content, the others a person chooses. */
export const encodings = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  'windows-1250': 'Windows-1250',
  shift_jis: 'Shift JIS',
  gb18030: 'GB 18030',
} as const
export type Encoding = keyof typeof encodings

const marks: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Undefined where the bytes are no text at all. */
export function encodingOf(bytes: Uint8Array): Encoding | undefined {
  const marked = marks.find(([, mark]) => mark.every((byte, place) => bytes[place] === byte))
  if (marked) return marked[0]
  const head = bytes.subarray(0, 64 * 1024)
  return hasZero(head) ? wideOf(head) : isUtf8(bytes) ? 'utf-8' : isText(head) ? 'windows-1252' : undefined
}

/** Bytes as text, without the mark that tells how to read them. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, '')
  // Node decodes Windows-1252 as Latin-1 up to version 24, and leaves control characters where € and “ ” are.
  return encoding === 'windows-1252'
    ? text.replace(/[^\P{Cc}\s]/gu, (mark) => western[mark.charCodeAt(0) - 0x80] ?? mark)
    : text
}

const western = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ']

const hasZero = (bytes: Uint8Array): boolean => bytes.includes(0)

/** Line ends, separators and digits tell which byte comes first; pictures and programs have zeros too, but no such text. */
function wideOf(head: Uint8Array): Encoding | undefined {
  const [little, big] = (['utf-16le', 'utf-16be'] as const).map((encoding) => ({
    encoding,
    plain: plainIn(head, encoding),
  }))
  if (!little || !big || little.plain === big.plain) return undefined
  return little.plain > big.plain ? little.encoding : big.encoding
}

/** How many plain letters, digits and signs a text would have; none where it would hold what no text does. */
function plainIn(head: Uint8Array, encoding: Encoding): number {
  const text = new TextDecoder(encoding).decode(head.subarray(0, head.length - (head.length % 2)))
  return /\ufffd|[^\P{Cc}\s]/u.test(text) ? 0 : (text.match(/[\s!-~]/g)?.length ?? 0)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return isText(bytes.subarray(0, 64 * 1024)) && new TextDecoder('utf-8', { fatal: true }).decode(bytes) !== undefined
  } catch {
    return false
  }
}

/** Control characters that no text has. */
const isText = (bytes: Uint8Array): boolean =>
  !bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && byte !== 30 && byte !== 31))
