/** Vendors whose accounts say who works here: a lock there is a lock everywhere. */
export const directories: ReadonlySet<string> = new Set([
  'microsoft.com',
  'google.com',
  'okta.com',
  'onelogin.com',
  'jumpcloud.com',
  'pingidentity.com',
  'duosecurity.com',
])

export const isDirectory = (vendor: string): boolean => directories.has(vendor)
