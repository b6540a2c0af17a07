import { remembering } from '../answers.ts'
import { columnsIn } from '../columns.ts'
import type { Facts, Row } from '../draft.ts'
import { cellOf } from '../draft.ts'
import { hostIn } from '../naming.ts'
import { emailOf, hostOf } from '../values/shape.ts'

const machineWords = /^(?:bot|service.?account|app.?user|integration)$/i
/** Local parts that the vendor's own automatons have; a person there is called otherwise. */
const automaton = /[0-9a-f]{8}-|\+|^(?:bot|no-?reply|operator|system|support)/

/** Bots and the vendor's own machine accounts are nobody's seat. What of a table is asked for it is found out once. */
export function machinesIn(facts: Facts): (row: Row) => boolean {
  const { columns } = facts
  const addressIn = remembering(emailOf)
  const emailIn = (row: Row) => {
    for (const column of columns) {
      const email = addressIn(cellOf(row, column)?.value)
      if (email) return email
    }
    return undefined
  }
  const saysSo = sayingSo(facts)
  const isCalledBot = calledBot(facts)
  const ofTheVendor = vendorsOwn(facts)
  return (row) => {
    const email = emailIn(row)
    if (saysSo(row) || (email === undefined && isCalledBot(row))) return true
    const [local = '', domain = ''] = (email ?? '').toLowerCase().split('@')
    return automaton.test(local) && ofTheVendor(domain)
  }
}

function sayingSo({ columns }: Facts): (row: Row) => boolean {
  const bots = columns.filter(({ role }) => role === 'bot')
  const kinds = columns.filter(({ role }) => role === 'status' || role === 'type' || role === 'access')
  return (row) =>
    bots.some((column) => cellOf(row, column)?.value === true) ||
    kinds.some((column) => machineWords.test(String(cellOf(row, column)?.value ?? '')))
}

/** Among people with addresses, one without that is called a bot. */
function calledBot({ columns }: Facts): (row: Row) => boolean {
  const names = columnsIn(columns, 'email').length > 0 ? columnsIn(columns, 'name', 'person', 'login') : []
  return (row) => names.some((column) => /bot$/i.test(String(cellOf(row, column)?.value ?? '')))
}

function vendorsOwn({ context }: Facts): (domain: string) => boolean {
  const host = hostOf(hostIn(context.pageUrl ?? context.url) ?? '')
  if (host === undefined) return () => false
  const site = `.${host.split('.').slice(-2).join('.')}`
  return (domain) => domain !== '' && (host === domain || host.endsWith(`.${domain}`) || domain.endsWith(site))
}
