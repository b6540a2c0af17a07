import type { Connector, Source } from '../connector-kit/define.ts'
import { lookupsOf } from '../connector-kit/lookup.ts'
import { connectorsFor } from '../connector-kit/match.ts'
import type { Reading } from '../connector-kit/run.ts'
import type { Plan } from '../messages.ts'

/**
 * What to read on a page: what its connectors ask for, or, where none is known by name, every JSON response. The page
 * itself is always read, for the generic reader.
 */
export function planFor(url: string, connectors: Connector[]): Plan {
  const named = namedFor(url, connectors)
  return {
    // Nothing, where all that would read here is paused.
    read: connectorsFor(url, connectors).length > 0,
    responses: named.length === 0 ? null : named.flatMap(({ responses = {} }) => Object.values(responses).flat()),
    selectors: [...new Set(named.flatMap(selectorsOf))],
    lookups: named.flatMap(lookupsOf),
  }
}

/**
 * What to read from now on: everything, unless the named connector told a subscription. Of most consoles the documented
 * answers list people and settings only; what was bought stands in answers that the generic reader must find.
 */
export function planAfter(reading: Pick<Reading, 'sightings'>, url: string, connectors: Connector[]): Plan {
  const plan = planFor(url, connectors)
  const named = new Set(namedFor(url, connectors).map(({ id }) => id))
  const told = reading.sightings.some(({ type, capture }) => type === 'subscription' && named.has(capture.connector.id))
  return told ? plan : { ...plan, responses: null }
}

const namedFor = (url: string, connectors: Connector[]): Connector[] =>
  connectorsFor(url, connectors).filter((connector) => connector.readAll === undefined)

function selectorsOf({ records, account }: Connector): string[] {
  const rules = [account, ...records.map((rule) => rule.account)]
  const sources = [
    ...records.flatMap((rule) => [...Object.values(rule.fields).flat(), ...rule.key]),
    ...rules.flatMap((rule) => (rule ? [...rule.id, ...(rule.name ?? [])] : [])),
  ]
  return sources.flatMap((source) => (typeof source === 'string' ? [] : selectorsIn(source)))
}

const selectorsIn = (source: Source): string[] =>
  source.from === 'text' ? [source.selector] : source.from === 'join' ? source.parts.flatMap(selectorsIn) : []
