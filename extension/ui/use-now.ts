import { useEffect, useState } from 'preact/hooks'

/** The time, told again every so many milliseconds while the screen is open. */
export function useNow(every: number): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}
