import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()
const b64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64url')

/** As much of CBOR (RFC 8949) as an authenticator writes; none of it is longer than 64 KB. */
function cbor(value: number | string | Buffer | Map<number | string, unknown> | unknown[]): Buffer {
  const head = (major: number, n: number): Buffer => {
    if (n < 24) return Buffer.from([(major << 5) | n])
    return n < 256 ? Buffer.from([(major << 5) | 24, n]) : Buffer.from([(major << 5) | 25, n >> 8, n & 0xff])
  }
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const entries = Array.isArray(value) ? value : [...value].flat()
  const parts = entries.map((entry) => cbor(entry as Parameters<typeof cbor>[0])) // what was put in above
  return Buffer.concat([head(Array.isArray(value) ? 4 : 5, Array.isArray(value) ? value.length : value.size), ...parts])
}

/** What may be other than a browser and its authenticator would do it. */
export type Twist = {
  origin?: string
  rp?: string
  type?: string
  challenge?: string
  /** 0x01 present, 0x04 verified, 0x40 with a key. */
  flags?: number
  counter?: number
  userHandle?: string
  format?: string
  statement?: Map<string, unknown>
}

/** An authenticator with one passkey, and the browser before it. */
export class Authenticator {
  private keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly id = randomBytes(32)
  private used = 0
  private user = ''
  constructor(private readonly at = { origin: 'http://stocktake.test', rp: 'stocktake.test' }) {}

  private clientData = (type: string, challenge: string, twist: Twist) =>
    Buffer.from(
      JSON.stringify({
        type: twist.type ?? type,
        challenge: twist.challenge ?? challenge,
        origin: twist.origin ?? this.at.origin,
        crossOrigin: false,
      }),
    )

  private authenticatorData(twist: Twist, flags: number, rest = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(twist.counter ?? ++this.used)
    return Buffer.concat([sha256(twist.rp ?? this.at.rp), Buffer.from([twist.flags ?? flags]), counter, rest])
  }

  make(options: { challenge: string; user: { id: string } }, twist: Twist = {}): string {
    this.user = options.user.id
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' })
    const key = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ])
    const length = Buffer.from([0, this.id.length])
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, cbor(key)])
    const attestation = new Map<string, unknown>([
      ['fmt', twist.format ?? 'none'],
      ['attStmt', twist.statement ?? new Map()],
      ['authData', this.authenticatorData(twist, 0x45, attested)],
    ])
    return this.credential({
      clientDataJSON: b64(this.clientData('webauthn.create', options.challenge, twist)),
      attestationObject: b64(cbor(attestation)),
      transports: ['internal'],
    })
  }

  use(options: { challenge: string }, twist: Twist = {}): string {
    const client = this.clientData('webauthn.get', options.challenge, twist)
    const data = this.authenticatorData(twist, 0x05)
    return this.credential({
      clientDataJSON: b64(client),
      authenticatorData: b64(data),
      signature: b64(sign('sha256', Buffer.concat([data, sha256(client)]), this.keys.privateKey)),
      userHandle: twist.userHandle ?? this.user,
    })
  }

  private credential = (response: object): string =>
    JSON.stringify({ id: b64(this.id), rawId: b64(this.id), type: 'public-key', response, clientExtensionResults: {} })
}
