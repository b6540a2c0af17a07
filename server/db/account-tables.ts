import type { Generated } from 'kysely'

/** How a person gets in beside the password. None of it belongs to a workspace. */
export type AccountTables = {
  /** better-auth's table of authenticator apps; secret and backup codes are encrypted by it. */
  second_factors: {
    id: string
    secret: string
    backupCodes: string
    userId: string
    /** 0 until the first code was typed. */
    verified: Generated<number>
    used_step: number | null
  }
  passkeys: {
    person: string
    id: string
    name: string
    credential: string
    public_key: string
    counter: number
    /** How the browser reaches it, separated by spaces. */
    transports: string
    created_at: string
    used_at: string | null
  }
  passkey_challenges: { hash: string; person: string | null; expires_at: string }
}
