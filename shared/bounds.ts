import { z } from 'zod/mini'

/** Of zod/mini, as page scripts carry them: a text and a list are never without a bound when they come from a page. */
export const text = (max: number) => z.string().check(z.maxLength(max))
export const listOf = <T extends z.core.SomeType>(each: T, max: number) => z.array(each).check(z.maxLength(max))
export const count = z.int().check(z.minimum(0))
/** A web address as a page has it. */
export const address = z.url().check(z.maxLength(8000))
