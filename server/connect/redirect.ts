/**
 * Where a code may be sent: to an extension's own sign-in address, and nowhere else.
 * Chrome: https://<32 letters a–p>.chromiumapp.org/. Firefox: https://<hash of the add-on id>.extensions.allizom.org/,
 * or its loopback form http://127.0.0.1/mozoauth2/<the same hash> (RFC 8252 §7.3), which the browser catches itself.
 */
const allowed = [
  /^https:\/\/[a-p]{32}\.chromiumapp\.org\/[A-Za-z0-9/_-]{0,100}$/,
  /^https:\/\/[0-9a-f-]{32,64}\.extensions\.allizom\.org\/[A-Za-z0-9/_-]{0,100}$/,
  /^http:\/\/127\.0\.0\.1\/mozoauth2\/[A-Za-z0-9_-]{32,64}\/?$/,
]

export const isExtensionAddress = (uri: string): boolean => allowed.some((pattern) => pattern.test(uri))
