/** Names of a query that say where in a list one is and in which order, and nothing about what the list is of. */
const paging = new Set(
  (
    'page p pg pageno pagenumber pageindex currentpage offset start startindex skip from limit size pagesize perpage ' +
    'rows top first max maxresults count cursor after before next token pagetoken nexttoken continuation marker ' +
    'sort sortby sortdir order orderby direction dir'
  ).split(' '),
)

const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '')

/** What is left of an address when its place in the list is taken out. */
function listOf(address: string): string {
  const url = new URL(address)
  const rest = [...url.searchParams].filter(([name]) => !paging.has(plain(name)))
  return JSON.stringify([url.origin, url.pathname, url.hash, rest.sort()])
}

/** Two pages of one list: nothing differs but where in it one is. Another tenant, filter or folder is another list. */
export const sameList = (a: string, b: string): boolean => a === b || listOf(a) === listOf(b)
