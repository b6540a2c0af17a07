/**
 * The one place that knows of the practice consoles. They are served on `http://<real host>.localhost:<port>/`, which
 * browsers resolve to this machine; the practice build reads such an address as the real one, so that the connectors
 * meet exactly the addresses they are written for. In a normal build `practising` is false and all of this is removed.
 */
declare const __PRACTICE__: boolean
export const practising = typeof __PRACTICE__ === 'boolean' && __PRACTICE__

const practiceAddress = /^http:\/\/([a-z0-9.-]+\.[a-z0-9-]+)\.localhost(?::\d+)?(?=\/|$)/

/** `http://admin.microsoft.com.localhost:4180/x` → `https://admin.microsoft.com/x`; any other address as it is. */
export const realAddress = (url: string): string => (practising ? url.replace(practiceAddress, 'https://$1') : url)

/** The pattern of the hosts to ask for: `https://*.slack.com/*` → `http://*.slack.com.localhost/*`. */
export const practicePattern = (pattern: string): string =>
  practising ? pattern.replace(/^https:\/\/([^/]+)\//, 'http://$1.localhost/') : pattern
