import type { z } from 'zod/mini'
import { lookUp } from '../heuristics/page/lookup.ts'
import { forgetStyles } from '../heuristics/page/visible.ts'
import type { HasRoot } from './frames.ts'
import { mark } from './marks.ts'
import { type Pointing, point } from './point.ts'
import { Asked, type Look, type OutlinedSchema, type Pointed } from './protocol.ts'

type Answer = Pointed | Look | z.infer<typeof OutlinedSchema> | null

/** Answers the side panel within one page. One pointing at a time: a second one ends the first. */
export function answering(page: Window, hasRoot: HasRoot): (message: unknown) => Promise<Answer> | undefined {
  let pointing: Pointing | null = null
  let marks: (() => void) | null = null
  return (message) => {
    const asked = Asked.safeParse(message)
    if (!asked.success) return undefined
    const { data } = asked
    // The page went on since the last question.
    forgetStyles()
    if (data.teach !== 'look') marks?.()
    marks = data.teach === 'mark' ? mark(page, data.lookups) : data.teach === 'look' ? marks : null
    if (data.teach === 'mark') return Promise.resolve(null)
    if (data.teach === 'look') return Promise.resolve(look(page, data.lookups))
    if (data.teach === 'move') return Promise.resolve(pointing?.move(data.to) ?? { text: '' })
    if (data.teach === 'take') pointing?.take()
    else pointing?.stop()
    if (data.teach !== 'point') return Promise.resolve(null)
    pointing = point(page, hasRoot, data.aside)
    const lang = langOf(page.document)
    return pointing.done.then((found) => (found && 'text' in found ? { ...found, lang } : found))
  }
}

const langOf = ({ documentElement }: Document): string => (documentElement.lang ?? '').slice(0, 35)

function look({ document, location }: Window, lookups: Parameters<typeof lookUp>[1][]): Look {
  return {
    url: location.href,
    title: document.title.slice(0, 500),
    lang: langOf(document),
    lists: Object.fromEntries(lookups.map((lookup) => [lookup.name, lookUp(document, lookup)])),
  }
}
