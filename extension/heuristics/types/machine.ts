import { columnsIn } from '../columns.ts'
import type { Facts, Row } from '../draft.ts'
import { cellOf } from '../draft.ts'
import { hostIn } from '../naming.ts'
import { emailOf, hostOf } from '../values/shape.ts'

const machineWords = /^(?:bot|service.?account|app.?user|integration)$/i
/** Local parts that the vendor's own automatons have; a person there is called otherwise. */
const automaton = /[0-9a-f]{8}-|\+|^(?:bot|no-?reply|operator|system|support)/

/** Bots and the vendor's own machine accounts are nobody's seat. */
export function isMachine(facts: Facts, row: Row): boolean {
  const email = facts.columns.map((column) => emailOf(cellOf(row, column)?.value)).find(Boolean)
  const [local = '', domain = ''] = (email ?? '').toLowerCase().split('@')
  return (
    saysSo(facts, row) ||
    (email === undefined && isCalledBot(facts, row)) ||
    (ofTheVendor(facts, domain) && automaton.test(local))
  )
}

const saysSo = ({ columns }: Facts, row: Row): boolean =>
  columns.some((column) => {
    const value = cellOf(row, column)?.value
    if (column.role === 'bot') return value === true
    return ['status', 'type', 'access'].includes(column.role ?? '') && machineWords.test(String(value ?? ''))
  })

/** Among people with addresses, one without that is called a bot. */
const isCalledBot = ({ columns }: Facts, row: Row): boolean =>
  columnsIn(columns, 'email').length > 0 &&
  columnsIn(columns, 'name', 'person', 'login').some((column) => /bot$/i.test(String(cellOf(row, column)?.value ?? '')))

function ofTheVendor({ context }: Facts, domain: string): boolean {
  const host = hostOf(hostIn(context.pageUrl ?? context.url) ?? '')
  if (host === undefined || domain === '') return false
  return host === domain || host.endsWith(`.${domain}`) || domain.endsWith(`.${host.split('.').slice(-2).join('.')}`)
}
