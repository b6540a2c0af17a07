import { plural } from '../ui/format.ts'

/** Every sentence of the vendors. */
export const words = {
  title: 'Vendors',
  noClientTitle: 'Choose a client first',
  noClient: 'Vendors are listed for one client. Choose it in the banner above.',
  empty: 'No vendor yet',
  emptyText: 'Vendors appear with the first subscription that you accept or import.',
  products: (count: number) => plural(count, 'product'),
  yearly: 'a year',
  leftOut: (count: number) => `without ${plural(count, 'product')}`,
  priceNotShown: 'price not shown',
  same: 'Same as …',
  sameOf: (name: string) => `${name} is the same as …`,
  mergeTitle: (name: string) => `${name} is the same as`,
  mergeVendor: 'Vendor',
  mergeProduct: 'Product',
  mergeHint:
    'For all clients, also for what is captured later. Nothing is rewritten, and they can be told apart again.',
  merge: 'Merge',
  cancel: 'Cancel',
  merged: (from: string, to: string) => `${from} is ${to} now.`,
  mergedTitle: 'Merged names',
  is: 'is',
  split: 'Separate',
  splitOf: (from: string, to: string) => `Separate ${from} from ${to}`,
  splitDone: (from: string) => `${from} stands by itself again.`,
} as const
