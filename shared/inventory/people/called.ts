import type { PeopleMode } from '../../model/client.ts'
import type { PersonView } from './persons.ts'

/**
 * How a person is called where findings are shown, by the client's mode; undefined where people are only counted. A made-up
 * name hides a person from a glance, and is no secret: who reads the records knows whose it is.
 */
export function calledBy({ key, name, emails }: PersonView, mode: PeopleMode): string | undefined {
  if (mode === 'counts-only') return undefined
  return mode === 'pseudonymous' ? madeUpName(key) : (name ?? emails[0] ?? key.slice(key.lastIndexOf('\n') + 1))
}

/** None of them is taken for another. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** "#7KQ2M", by FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): at once, and the same on every device. */
export function madeUpName(text: string): string {
  let rest = 0x811c9dc5
  for (let at = 0; at < text.length; at++) rest = Math.imul(rest ^ text.charCodeAt(at), 0x01000193)
  rest >>>= 0
  let name = '#'
  for (let place = 0; place < 5; place++) {
    name += signs[rest % signs.length]
    rest = Math.floor(rest / signs.length)
  }
  return name
}
