import { z } from 'zod'
import { Day, Instant } from './day.ts'
import { Uuid } from './id.ts'
import { Label } from './values.ts'

/** Somebody took notice of one alert. Its id is derived from the alert, so that two devices acknowledge the same one. */
export const Acknowledgement = z
  .strictObject({
    /** The record whose date it is about. */
    subject: Uuid,
    /** The date it is about: a changed date is another alert. */
    date: Day,
    /** Which of the times that the date came to be: what was acknowledged before it changed and came back is owed again. */
    version: Label,
    /** How many days before the date the alert was due. */
    threshold: z.int().min(0).max(730),
    by: Label,
    at: Instant,
  })
  .partial()
export type Acknowledgement = z.infer<typeof Acknowledgement>
