import { browser } from 'wxt/browser'
import type { Uuid } from '../../../shared/model/id.ts'

/** One review tab is enough: where it is open already, it is shown. */
export async function openReview(session: Uuid | null): Promise<void> {
  const url = new URL('/review.html', location.href).href
  const [open] = await browser.tabs.query({ url: `${url}*` })
  const target = session === null ? url : `${url}#${session}`
  if (open?.id === undefined) await browser.tabs.create({ url: target })
  else await browser.tabs.update(open.id, { active: true, url: target })
}
