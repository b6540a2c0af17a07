import { z } from 'zod'

/** A short text of a vendor: one line, never empty. */
export const Label = z.string().trim().min(1).max(500)

/** A plain count; unknown is absent, never 0. */
export const Count = z.int().min(0).max(1e9)
