import { z } from 'zod'

/** RFC 9457 problem details as they travel. In a file of its own, because the popup shows problems and does without schemas. */
export const ProblemJson = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
})
export type ProblemJson = z.infer<typeof ProblemJson>
