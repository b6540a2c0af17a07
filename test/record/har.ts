import { z } from 'zod'

const Pair = z.object({ name: z.string(), value: z.string() })
/** What a browser's "Save all as HAR" writes, as far as it is needed here. */
const Har = z.object({
  log: z.object({
    pages: z.array(z.object({ title: z.string().default('') })).default([]),
    entries: z.array(
      z.object({
        startedDateTime: z.string(),
        request: z.object({ url: z.string(), headers: z.array(Pair).default([]), cookies: z.array(Pair).default([]) }),
        response: z.object({
          status: z.number(),
          content: z.object({ text: z.string().optional(), encoding: z.string().optional() }).default({}),
        }),
      }),
    ),
  }),
})

export type Recorded = {
  answers: { url: string; text: string }[]
  /** Addresses that may be the page's, the likeliest first. */
  pages: string[]
  at: string
  /** Cookies and keys that the requests carried. */
  secrets: string[]
}

export function readHar(text: string): Recorded {
  const { entries, pages } = Har.parse(JSON.parse(text)).log
  const headers = entries.flatMap(({ request }) => request.headers)
  const referers = headers.filter(({ name }) => name.toLowerCase() === 'referer').map(({ value }) => value)
  const carried = headers.filter(({ name }) => /authorization|token|csrf|xsrf|api-?key|session/i.test(name))
  return {
    answers: entries.flatMap(({ request, response }) =>
      response.content.text === undefined || response.status >= 400
        ? []
        : [{ url: request.url, text: decodedText(response.content.text, response.content.encoding) }],
    ),
    pages: [...pages.map(({ title }) => title), ...referers].filter((url) => URL.canParse(url)),
    at: entries[0]?.startedDateTime ?? '',
    secrets: [
      ...carried.flatMap(({ value }) => [value, value.replace(/^\w+ /, '')]),
      ...entries.flatMap(({ request }) => request.cookies.map(({ value }) => value)),
    ],
  }
}

const decodedText = (text: string, encoding: string | undefined): string =>
  encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text
