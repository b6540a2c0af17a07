import { useEffect, useState } from 'preact/hooks'

/**
 * What a screen reads from the disk only when it is wanted; undefined until it is there. `of` names what is wanted;
 * `known` is it, where it was read before.
 */
export function useLoaded<T>(of: unknown, load: () => Promise<T>, known?: T): T | undefined {
  const [loaded, setLoaded] = useState<{ of: unknown; value: T }>()
  useEffect(() => {
    if (known !== undefined) return
    let stays = true
    void load().then((value) => stays && setLoaded({ of, value }))
    return () => {
      stays = false
    }
  }, [of])
  return known ?? (loaded && loaded.of === of ? loaded.value : undefined)
}
