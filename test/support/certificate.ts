import { generateKeyPairSync, sign } from 'node:crypto'

/** One value of ASN.1 in DER: its tag, its length, its parts. */
function der(tag: number, ...parts: (Buffer | Uint8Array)[]): Buffer {
  const body = Buffer.concat(parts)
  const bytes = body.length < 128 ? [] : body.length < 256 ? [body.length] : [body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.from([tag, bytes.length === 0 ? body.length : 128 | bytes.length, ...bytes]), body])
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const oid = (...bytes: number[]) => der(0x06, Buffer.from(bytes))
const time = (at: Date) => der(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))

/** A certificate that somebody made for themselves, for one address: as PEM, with its key. Nobody else vouches for it. */
export function selfMade(ip: string, until = new Date(Date.now() + 86_400_000)): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))
  const name = sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from('self-made')))))
  const address = der(0x87, Buffer.from(ip.split('.').map(Number)))
  const forAddress = sequence(oid(0x55, 0x1d, 0x11), der(0x04, sequence(address)))
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    sequence(time(new Date(until.getTime() - 2 * 86_400_000)), time(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(forAddress)),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey))
  const base64 = sequence(body, ecdsaWithSha256, signature).toString('base64').replace(/.{64}/g, '$&\n')
  const cert = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}
