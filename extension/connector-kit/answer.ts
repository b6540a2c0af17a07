/**
 * What makes a response the same one when it comes again: its address, and, where one address answers every question,
 * what was asked for. Looks at the beginning only, and never parses: the page's thread calls it too.
 * - GraphQL, anywhere: the first field, `{"data":{"users":…`
 * - an address without a path (AWS, whose question is in a header): the first key, `{"Accounts":…`
 * - several questions in one (`…/$batch`), and the next page of a list whose cursor is in the question (`…/continue`, a
 *   `…/search` that the address asks nothing): how the answers begin
 */
export function answerKey(url: string, text: string): string {
  const path = pathOf(url)
  if (/\/(?:\$?batch|(?:list_?)?(?:continue|more|next|scroll)(?:_?v\d+)?)$/i.test(path))
    return `${url} ${text.slice(0, 500)}`
  // What is searched for stands in the question, and so does the page of what was found.
  if (!url.includes('?') && /(?:[/_-]search|[a-z]Search)(?:\.json)?$/.test(path)) return `${url} ${text.slice(0, 500)}`
  const begins = text.slice(0, 1000)
  const asked =
    /^\s*\{\s*"data"\s*:\s*\{\s*"(\w{1,100})"/.exec(begins) ??
    (path === '/' ? /^\s*\{\s*"(\w{1,100})"/.exec(begins) : null)
  return `${url} ${asked?.[1] ?? ''}`
}

const pathOf = (url: string): string => url.replace(/^\w+:\/\/[^/?#]*/, '').split(/[?#]/, 1)[0] || '/'
