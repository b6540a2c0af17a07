/** Vendors whose accounts say who works here: a lock there is a lock everywhere. */
const directories: ReadonlySet<string> = new Set([
  'microsoft.com',
  'google.com',
  'okta.com',
  'onelogin.com',
  'jumpcloud.com',
  'pingidentity.com',
  'duo.com',
])

export const isDirectory = (vendor: string): boolean => directories.has(vendor)
