type Scheduling = { scheduler?: { yield?: () => Promise<void> } }

/**
 * Lets the page paint and answer before the work goes on. Not `setTimeout`: the browser makes that wait ever longer, above
 * all in a tab in the background.
 */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as Scheduling // missing in older browsers
  if (scheduler?.yield) return scheduler.yield()
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
