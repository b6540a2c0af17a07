import type { Connector } from '../connector-kit/define.ts'
import { expectedOf } from '../connector-kit/run.ts'

type About = { extension: string; on: string }

/**
 * A report of a changed page, ready to be sent: only what the connector's own file says, and nothing of the page, so
 * that no value of a client can be in it.
 */
export function reportOf(connector: Connector, missing: string[], { extension, on }: About): string {
  const gone = missing.length > 0 ? missing : expectedOf(connector)
  return [
    `${connector.name}: the page changed`,
    '',
    `Connector: ${connector.id}, version ${connector.version}`,
    `Extension: ${extension}`,
    `Seen on: ${on}`,
    'Expected and not found:',
    ...gone.map((rows) => `- ${rows}${addressesOf(connector, rows)}`),
    '',
    'Nothing that the page showed is in this report.',
    '',
  ].join('\n')
}

function addressesOf({ responses = {} }: Connector, rows: string): string {
  const patterns = responses[rows.split(':', 1)[0] ?? '']
  return patterns === undefined ? '' : `, in ${[patterns].flat().join(' or ')}`
}
