import type { Hono } from 'hono'
import { openAPIRouteHandler } from 'hono-openapi'
import { z } from 'zod'
import { protocol } from '../../shared/sync.ts'
import { sentEvents } from '../webhooks/described.ts'
import type { Described } from './documented.ts'
import type { Env } from './env.ts'

export const described: Described = {
  id: 'openapi',
  summary: 'This description.',
  member: false,
  answers: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
}
/** Everything under /v1, generated from the schemas that check it. */
export const openApi = (app: Hono<Env>, baseUrl: string) =>
  openAPIRouteHandler(app, {
    documentation: {
      info: {
        title: 'Stocktake',
        version: String(protocol),
        description:
          'Sync, inventory and pairing. A device speaks with the opaque token that it got when it was paired, a program with ' +
          'a key of the workspace, which opens what is under /v1/clients.',
      },
      servers: [{ url: baseUrl }],
      webhooks: sentEvents,
      components: {
        securitySchemes: { device: { type: 'http', scheme: 'bearer' }, apiKey: { type: 'http', scheme: 'bearer' } },
      },
    },
    // Its own path ends like a file.
    excludeStaticFile: false,
  })
