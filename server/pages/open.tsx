/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import type { Env } from '../http/env.ts'
import { Said } from './page.tsx'

/**
 * Where the links of mails, webhooks and calendars lead. What they are about is on the devices of the firm, and their
 * links say nothing of it, so this page says the same to everybody: how to get there.
 */
export const openPage = new Hono<Env>().get('/open/:client/:record', (context) =>
  context.html(
    <Said title="This is in Stocktake’s extension">
      Open Stocktake in a browser that is connected to this server, choose the client, and look under Renewals: each
      date stands there with its evidence, and is acknowledged there.
    </Said>,
  ),
)
