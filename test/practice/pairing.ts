import { createHash, randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, postForm, signIn } from './account.ts'
import { built } from './build.ts'

const file = join(built, 'practice-pairing.json')

/** Only an extension's own address gets a code; where nobody follows the redirect, any such address will do. */
const nowhere = `https://${'a'.repeat(32)}.chromiumapp.org/`

/** Approves a device in the person's name, as they would on the server's page; the code works once, within five minutes. */
export async function approveDevice(
  server: string,
  account: Account,
  device_name: string,
): Promise<{ code: string; code_verifier: string }> {
  const cookie = await signIn(server, account)
  const code_verifier = randomBytes(32).toString('base64url')
  const asked = {
    redirect_uri: nowhere,
    state: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(code_verifier).digest('base64url'),
    code_challenge_method: 'S256',
    device_name,
  }
  const page = await (await fetch(`${server}/connect?${new URLSearchParams(asked)}`, { headers: { cookie } })).text()
  const workspace = /name="workspace" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
  const approved = await postForm(server, '/connect', { ...asked, workspace, decision: 'allow' }, cookie)
  const code = new URL(approved.headers.get('location') ?? nowhere).searchParams.get('code')
  if (code === null) throw new Error(`The server did not approve the device (${approved.status}).`)
  return { code, code_verifier }
}

/** Leaves such a code among the files of the extension. */
export async function leavePairing(server: string, account: Account): Promise<void> {
  const approved = await approveDevice(server, account, 'Practice browser')
  writeFileSync(file, JSON.stringify({ url: server, ...approved }), { mode: 0o600 })
}

export const forgetPairing = (): void => rmSync(file, { force: true })
