import { z } from 'zod'

/**
 * An amount as stated: an integer of minor units (cents; whole yen) and its ISO 4217 code.
 * `currency: null` means that the page did not say which currency; `minor` then counts hundredths, and no total takes it in.
 */
export const Money = z.strictObject({
  minor: z.int(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
})
export type Money = z.infer<typeof Money>

/** In a file of their own, because the popup writes amounts and does without schemas. */
export { exponentOf, moneyFromDecimal, moneyToDecimal } from './money-text.ts'
