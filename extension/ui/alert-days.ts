import { AlertDays } from '../../shared/model/term.ts'
import { readText } from './read-input.ts'

/** A typed ladder, the farthest day first; null where nothing is typed, undefined where it is none. */
export function readDays(text: string): number[] | null | undefined {
  if (text.trim() === '') return null
  const days = AlertDays.safeParse(readText('counts', text))
  return days.success ? [...new Set(days.data)].sort((a, b) => b - a) : undefined
}
