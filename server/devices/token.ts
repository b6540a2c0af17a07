import { hash } from 'node:crypto'

/** Where unguessable bytes come from; tests pass their own. */
export type Random = (bytes: number) => Uint8Array

/** 256 bits, opaque: what it means is known to the database alone. */
export const newToken = (random: Random): string => Buffer.from(random(32)).toString('base64url')

/** 32 signs that cannot be taken for one another, for what people type: each is 5 bits. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const plainSigns = (random: Random, count: number): string =>
  Array.from(random(count), (byte) => alphabet[byte % 32]).join('')

/** What is stored instead of a token or code. They are random, so a plain hash is enough. */
export const tokenHash = (token: string): string => hash('sha256', token, 'base64url')
