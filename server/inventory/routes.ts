import { type Context, Hono } from 'hono'
import { Uuid } from '../../shared/model/id.ts'
import type { Outcome } from '../../shared/problem.ts'
import { documented } from '../http/documented.ts'
import type { Deps, MemberEnv } from '../http/env.ts'
import { answer, notFound } from '../http/problem.ts'
import { Scope } from '../workspaces/scope.ts'
import { InventoryResponse, inventory, VendorsResponse, vendors } from './inventory.ts'

const path = { client: 'The id of a client of the workspace.' }

export function inventoryRoutes({ database }: Deps) {
  const ofClient = async <T>(context: Context<MemberEnv>, work: (scope: Scope) => Promise<Outcome<T>>) => {
    const id = Uuid.safeParse(context.req.param('client'))
    if (!id.success) return notFound(context)
    return answer(context, await Scope.open(database, context.get('member'), id.data, work))
  }
  return new Hono<MemberEnv>()
    .get(
      '/:client/inventory',
      documented({ id: 'inventory', summary: 'What the client is subscribed to.', path, answers: InventoryResponse }),
      (context) => ofClient(context, inventory),
    )
    .get(
      '/:client/vendors',
      documented({ id: 'vendors', summary: 'Whose products the client uses.', path, answers: VendorsResponse }),
      (context) => ofClient(context, vendors),
    )
}
