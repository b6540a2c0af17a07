/** Names of the number of all rows of a list, wherever a page of it is given. */
const surely = new Set(
  (
    'totalcount totalresults totalitems totalrecords totalelements totalrows totalhits totalentries totalsize ' +
    'recordstotal numberofresults odatacount resultcount resultscount totalnumber'
  ).split(' '),
)
/** Names that mean other things as well: a sum of money, the rows of this page alone. */
const perhaps = new Set(['total', 'count'])
const paging =
  /"(?:next|next_?link|next_?page\w*|next_?cursor|cursor|has_?more|has_?next\w*|offset|limit|skip|page|page_?size|per_?page|pagination|paging|page_?info|start_?index|items_?per_?page|@odata\.nextlink)"/i
const money = /"(?:currency|amount\w*|price|subtotal|tax|balance)"/i

/** A list's frame is small; what is longer is a list of another form. */
const longest = 4000

/**
 * How many rows a JSON response says its list has in all, undefined where it does not say so. Looks at what stands
 * before the first and behind the last bracket: there is no row, and nothing needs to be parsed for it.
 */
export function statedTotal(text: string): number | undefined {
  const [from, to] = [text.indexOf('['), text.lastIndexOf(']')]
  if (from < 0 || to < from || from > longest || text.length - to > longest) return undefined
  const frame = `${text.slice(0, from)} ${text.slice(to + 1)}`
  const numbers = [...frame.matchAll(/"([@\w.-]{3,40})"\s{0,4}:\s{0,4}"?(\d{1,8})"?(?=\s{0,4}[,}])/g)]
  const named = (names: ReadonlySet<string>) =>
    numbers
      .filter(([, name = '']) => names.has(name.toLowerCase().replace(/[^a-z]/g, '')))
      .map(([, , number]) => number)
  const totals = new Set(named(surely))
  const others = paging.test(frame) && !money.test(frame) ? new Set(named(perhaps)) : new Set<string>()
  const [total, second] = totals.size > 0 ? totals : others
  return total === undefined || second !== undefined ? undefined : Number(total)
}
