/**
 * Every expected failure, once: the HTTP status where it travels, what happened, what is safe, what to do next.
 * The same code gives the same sentence everywhere. A test walks this table.
 */
// biome-ignore format: one code a line reads as the table that it is.
const catalogue = {
  INVALID_REQUEST: { status: 422, retry: false, happened: 'The request does not have the expected shape.', safe: 'Nothing was changed.', next: 'Update the extension; if it stays, report it.' },
  NOT_JSON: { status: 415, retry: false, happened: 'The request is not JSON.', safe: 'Nothing was changed.', next: 'Send it as application/json.' },
  TOO_LARGE: { status: 413, retry: false, happened: 'The request is larger than the server takes.', safe: 'Nothing was changed.', next: 'Send it in smaller parts.' },
  NOT_HTTP: { status: 400, retry: false, happened: 'This is not a request that the server understands.', safe: 'Nothing was changed.', next: 'If a proxy stands between, check it.' },
  HEADERS_TOO_LARGE: { status: 431, retry: false, happened: 'The head of the request is larger than the server takes.', safe: 'Nothing was changed.', next: 'If a proxy stands between, check it.' },
  TOO_SLOW: { status: 408, retry: true, happened: 'The request took too long to arrive.', safe: 'Nothing was changed.', next: 'You need do nothing: it is tried again.' },
  UNAUTHENTICATED: { status: 401, retry: false, happened: 'This device is not signed in any more.', safe: 'Everything stays on this device, and unsent changes wait.', next: 'Connect to the server again.' },
  MEMBERSHIP_REVOKED: { status: 403, retry: false, happened: 'Your access was withdrawn.', safe: 'Unsent changes are kept and can be exported.', next: 'Ask an owner of the workspace.' },
  NOT_FOUND: { status: 404, retry: false, happened: 'There is no such thing here.', safe: 'Nothing was changed.', next: 'Check the address.' },
  LAST_OWNER: { status: 409, retry: false, happened: 'A workspace has at least one owner.', safe: 'Nothing was changed.', next: 'Make somebody else an owner first.' },
  ALREADY_MEMBER: { status: 409, retry: false, happened: 'This address belongs to a member of the workspace.', safe: 'Nothing was changed.', next: 'Change that member’s role or clients instead.' },
  FORBIDDEN: { status: 403, retry: false, happened: 'Your role does not allow this.', safe: 'Nothing was changed.', next: 'Ask an owner of the workspace.' },
  LIMIT_REACHED: { status: 409, retry: false, happened: 'There are as many of these as there may be.', safe: 'Nothing was changed.', next: 'Remove one that is not needed any more.' },
  KEY_INVALID: { status: 401, retry: false, happened: 'This API key is unknown, expired or revoked.', safe: 'Nothing was changed.', next: 'Ask an owner of the workspace for another one.' },
  KEY_REFUSED: { status: 403, retry: false, happened: 'An API key does not open this.', safe: 'Nothing was changed.', next: 'Use it under /v1/clients only.' },
  CONFLICT: { status: 409, retry: false, happened: 'Somebody changed this meanwhile, which the request had not seen.', safe: 'What stood before stands, and the other value is kept beside it.', next: 'Look at both and send the one that is right, based on the present version.' },
  VERSION_PASSED: { status: 412, retry: false, happened: 'The record is not as the request saw it, and what it did not see was written by the same program.', safe: 'Nothing was changed.', next: 'Read the record and decide again.' },
  RECORD_EXISTS: { status: 409, retry: false, happened: 'There is such a record already.', safe: 'Nothing was changed.', next: 'Change that one.' },
  VERSION_MISSING: { status: 428, retry: false, happened: 'The request does not say which version of the record it is about.', safe: 'Nothing was changed.', next: 'Read the record and send its version as If-Match or base.' },
  RECORD_DELETED: { status: 409, retry: false, happened: 'This record was deleted.', safe: 'Nothing was changed.', next: 'Restore it first.' },
  IDEMPOTENCY_KEY_MISSING: { status: 400, retry: false, happened: 'The request has no Idempotency-Key, so that a repetition could not be told from a second request.', safe: 'Nothing was changed.', next: 'Send one of your own, such as a new UUID.' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, retry: false, happened: 'This Idempotency-Key was used for another request.', safe: 'The first one stands.', next: 'Send a new key with a new request.' },
  REFERENCE_UNKNOWN: { status: 422, retry: false, happened: 'A field names a record that is not in this client.', safe: 'Nothing was changed.', next: 'Check the id.' },
  EPOCH: { status: 409, retry: true, happened: 'The server was restored from a backup.', safe: 'This device still has what the server forgot and sends it again.', next: 'You need do nothing: it mends itself.' },
  GAP: { status: 409, retry: true, happened: 'A change arrived before the one it follows.', safe: 'Nothing was lost.', next: 'You need do nothing: it is sent again in order.' },
  ID_COLLISION: { status: 409, retry: true, happened: 'Another copy of this browser profile uses the same device number.', safe: 'Both copies keep their changes.', next: 'You need do nothing: this copy takes a new number.' },
  OP_REUSED: { status: 422, retry: false, happened: 'A change id was used for two different changes.', safe: 'The first one stands.', next: 'Report it.' },
  RESYNC_REQUIRED: { status: 410, retry: true, happened: 'This device was away for longer than the server keeps deletions.', safe: 'Unsent changes are kept.', next: 'You need do nothing: it downloads again.' },
  SCOPE_GONE: { status: 410, retry: false, happened: 'This client was removed from the server.', safe: 'Unsent changes are kept on this device.', next: 'Ask the owner of the workspace.' },
  UPGRADE_REQUIRED: { status: 426, retry: false, happened: 'The extension and the server are too far apart in version.', safe: 'Everything stays on this device, and unsent changes wait.', next: 'Update the older of the two.' },
  BUSY: { status: 503, retry: true, happened: 'The server is busy.', safe: 'Nothing was lost.', next: 'You need do nothing: it is tried again.' },
  BLOCKED_TARGET: { status: 422, retry: false, happened: 'This address does not lead to the public internet, or not by HTTPS.', safe: 'No connection was made.', next: 'Give an https address that everybody could reach.' },
  MAIL_UNTRUSTED: { status: 503, retry: true, happened: 'The mail server does not speak TLS, or not with a certificate that this server trusts.', safe: 'It got no mail and no password; what is owed stays owed.', next: 'Check SMTP_URL. A firm’s own authority is trusted when NODE_EXTRA_CA_CERTS names the file of its certificate.' },
  RATE_LIMITED: { status: 429, retry: true, happened: 'Too many requests in a short time.', safe: 'Nothing was lost.', next: 'Wait a moment; it is tried again.' },
  INTERNAL: { status: 500, retry: true, happened: 'The server failed.', safe: 'What was not confirmed is sent again.', next: 'Tell whoever runs the server, with the request id.' },
  STORAGE_FULL: { status: 507, retry: true, happened: 'The disk is full.', safe: 'What was confirmed is kept.', next: 'Make space, then it goes on by itself.' },
  BAD_CODE: { status: 400, retry: false, happened: 'This sign-in code is wrong, used, or older than five minutes.', safe: 'Nothing was changed.', next: 'Start "Connect to a server" again.' },
  WRONG_PASSWORD: { status: 403, retry: false, happened: 'This is not your password.', safe: 'Nothing was changed.', next: 'Type it again.' },
  WRONG_CODE: { status: 403, retry: false, happened: 'This code is wrong, or it was used already.', safe: 'Nothing was changed.', next: 'Type the next one that the app shows.' },
  PASSKEY_REFUSED: { status: 403, retry: false, happened: 'This passkey is not known here, or its answer did not fit.', safe: 'Nothing was changed.', next: 'Try again, or use your password.' },
  SIGN_IN_PENDING: { status: 400, retry: true, happened: 'The sign-in was not approved yet.', safe: 'Nothing was changed.', next: 'Type the code on the server’s page.' },
  SLOW_DOWN: { status: 400, retry: true, happened: 'The device asks too often.', safe: 'Nothing was changed.', next: 'Wait a little longer.' },

  SSO_UNAVAILABLE: { status: 503, retry: true, happened: 'The firm’s sign-in does not answer at the moment, or not as it should.', safe: 'Nothing was changed. Who has a password can sign in with it.', next: 'Try again in a few minutes; if it stays, tell whoever runs the server.' },
  SSO_NOT_BEGUN: { status: 400, retry: false, happened: 'This sign-in was not begun in this browser, was finished already, or is older than ten minutes.', safe: 'Nothing was changed.', next: 'Start again here.' },
  SSO_REFUSED: { status: 403, retry: false, happened: 'The firm’s sign-in did not let you in.', safe: 'Nothing was changed.', next: 'Try again, or ask whoever runs that sign-in.' },
  SSO_UNPROVEN: { status: 403, retry: false, happened: 'What the firm’s sign-in answered does not hold.', safe: 'Nobody was signed in.', next: 'Start again here; if it stays, tell whoever runs the server.' },
  IDENTITY_UNKNOWN: { status: 403, retry: false, happened: 'Nobody here signs in with this identity.', safe: 'Nothing was changed.', next: 'Ask your workspace’s owner for an invitation; who has an account signs in with the password and links it under Account.' },
  IDENTITY_TAKEN: { status: 409, retry: false, happened: 'Somebody else here signs in with this identity.', safe: 'Nothing was changed.', next: 'Choose your own at the firm’s sign-in, then link again.' },
  IDENTITY_DOMAIN: { status: 403, retry: false, happened: 'This identity has no verified e-mail address of a domain that signs in here.', safe: 'Nothing was changed.', next: 'Choose your firm’s own at its sign-in.' },
  IDENTITY_OTHER: { status: 403, retry: false, happened: 'The firm’s sign-in let in somebody else than whose account this is.', safe: 'Nothing was changed.', next: 'Choose your own identity there, then start again under Account.' },
  IDENTITY_NOT_FRESH: { status: 403, retry: false, happened: 'The firm’s sign-in has not said that you signed in there within the last minutes.', safe: 'Nothing was changed.', next: 'Start again under Account; if it stays, ask whoever runs the server for a password.' },
  SIGN_IN_AGAIN: { status: 403, retry: false, happened: 'You signed in too long ago for this.', safe: 'Nothing was changed.', next: 'Sign out and in, then do it within ten minutes.' },
  LAST_SIGN_IN: { status: 409, retry: false, happened: 'Without this there would be no way left to sign in.', safe: 'Nothing was changed.', next: 'Set a password under Account first.' },

  OP_INVALID: { status: 422, retry: false, happened: 'One change does not have the expected shape.', safe: 'It waits in quarantine; all others went on.', next: 'Look at it under Needs attention.' },
  OP_REFUSED: { status: 403, retry: false, happened: 'Your role does not allow this change.', safe: 'It waits in quarantine; all others went on.', next: 'Ask an owner of the workspace.' },
  OP_FOREIGN: { status: 404, retry: false, happened: 'A change names something that is not in this client.', safe: 'It waits in quarantine; all others went on.', next: 'Look at it under Needs attention.' },

  OFFLINE: { status: 0, retry: true, happened: 'The server cannot be reached.', safe: 'Everything is saved on this device.', next: 'You need do nothing: it goes on by itself when the server answers again.' },
  NOT_A_SERVER: { status: 0, retry: true, happened: 'What answered at this address is not a Stocktake server.', safe: 'Nothing was sent.', next: 'Check the address, the proxy, or the sign-in of this network.' },
  INSECURE_ADDRESS: { status: 0, retry: false, happened: 'Only an https address is used, or http://localhost on this machine.', safe: 'Nothing was sent.', next: 'Give the server’s https address. A server on this machine is called localhost.' },
  SIGN_IN_CANCELED: { status: 0, retry: false, happened: 'The sign-in window was closed.', safe: 'Nothing was changed.', next: 'Start again when you are ready.' },
  OTHER_WORKSPACE: { status: 0, retry: false, happened: 'This device holds the inventory of another workspace.', safe: 'Nothing was sent there.', next: 'Use another browser profile for the other workspace.' },
  BACKGROUND_SILENT: { status: 0, retry: false, happened: 'The extension’s background did not answer.', safe: 'Nothing was changed.', next: 'Try again.' },
  WRONG_CLIENT: { status: 0, retry: false, happened: 'This vendor account belongs to another client.', safe: 'The draft is kept and nothing was recorded.', next: 'Switch to that client.' },
  CLIENT_UNCONFIRMED: { status: 0, retry: false, happened: 'This page does not show whose account it is.', safe: 'The draft is kept and nothing was recorded.', next: 'Confirm that it belongs to the active client.' },
  NO_CLIENT: { status: 0, retry: false, happened: 'No client is active.', safe: 'The draft is kept.', next: 'Create or choose a client first.' },
  CLIENT_SWITCHED: { status: 0, retry: false, happened: 'Another client became active while you decided.', safe: 'The draft is kept and nothing was recorded.', next: 'Look whose it is and decide again.' },
  DRAFT_CHANGED: { status: 0, retry: false, happened: 'The page showed something else while you decided.', safe: 'The draft is kept and nothing was recorded.', next: 'Look at it again.' },
  TAUGHT_MEANWHILE: { status: 0, retry: false, happened: 'A colleague saved another version of this connector meanwhile.', safe: 'Theirs stands, and your changes are kept here.', next: 'Save again to put yours in its place, or leave to keep theirs.' },
  DRAFT_GONE: { status: 0, retry: false, happened: 'This draft was accepted or dismissed meanwhile.', safe: 'Nothing was changed.', next: 'You need do nothing.' },
  BAD_VALUE: { status: 0, retry: false, happened: 'This is not a value that the field can have.', safe: 'The former value stands.', next: 'Correct it.' },
  DEVICE_FULL: { status: 0, retry: true, happened: 'The browser has no space left.', safe: 'What was saved before is kept.', next: 'Export or remove something, or free disk space.' },
  STORAGE_FAILED: { status: 0, retry: true, happened: 'The browser cannot read or write its storage.', safe: 'Nothing is removed, and what is on disk stays there.', next: 'Restart the browser; if it stays, check the disk.' },
  DATABASE_BLOCKED: { status: 0, retry: true, happened: 'Another window still uses the inventory as it was before the update.', safe: 'Everything is kept.', next: 'Close the other windows of the extension.' },
  NEWER_DATABASE: { status: 0, retry: false, happened: 'A newer version of the extension has written this device’s inventory.', safe: 'Nothing is written by this older version.', next: 'Update the extension and reload.' },
  CAPTURE_TOO_LARGE: { status: 0, retry: false, happened: 'This page’s answer is larger than 8 MB.', safe: 'The page is not affected; what came before is kept.', next: 'Filter the list on the page.' },
  SIGNED_OUT: { status: 0, retry: false, happened: 'The admin console answered that you are signed out.', safe: 'Nothing known was changed.', next: 'Sign in to the console and look again.' },
  PAGE_CHANGED: { status: 0, retry: false, happened: 'This admin console changed its page.', safe: 'Nothing known was changed; the generic reader tried instead.', next: 'Check the drafts, and report the change.' },

  IMPORT_UNKNOWN_FORMAT: { status: 0, retry: false, happened: 'This file is neither a table in text (CSV, TSV) nor an Excel workbook (.xlsx).', safe: 'Nothing was imported.', next: 'Save it as CSV or .xlsx and choose it again.' },
  IMPORT_ENCRYPTED: { status: 0, retry: false, happened: 'This workbook is protected by a password.', safe: 'Nothing was imported.', next: 'Save a copy without a password, or paste the table.' },
  IMPORT_BOMB: { status: 0, retry: false, happened: 'This workbook would unpack to far more than a table needs.', safe: 'It was not unpacked and nothing was imported.', next: 'Ask whoever sent it, or save it as CSV.' },
  IMPORT_TOO_LARGE: { status: 0, retry: false, happened: 'This file has more than 20,000 rows or 32 MB.', safe: 'Nothing was imported.', next: 'Split it, or filter it before it is exported.' },
  IMPORT_JSON: { status: 0, retry: false, happened: 'This is a JSON file, not a table.', safe: 'Nothing was imported.', next: 'Choose the same list as CSV or XLSX. An archive of a client is for keeping and for other programs: take the workbook instead.' },
  IMPORT_NOT_A_TABLE: { status: 0, retry: false, happened: 'There is no table in it, or it is damaged.', safe: 'Nothing was imported.', next: 'Check that it opens elsewhere, and that its values stand in columns.' },
  IMPORT_NO_HEADER: { status: 0, retry: false, happened: 'No row was recognized that names the columns.', safe: 'Nothing was imported.', next: 'Choose the row that names them, or say below what each column is.' },
  IMPORT_CLIENT_SWITCHED: { status: 0, retry: false, happened: 'Another client became active during the import.', safe: 'It stopped at once. What was imported until then belongs to the client that you started it for.', next: 'Switch back to that client and import the rest.' },

  RATES_UNKNOWN_FORMAT: { status: 0, retry: false, happened: 'This file is not one of exchange rates as the European Central Bank publishes them.', safe: 'No rate was changed.', next: 'Choose eurofxref.csv, eurofxref-hist.csv or eurofxref-daily.xml, unpacked.' },
  RATES_DAMAGED: { status: 0, retry: false, happened: 'A day, a currency or a rate in this file is not one.', safe: 'None of its rates was taken.', next: 'Download the file again.' },
  RATES_TOO_LARGE: { status: 0, retry: false, happened: 'This file of exchange rates has more than 8 MB or 20,000 days.', safe: 'No rate was changed.', next: 'Choose the file of one day, or of the last 90 days.' },
} as const satisfies Record<string, { status: number; retry: boolean; happened: string; safe: string; next: string }>

export type ProblemCode = keyof typeof catalogue

/** An expected failure as a value. `detail` adds what only this case knows, never a captured value. */
export type Problem = {
  code: ProblemCode
  status: number
  retry: boolean
  happened: string
  safe: string
  next: string
  detail?: string
  /** What a program needs of this case, beside the sentence: RFC 9457 extension members. */
  members?: Record<string, string | number>
}

export const problemCodes = Object.keys(catalogue) as ProblemCode[] // Object.keys is typed as string[]

export const problem = (code: ProblemCode, detail?: string): Problem => ({
  code,
  ...catalogue[code],
  ...(detail === undefined ? {} : { detail }),
})

/** What `await` of an expected failure gives: a value or a problem, never both. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem }
export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const fail = (
  code: ProblemCode,
  detail?: string,
  members?: Problem['members'],
): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { ...problem(code, detail), ...(members === undefined ? {} : { members }) },
})

/** One sentence for a person: what happened, what is safe, what to do. */
export const sentenceOf = ({ happened, safe, next }: Problem): string => `${happened} ${safe} ${next}`
