import { plural } from '../ui/format.ts'

const oneOrMany = (names: string[]) => (names.length === 1 && names[0] ? names[0] : plural(names.length, 'client'))

const lockedHere = ({ length }: string[]) =>
  length === 1 ? 'it is locked here, and nothing of it is sent.' : 'they are locked here, and nothing of them is sent.'

/** Every sentence about syncing. */
export const words = {
  saved: 'All saved on this device.',
  notConnected: 'Not connected to a server.',
  connect: 'Connect',
  connectAgain: 'Connect again',
  waitNowhere: (count: number) => `${plural(count, 'change')} can go to a server.`,
  wait: (count: number, since: string) =>
    `${plural(count, 'change')} ${count === 1 ? 'waits' : 'wait'} for the server since ${since}.`,
  offline: 'Offline.',
  upToDate: (host: string, at: string) => `Up to date with ${host} at ${at}.`,
  firstSync: (host: string) => `Connected to ${host}.`,
  attention: (count: number) => `${plural(count, 'change')} ${count === 1 ? 'needs' : 'need'} attention.`,
  locked: (names: string[]) => `Your access to ${oneOrMany(names)} was withdrawn: ${lockedHere(names)}`,
  purged: (names: string[]) =>
    `${oneOrMany(names)} ${names.length === 1 ? 'was' : 'were'} deleted for good from the server: ${lockedHere(names)}`,
  saveUnsent: (count: number) => `Save ${plural(count, 'unsent change')}`,
  unsentFile: 'unsent-changes.stocktake.json',
  syncNow: 'Sync now',
  title: 'Connect to a server',
  lead: 'Colleagues and your other devices then see the same inventory. Without one everything keeps working on this device.',
  address: 'Server address',
  addressPlaceholder: 'https://stocktake.example.com',
  device: 'Name of this device',
  open: 'Sign in',
  waiting: 'Waiting for the sign-in window …',
  codeTitle: (code: string) => `Type ${code} on the server’s page`,
  code: 'This browser has no sign-in window. Leave this page open, sign in there, and type the code.',
  openPage: 'Open the server’s page',
  back: 'Back',
  connected: (host: string) => `Connected to ${host}`,
  failed: 'The extension’s background did not answer. Nothing was changed; try again.',
} as const
