import { z } from 'zod'
import { Day } from './day.ts'
import { Span } from './span.ts'
import { Label } from './values.ts'

/** none: it ends; tacit: it renews unless canceled in time; express: it ends unless both agree (the words of GLPI). */
export const RenewalMode = z.enum(['none', 'tacit', 'express'])
export type RenewalMode = z.infer<typeof RenewalMode>

/** The day a notice period is counted back from. */
export const NoticeFrom = z.enum(['term-end', 'anniversary'])
export type NoticeFrom = z.infer<typeof NoticeFrom>

/** A ladder: so many days before a date somebody is told of it. */
export const AlertDays = z.array(z.int().min(0).max(730)).max(20)

/**
 * What a contract says of its terms. `startsOn` and `endsOn` of the subscription are the running term as a console shows
 * it; these are the rules by which the terms before and after it follow.
 */
export const Terms = z
  .strictObject({
    /** First day of the first term, and the anchor of every later one. */
    contractStartsOn: Day,
    initialTerm: Span,
    renewalTerm: Span,
    renewalMode: RenewalMode,
    noticePeriod: Span,
    noticeFrom: NoticeFrom,
    /** The notice has to arrive on a business day: Monday to Friday, but for the client's holidays. */
    noticeOnBusinessDay: z.boolean(),
    /** Days that the notice is under way, before the day on which it has to arrive. */
    postalLeadDays: z.int().min(0).max(60),
    /** Days before the cancel-by on which somebody is to be told; the workspace's ladder where absent. */
    alertDays: AlertDays,
    /** Who answers for it in the client's business: an address or a name. */
    owner: Label,
  })
  .partial()
export type Terms = z.infer<typeof Terms>
