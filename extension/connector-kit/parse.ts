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
  if (!/^[[{]/.test(body) || depthOf(body) > maxDepth) return undefined
  try {
    return mayHoldHostileKey(body) ? JSON.parse(body, dropHostileKey) : JSON.parse(body)
  } catch {
    return undefined
  }
}

function withoutGuard(text: string): string {
  const guard = guards.find((start) => text.startsWith(start))
  return guard === undefined ? text : text.slice(guard.length).trimStart()
}

/** Counts brackets outside of strings, before anything recursive is let near the text. */
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

const hostile = new Set(['__proto__', 'constructor', 'prototype'])

/** A key can also be written with \u escapes. The reviver is slow, hence the look before; plain searches are the fastest. */
const mayHoldHostileKey = (text: string): boolean =>
  ['__proto__', 'constructor', 'prototype', '\\u00'].some((part) => text.includes(part))

const dropHostileKey = (key: string, value: Json): Json | undefined => (hostile.has(key) ? undefined : value)
