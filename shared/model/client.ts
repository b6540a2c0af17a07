import { z } from 'zod'
import { Day } from './day.ts'
import { Uuid } from './id.ts'
import { CurrencyCode } from './rate.ts'
import { AlertDays } from './term.ts'
import { Label } from './values.ts'

/** How much of the client's people is kept on screen: how many, who under a made-up name, or who. */
export const PeopleMode = z.enum(['counts-only', 'pseudonymous', 'full'])
export type PeopleMode = z.infer<typeof PeopleMode>

/** What a client means to spend in a year: never nothing, and always in a currency. */
export const Budget = z.strictObject({ minor: z.int().min(1), currency: CurrencyCode })
export type Budget = z.infer<typeof Budget>

/** The organization being advised. A record of the workspace; its id is also the scope of everything that is the client's. */
export const Client = z
  .strictObject({
    name: Label,
    /** Hue of the client's banner, 0–359. */
    hue: z.int().min(0).max(359),
    /** What its totals are shown in. */
    currency: CurrencyCode,
    budget: Budget,
    /** First day of its fiscal year: MM-DD. */
    fiscalYearStart: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
    headcount: z.int().min(0).max(1e7),
    /** Who in the firm answers for it, where a subscription has no owner. */
    lead: Label,
    peopleMode: PeopleMode,
    /** Its own mail domains: an account elsewhere is an external one. */
    domains: z.array(z.string().trim().min(3).max(253)).max(100),
    /** Days that are no business days, beside Saturdays and Sundays. */
    holidays: z.array(Day).max(400),
    /** Days before a cancel-by on which somebody is to be told, where the subscription has none of its own. */
    alertDays: AlertDays,
    /** The same before a domain expires, where that is not as before a cancel-by. */
    domainAlertDays: AlertDays,
    /** The same before a certificate expires; where absent, by its lifetime. */
    certificateAlertDays: AlertDays,
  })
  .partial()
export type Client = z.infer<typeof Client>

/** Which client a vendor account belongs to; made once by a person. A record of the workspace. */
export const Binding = z
  .strictObject({
    vendor: Label,
    accountId: Label,
    accountName: Label,
    client: Uuid,
  })
  .partial()
export type Binding = z.infer<typeof Binding>
