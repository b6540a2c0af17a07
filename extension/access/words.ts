/** Every sentence about which sites may be read. */
export const words = {
  notAllowedTitle: (host: string) => `Stocktake does not read ${host} yet`,
  notAllowed: 'Allow it once and it reads what these pages show you. It never clicks, sends or changes anything there.',
  allow: (host: string) => `Allow ${host}`,
  noPageTitle: 'This tab is not an admin console',
  noPage: 'Open the page of a vendor that shows subscriptions, licenses, users or invoices.',
  vendors: 'Vendors that Stocktake knows',
  showVendors: 'Vendors to allow',
  vendorsLead: 'Each is asked for once. Any other console can be allowed on its own page.',
  allowed: 'allowed',
  allowOne: 'Allow',
  withdraw: 'Withdraw',
  allowNamed: (name: string) => `Allow ${name}`,
  withdrawNamed: (name: string) => `Withdraw ${name}`,
  back: 'Back',
  refused: 'Nothing was allowed. You can allow it at any time.',
  reload: 'Allowed. If nothing appears, reload the page once.',
} as const
