import { z } from 'zod/mini'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/**
 * A lower-case RFC 9562 UUID of any version. Strict, because ids arrive in paths, bodies and files from outside. Of
 * zod/mini, which page scripts carry; a schema of zod takes it as one of its own.
 */
export const Uuid = z.string().check(z.regex(uuid, 'not a UUID'))
export type Uuid = z.infer<typeof Uuid>

/** In a file of their own, because the popup makes ids and does without schemas. */
export { idFrom, newId, newOrderedId } from './make-id.ts'
