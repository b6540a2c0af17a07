export type Order = { by: string; down: boolean }

/** How a list stands. A column or filter that a later version does not know any more is left out by who shows it. */
export type ListView = {
  columns: string[]
  order: Order
  /** The column it is grouped by. */
  group: string | null
  /** Each names one of the list's filters. */
  filters: string[]
}
/** One that a person keeps under a name, on this device, for every client. */
export type SavedView = { name: string; view: ListView }
