import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { moved } from './moved.ts'

type Asked<Option> = {
  options: Option[]
  typed: string
  onType: (typed: string) => void
  onTake: (option: Option) => void
  /** Nothing is chosen before somebody types or moves: Enter alone must not take the first of many. */
  isUnasked?: boolean
  /** The options are still those of an earlier text. */
  isLate?: boolean
  /** What other keys do here. */
  keys?: Record<string, () => void>
}

export type Combobox<Option> = {
  /** The id of its list. */
  list: string
  options: Option[]
  typed: string
  chosen: Option | undefined
  take: (option: Option) => void
  type: (text: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  backToFirst: () => void
}

/**
 * A field that chooses from a list, as https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ has it: the focus stays in the
 * field, the arrows go round the options, Enter takes the chosen one. Home and End are the text's where there is any.
 */
export function useCombobox<Option extends { id: string }>(asked: Asked<Option>): Combobox<Option> {
  const { options, typed, onType, onTake, isUnasked = false, isLate = false, keys = {} } = asked
  const list = useId()
  const [moves, setMoves] = useState<number | null>(null)
  const at = Math.min(moves ?? (isUnasked && typed === '' ? -1 : 0), options.length - 1)
  const chosen = options[at]
  // Whoever types fast presses Enter before what was found is shown.
  const isEntered = useRef(false)
  useEffect(() => {
    if (isEntered.current && !isLate && chosen) onTake(chosen)
    isEntered.current = false
  }, [isLate])
  const enter = () => {
    if (isLate) isEntered.current = true
    else if (chosen) onTake(chosen)
  }
  const actOf = (key: string): (() => void) | undefined => {
    if (key === 'Enter') return enter
    if (Object.hasOwn(keys, key)) return keys[key]
    if (typed !== '' && (key === 'Home' || key === 'End')) return undefined
    const to = moved(key, at, options.length)
    return to === undefined ? undefined : () => setMoves(to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isText = event.isComposing || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey
    const act = isText ? undefined : actOf(event.key)
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const type = (text: string) => {
    isEntered.current = false
    setMoves(null)
    onType(text)
  }
  return { list, options, typed, chosen, take: onTake, type, onKeyDown, backToFirst: () => setMoves(null) }
}
