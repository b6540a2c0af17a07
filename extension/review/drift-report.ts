import { isTaught } from '../../shared/model/taught.ts'
import { type Connector, wordsOf } from '../connector-kit/define.ts'
import { expectedOf } from '../connector-kit/run.ts'

type About = { extension: string; on: string }

/**
 * A report of a changed page, ready to be sent: only what the connector's own file says, and nothing of the page, so
 * that no value of a client can be in it.
 */
export function reportOf(connector: Connector, missing: string[], { extension, on }: About): string {
  const taught = isTaught(connector.id)
  const gone = taught ? taughtPlaces(connector, missing) : missing.length > 0 ? missing : expectedOf(connector)
  return [
    `${taught ? connector.vendor : connector.name}: the page changed`,
    '',
    `Connector: ${taught ? 'taught' : connector.id}, version ${connector.version}`,
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

/** What a person taught has the page's own words in it, and may have a name of the client: only fields are told. */
function taughtPlaces({ records }: Connector, missing: string[]): string[] {
  const places = records.flatMap(({ type, fields }) =>
    Object.entries(fields).flatMap(([field, sources]) =>
      [sources]
        .flat()
        .flatMap((source) => (source.from === 'cell' ? [{ name: `${type}.${field}`, at: source.at }] : [])),
    ),
  )
  const gone = places.filter(({ at }) => wordsOf(at).some((word) => missing.includes(word)))
  return (gone.length > 0 ? gone : places).map(({ name, at }) => `${name}, found by its ${Object.keys(at).join()}`)
}
