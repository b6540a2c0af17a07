import type { Day } from '../../shared/model/day.ts'

/** What files are called by: whose they are, and of when, shows in each name (T19). */
export function fileName(parts: string[], today: Day, ending: string): string {
  const plain = parts
    .map((part) =>
      part
        .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
        .trim()
        .slice(0, 80),
    )
    .filter(Boolean)
  return `${[...plain, today].join(' ')}.${ending}`
}
