import type { Page } from '@playwright/test'
import { practiceUrl } from '../practice/pages.ts'
import { consoles, type Practice, startPractice } from '../practice/server.ts'
import { tenants } from '../practice/tenants.ts'
import type { Profile } from './extension.ts'

export const openPractice = (): Promise<Practice> => startPractice(0)
export type { Practice }

/** Signs in to a practice console as a person does, by its link, and waits until the page shows its rows. */
export async function visit(
  profile: Profile,
  { port }: Practice,
  id: string,
  as: string,
  path?: string,
): Promise<Page> {
  const page = await profile.context.newPage()
  await enter(page, port, id, as, path)
  return page
}

export async function enter(page: Page, port: number, id: string, as: string, path?: string): Promise<void> {
  const console = consoles.find((each) => each.id === id)
  const tenant = tenants.find((each) => each.id === as)
  if (!console || !tenant) throw new Error(`there is no practice console ${id} of ${as}`)
  const to = (path ?? console.views[0]?.path ?? '/').replace('{org}', tenant.github)
  await page.goto(practiceUrl(`${console.host(tenant)}/practice/sign-in?as=${as}&to=${encodeURIComponent(to)}`, port))
  await page.locator('main :is(td, article)').first().waitFor()
}

export const practiceHosts = 'http://*.localhost/*'

/** The vendors' own hosts, answered by the practice console, so that no request leaves this machine. */
export async function answerForMicrosoft({ context }: Profile, { port }: Practice): Promise<void> {
  const own = new RegExp(`http://([a-z0-9.-]+)\\.localhost:${port}`, 'g')
  await context.route(/^https:\/\/(admin|graph)\.microsoft\.com\//, async (route) => {
    const { host, pathname, search } = new URL(route.request().url())
    const url = `http://127.0.0.1:${port}${pathname}${search}`
    const headers = { ...route.request().headers(), host: `${host}.localhost:${port}` }
    const answer = await route.fetch({ url, headers, maxRedirects: 0 })
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll(own, 'https://$1') })
  })
}
