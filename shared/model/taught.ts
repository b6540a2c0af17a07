/** What ids of taught connectors begin with; evidence and screens tell by it. Without a schema: the popup asks it too. */
export const taughtPrefix = 'taught-'
export const isTaught = (id: string): boolean => id.startsWith(taughtPrefix)

/** The record of the workspace that a taught connector is. */
export const recordOfTaught = (id: string): string | undefined =>
  isTaught(id) ? id.slice(taughtPrefix.length) : undefined
