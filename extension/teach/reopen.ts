import { matchesPage } from '../connector-kit/match.ts'
import type { Definition } from '../connector-kit/taught.ts'
import { definitionOf, type Lesson } from './lesson.ts'
import type { Taught } from './taught.ts'

/**
 * What was saved as the lesson that it was, to be gone on with. Undefined where it was not made by pointing, or this
 * device does not know all of it: opened and saved again, it would lose what a lesson cannot hold.
 */
export function lessonOf({ name, vendor, definition }: Taught): Lesson | undefined {
  const [rule, another] = definition?.records ?? []
  if (!definition || !rule || another || rule.list === undefined) return undefined
  const [whose] = definition.account?.id ?? []
  const lesson: Lesson = {
    ...{ name, vendor, matches: definition.matches, type: rule.type, list: rule.list },
    ...{ account: whose?.from === 'cell' ? { place: whose.at, text: '' } : null },
    ...{ fields: [], constants: {}, key: rule.key.filter((part) => typeof part === 'string') },
  }
  for (const [field, sources] of Object.entries(rule.fields)) {
    const [source] = [sources].flat()
    if (source?.from === 'cell') lesson.fields.push({ field, places: [source.at], text: '' })
    if (source?.from === 'constant') lesson.constants[field] = String(source.value)
  }
  return isSame(definitionOf(lesson, definition.version), { ...definition, records: [inLists(rule)] })
    ? lesson
    : undefined
}

/** One source may stand alone or in a list of one. */
const inLists = (rule: Definition['records'][number]) => ({
  ...rule,
  fields: Object.fromEntries(Object.entries(rule.fields).map(([field, sources]) => [field, [sources].flat()])),
})

/** Whatever the order in which it was written. */
const isSame = (a: unknown, b: unknown): boolean => ordered(a) === ordered(b)

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** A lesson under way, and what it began from: something saved, or nothing. */
export type Open = { lesson: Lesson; from: Taught | null }

/** Leaving it would lose something. */
export function isUnsaved({ lesson, from }: Open): boolean {
  const before = from ? lessonOf(from) : undefined
  if (!before) return lesson.fields.length > 0
  return lesson.name !== before.name || !isSame(definitionOf(lesson), definitionOf(before))
}

export const isAbout = ({ matches }: Pick<Lesson, 'matches'>, url: string): boolean =>
  matches.some((match) => matchesPage(match, url))
