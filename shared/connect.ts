import { z } from 'zod'
import { Uuid } from './model/id.ts'
import { Label } from './model/values.ts'

/** What a device sends for the one-time code that came back from the sign-in (RFC 7636: the verifier proves it asked). */
export const ConnectTokenRequest = z.strictObject({
  code: z.string().min(1).max(200),
  code_verifier: z.string().regex(/^[A-Za-z0-9._~-]{43,128}$/),
})
export type ConnectTokenRequest = z.infer<typeof ConnectTokenRequest>

/** The pairing: an opaque token and for what it stands. */
export const Pairing = z.object({
  token: z.string().min(20).max(200),
  device: Uuid,
  workspace: z.object({ id: Uuid, name: Label }),
  member: z.object({ name: z.string(), email: z.string(), role: z.string() }),
  deviceName: z.string(),
})
export type Pairing = z.infer<typeof Pairing>

/** What a person calls a device: one line. */
export const DeviceName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^\P{Cc}+$/u)

/** RFC 8628 §3.1 and §3.2, where the browser has no sign-in window to offer. */
export const DeviceCodeRequest = z.strictObject({ device_name: DeviceName })
export const DeviceCode = z.object({
  device_code: z.string().min(1).max(200),
  user_code: z.string().min(1).max(20),
  verification_uri: z.url({ protocol: /^https?$/ }),
  expires_in: z.int().min(1),
  interval: z.int().min(1).default(5),
})
export type DeviceCode = z.infer<typeof DeviceCode>
export const DeviceTokenRequest = z.strictObject({ device_code: z.string().min(1).max(200) })
