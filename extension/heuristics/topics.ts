import type { Lexicon } from './lexicon.ts'
import { lexiconsFor, readLabel } from './lexicon.ts'
import type { LabelledTable, ReadContext } from './tables.ts'
import type { Concept } from './vocabulary/language.ts'
import { isWrapper, singular, wordsOf } from './words.ts'

/** What a list is a list of, by the words that stand above it: the nearest key or heading, then those further away. */
export type Topic = {
  /** Words of the nearest name that says anything, in the singular. */
  subject: string[]
  /** Words of everything around it: other keys or headings, the path of the address, the title. */
  around: Set<string>
  subjectConcepts: Set<Concept>
  aroundConcepts: Set<Concept>
}

/** Parts of an address that say nothing of what it answers. */
const addressWords = new Set(
  'api rest v graphql json query get my search all list index default public private internal external admin monitor select info information details fetch read show view'.split(
    ' ',
  ),
)

const isVersionOrId = (segment: string): boolean =>
  /^v?\d+(?:\.\d+)*$/.test(segment) || /\d/.test(segment) || /[{}]/.test(segment) || segment.length > 40

export function topicOf(table: LabelledTable, context: ReadContext, order: Lexicon[]): Topic {
  const names = table.source === 'json' ? keyNames(table, context) : pageNames(table, context)
  const meaningful = names.map(wordsOf).filter((words) => words.length > 0)
  const [nearest = [], ...others] = meaningful
  const subject = nearest.map(singular)
  const concepts = (labels: (readonly string[])[]) =>
    new Set(labels.flatMap((words) => readLabel(words.join(' '), order).concepts))
  return {
    subject,
    around: new Set(others.flat().map(singular)),
    subjectConcepts: concepts([nearest]),
    aroundConcepts: concepts(others),
  }
}

function keyNames(table: LabelledTable, context: ReadContext): string[] {
  const steps = pathOf(context.url)
  const path = (table.single && isAccountAt(steps) ? steps.slice(0, -1) : steps)
    .filter((segment) => !isVersionOrId(segment))
    .reverse()
  return [
    ...kindsOf(table),
    ...[...table.near].reverse().filter((key) => !isWrapper(key)),
    ...path.filter((segment) => !wordsOf(segment).every((word) => addressWords.has(word))),
  ]
}

/** `/organizations/birch-mill`: the last step is whose account it is, not what. */
function isAccountAt(steps: string[]): boolean {
  const [list = '', name = ''] = steps.slice(-2)
  const word = singular(list.toLowerCase())
  return steps.length > 1 && word !== list.toLowerCase() && tenants.has(word) && !isKnown(name)
}

const isKnown = (name: string): boolean =>
  otherThings.has(singular(name.toLowerCase())) || readLabel(name, lexiconsFor(null)).unknown === 0

const pageNames = (table: LabelledTable, context: ReadContext): string[] => [
  ...[...table.near].reverse(),
  ...[...context.headings].reverse(),
  context.title,
  ...pathOf(context.url)
    .filter((segment) => !isVersionOrId(segment))
    .reverse(),
]

/** `object: "invoice"`, `kind: "admin#directory#token"`: the rows say what they are. A plain `type` mostly only classifies. */
function kindsOf(table: LabelledTable): string[] {
  const found: string[] = []
  for (const key of ['object', 'kind', 'resource_type', 'resourceType', 'object_type', '__typename', '@type']) {
    const index = table.columns.indexOf(key)
    const values = index < 0 ? [] : table.rows.map((row) => row.cells[index]?.value)
    const [value] = values
    if (typeof value === 'string' && value.length < 60 && values.every((other) => other === value))
      found.push(value.split('#').at(-1) ?? value)
  }
  return found
}

export function pathOf(url: string): string[] {
  try {
    return new URL(url).pathname.split('/').map(decodeURIComponent).filter(Boolean)
  } catch {
    return [] // a malformed escape in an address
  }
}

export const mentions = (topic: Topic, words: Set<string>): boolean => topic.subject.some((word) => words.has(word))
export const surrounds = (topic: Topic, words: Set<string>): boolean =>
  mentions(topic, words) || [...topic.around].some((word) => words.has(word))

/** Things that consoles list and that are none of ours: work, content, machinery, a shop's own trade. */
export const otherThings = new Set(
  `webhook hook template label tag message conversation channel event log audit task todo issue ticket pipeline schedule monitor alert metric
  order cart checkout lead deal opportunity prospect comment post article blog track album artist playlist song video photo image file drive folder document
  note board card sprint story epic notification experiment model dimension budget repository repo project environment gift
  coupon promotion discount campaign segment survey form review rating transaction payout refund shipment delivery
  fulfillment country language timezone emoji icon job build deployment deploy run commit branch release server instance
  cluster node database table snapshot volume network ip port subnet route firewall meeting calendar attendee room booking reservation
  reminder contact customer client_list company vendor supplier warehouse inventory stock variant product_variant quote estimate
  proposal lineitem intent mandate dispute record zone_record dns_record allowlist whitelist blocklist blacklist script workflow
  automation trigger action step page site theme menu redirect sitemap search result metadata schema field enum option preference
  category taxonomy department location position vacancy candidate applicant course lesson student grade trip flight vehicle
  space desk floor building venue parking`.split(/\s+/),
)

/** Lists of what could be bought, not of what was. */
export const catalogs = new Set(
  'offer offering catalog catalogue price pricing tld tariff type size flavor marketplace listing quote plan product addon sku feature comparison'.split(
    ' ',
  ),
)

/** What a vendor calls the client's own account. */
export const tenants = new Set([
  'account',
  'organization',
  'organisation',
  'team',
  'workspace',
  'site',
  'tenant',
  'instance',
])
