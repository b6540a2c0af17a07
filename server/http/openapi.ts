import type { Hono } from 'hono'
import { openAPIRouteHandler } from 'hono-openapi'
import { protocol } from '../../shared/sync.ts'
import type { Env } from './env.ts'

/** Everything under /v1, generated from the schemas that check it. */
export const openApi = (app: Hono<Env>, baseUrl: string) =>
  openAPIRouteHandler(app, {
    documentation: {
      info: {
        title: 'Stocktake',
        version: String(protocol),
        description:
          'Sync, inventory and pairing. A device speaks with the opaque token that it got when it was paired.',
      },
      servers: [{ url: baseUrl }],
      components: { securitySchemes: { device: { type: 'http', scheme: 'bearer' } } },
    },
  })
