import { z } from 'zod'

/** A lower-case RFC 9562 UUID of any version. Strict, because ids arrive in paths, bodies and files from outside. */
export const Uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'not a UUID')
export type Uuid = z.infer<typeof Uuid>

/** In a file of their own, because the popup makes ids and does without schemas. */
export { idFrom, newId } from './make-id.ts'
