import type { CapturedType } from '../../shared/model/record-type.ts'
import { registrableDomain } from '../../shared/vendor-directory/domain.ts'
import type { CellPlace, Connector, ListPlace, Source } from '../connector-kit/define.ts'
import { connectorOf, Definition } from '../connector-kit/taught.ts'
import { type FieldWords, fieldWords } from '../ui/field-words.ts'

/** What a person has taught so far about one page. */
export type Lesson = {
  /** The pages that it is about, as match patterns. */
  matches: string[]
  type: CapturedType
  list: ListPlace
  name: string
  vendor: string
  fields: { field: string; places: CellPlace[]; text: string }[]
  /** The product, where the page shows one product only and need not say so. */
  constants: Record<string, string>
  /** Where the page says whose account it is; null where nobody has pointed at it. */
  account: { place: CellPlace; text: string } | null
  /** What tells one row from another, as a person chose it; none while nobody did. */
  key: string[]
}

export function firstLesson(url: string): Lesson {
  const vendor = registrableDomain(url) ?? new URL(url).hostname
  const nothing = { fields: [], constants: {}, account: null, key: [] }
  return { matches: [matchOf(url)], type: 'subscription', list: 'page', name: vendor, vendor, ...nothing }
}

/** The page's address as the pattern of the pages to read: this path, whatever its query. */
export function matchOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `https://${host}${pathname.replace(/\*/g, '')}*`
}

/** The lesson as a definition; undefined while it is none: no field, no key. */
export function definitionOf(lesson: Lesson, version = 1): Definition | undefined {
  const cells = lesson.fields.map(({ field, places }): [string, Source[]] => [
    field,
    // One place only: where a heading is gone, its neighbor's value would be a wrong one, and the page has changed.
    places.slice(0, 1).map((at) => ({ from: 'cell', at, read: { name: 'shown', as: `${lesson.type}.${field}` } })),
  ])
  const constants = Object.entries(lesson.constants)
    .filter(([field, value]) => value.trim() !== '' && !lesson.fields.some((each) => each.field === field))
    .map(([field, value]): [string, Source[]] => [field, [{ from: 'constant', value: value.trim() }]])
  const fields = Object.fromEntries([...cells, ...constants])
  const key = keyOf(lesson).filter((field) => Object.hasOwn(fields, field))
  if (cells.length === 0 || key.length === 0) return undefined
  const records = [{ type: lesson.type, list: lesson.list, key, fields }]
  const account = lesson.account && {
    account: { id: [{ from: 'cell', at: lesson.account.place, read: { name: 'text' } }] },
  }
  const parsed = Definition.safeParse({ version, matches: lesson.matches, ...account, records })
  return parsed.success ? parsed.data : undefined
}

const here = 'here'

/** The lesson as a connector that runs on this page alone, before it is saved. */
export const trialOf = ({ name, vendor }: Lesson, definition: Definition): Connector =>
  connectorOf({ id: here, name: name || here, vendor }, definition)

/** Fields by which things of a type are told apart, the surest first. */
const telling: Record<CapturedType, string[]> = {
  subscription: ['subscriptionId', 'sku', 'product', 'plan'],
  assignment: ['accountId', 'email', 'person'],
  invoice: ['number'],
  domain: ['name'],
  certificate: ['serial', 'subject'],
  control: ['title'],
  product: ['productId', 'name'],
  charge: ['invoiceId', 'skuId', 'description'],
}

/** What tells the rows apart until a person says otherwise; a figure never does, it only shows them before there is more. */
export function keyFor(type: CapturedType, fields: string[]): string[] {
  const [first] = [...telling[type].filter((field) => fields.includes(field)), ...fields]
  return first === undefined ? [] : [first]
}

/** Rows that are told apart by their figures would be other things as soon as a figure changes: that is not saved. */
export const isTold = (type: CapturedType, key: string[]): boolean =>
  key.some((field) => {
    const words = fieldWords[type][field]
    return words !== undefined && canTell(words)
  })

/** The person's choice, else the surest of the fields that were taught. */
export function keyOf({ type, key, fields, constants }: Lesson): string[] {
  const known = [...fields.map(({ field }) => field), ...Object.keys(constants)]
  const chosen = key.filter((field) => known.includes(field))
  return chosen.length > 0 ? chosen : keyFor(type, known)
}

/** Only what can tell one row from another: words, not amounts or days. */
export const canTell = ({ kind }: FieldWords): boolean => kind === 'text'
