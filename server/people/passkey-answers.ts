import { z } from 'zod'

const base64 = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/)
/** WebAuthn §4: at most 1023 bytes. */
const CredentialId = base64(1364)
const answer = { id: CredentialId, rawId: CredentialId, type: z.literal('public-key') }

/** What a browser's `toJSON()` gives; the rest of it is not looked at. */
export const NewPasskey = z
  .object({
    ...answer,
    response: z.object({
      clientDataJSON: base64(8000),
      attestationObject: base64(16_000),
      transports: z
        .array(
          z
            .string()
            .max(20)
            .regex(/^[a-z-]+$/),
        )
        .max(10)
        .catch([]),
    }),
  })
  .transform((said) => ({ ...said, clientExtensionResults: {} }))
export type NewPasskey = z.infer<typeof NewPasskey>

export const UsedPasskey = z
  .object({
    ...answer,
    response: z.object({
      clientDataJSON: base64(8000),
      authenticatorData: base64(8000),
      signature: base64(8000),
      userHandle: base64(200),
    }),
  })
  .transform((said) => ({ ...said, clientExtensionResults: {} }))
export type UsedPasskey = z.infer<typeof UsedPasskey>

/** The text of a form's field as one of these. */
export function readAnswer<T>(schema: z.ZodType<T>, text: string | undefined): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text ?? '')).data
  } catch {
    return undefined
  }
}
