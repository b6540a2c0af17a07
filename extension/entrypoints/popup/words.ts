import { plural } from '../../ui/format.ts'

/** What the popup says of the page that is open; the areas have their own words. */
export const words = {
  title: 'Stocktake',
  thisPage: 'This page',
  readingTitle: 'Reading this page …',
  reading: 'What it shows appears here within a moment. Lists that load while you scroll are read as they come.',
  nothingTitle: 'Nothing recognized on this page',
  nothing: 'Look at the pages that list subscriptions, licenses, seats, users or invoices.',
  knownTitle: (count: number) => `${plural(count, 'thing')} on this page, all known`,
  known: 'Nothing differs from what you accepted before.',
  found: (count: number) => plural(count, 'draft'),
  alsoKnown: (count: number) => `${plural(count, 'thing')} unchanged`,
  rows: (got: number, total: number) => `${got} of ${total} rows read`,
  reviewAll: 'Review all',
  waiting: (count: number) => `${plural(count, 'draft')} from other pages ${count === 1 ? 'waits' : 'wait'} for review`,
  review: 'Review',
  vendors: 'Vendors to allow',
  findings: 'Findings',
  noFindings: 'No finding to act on',
  findingCount: (count: number) => plural(count, 'finding'),
  saves: (amounts: string) => `up to ${amounts} a year`,
  allFindings: 'All findings',
  openPanel: 'Open the side panel',
} as const
