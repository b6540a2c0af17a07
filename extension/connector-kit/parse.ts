export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** 8 MB, as the tap passes; a taught or practiced response is held to the same. */
export const maxJsonChars = 8 * 1024 * 1024
const maxDepth = 64

/** What stands before the JSON where a vendor guards it against being run as a script. */
const guards = [")]}',", ")]}'", 'while(1);', 'for(;;);', '{}&&']

/** The JSON of a response, or undefined where it is something else (a sign-in page), too large or too deep. */
export function parseJson(text: string): Json | undefined {
  if (text.length > maxJsonChars) return undefined
  const body = withoutGuard(text.trimStart())
  if (!/^[[{]/.test(body) || (opensOften(body) && depthOf(body) > maxDepth)) return undefined
  try {
    const value: Json = JSON.parse(body)
    return isBounded(value, maxDepth) ? value : undefined
  } catch {
    return undefined
  }
}

function withoutGuard(text: string): string {
  const guard = guards.find((start) => text.startsWith(start))
  return guard === undefined ? text : text.slice(guard.length).trimStart()
}

/** What opens fewer brackets cannot be so deep that parsing it would cost: how deep it is, the value tells for less than the text. */
const maxOpened = 20_000

function opensOften(text: string): boolean {
  let opened = 0
  for (const bracket of '[{')
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1))
      if (++opened > maxOpened) return true
  return false
}

/** Counts brackets outside of strings, before the text is parsed. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === 92) at++
      else if (code === 34) inString = false
    } else if (code === 34) inString = true
    else if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth)
    else if (code === 93 || code === 125) depth--
  }
  return deepest
}

/** Whether a value is at most so deep. On the way, keys that would reach into what objects inherit are taken out of it. */
function isBounded(value: Json, depth: number): boolean {
  if (value === null || typeof value !== 'object') return true
  if (depth === 0) return false
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && !isBounded(item, depth - 1)) return false
    return true
  }
  for (const key in value) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
      delete value[key]
      continue
    }
    const child = value[key]
    if (typeof child === 'object' && !isBounded(child, depth - 1)) return false
  }
  return true
}
