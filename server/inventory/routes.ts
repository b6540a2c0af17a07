import { type Context, Hono } from 'hono'
import { Uuid } from '../../shared/model/id.ts'
import type { Outcome } from '../../shared/problem.ts'
import { parsed } from '../http/body.ts'
import { type Described, documented } from '../http/documented.ts'
import type { Deps, MemberEnv } from '../http/env.ts'
import { answer, answerProblem, notFound } from '../http/problem.ts'
import { Scope } from '../workspaces/scope.ts'
import { AlertsResponse, alerts } from './alerts.ts'
import { CostsResponse, costs } from './costs.ts'
import { FindingsResponse, findings } from './findings.ts'
import { ForecastResponse, forecast } from './forecast.ts'
import { InventoryResponse, inventory, VendorsResponse, vendors } from './inventory.ts'
import { PeopleResponse, people } from './people.ts'
import { PricesResponse, prices } from './prices.ts'
import { RenewalsResponse, renewals } from './renewals.ts'
import { SpendQuery, SpendResponse, spend } from './spend.ts'

/** A program may ask as well. */
const ofClients = (route: Described) => documented({ ...route, keys: true })
const path = { client: 'The id of a client of the workspace.' }

export function inventoryRoutes({ database, clock }: Deps) {
  const today = () => clock().toISOString().slice(0, 10)
  const ofClient = async <T>(context: Context<MemberEnv>, work: (scope: Scope) => Promise<Outcome<T>>) => {
    const id = Uuid.safeParse(context.req.param('client'))
    if (!id.success) return notFound(context)
    return answer(context, await Scope.read(database, context.get('member'), id.data, work))
  }
  return new Hono<MemberEnv>()
    .get(
      '/:client/inventory',
      ofClients({ id: 'inventory', summary: 'What the client is subscribed to.', path, answers: InventoryResponse }),
      (context) => ofClient(context, (scope) => inventory(scope, today())),
    )
    .get(
      '/:client/vendors',
      ofClients({ id: 'vendors', summary: 'Whose products the client uses.', path, answers: VendorsResponse }),
      (context) => ofClient(context, vendors),
    )
    .get(
      '/:client/costs',
      ofClients({
        id: 'costs',
        summary: 'What runs costs a year in the client’s currency, and what is not in that.',
        path,
        answers: CostsResponse,
      }),
      (context) => ofClient(context, (scope) => costs(scope, today())),
    )
    .get(
      '/:client/findings',
      ofClients({
        id: 'findings',
        summary: 'What is worth acting on, what it saves a year, and from which day.',
        path,
        answers: FindingsResponse,
      }),
      (context) => ofClient(context, (scope) => findings(scope, today())),
    )
    .get(
      '/:client/forecast',
      ofClients({
        id: 'forecast',
        summary: 'What will be billed in this month and the eleven after it, and what of that hangs on a renewal.',
        path,
        answers: ForecastResponse,
      }),
      (context) => ofClient(context, (scope) => forecast(scope, today())),
    )
    .get(
      '/:client/people',
      ofClients({
        id: 'people',
        summary: 'Who uses what, or how many do, as the client’s people may be shown.',
        path,
        answers: PeopleResponse,
      }),
      (context) => ofClient(context, (scope) => people(scope, today())),
    )
    .get(
      '/:client/renewals',
      ofClients({
        id: 'renewals',
        summary: 'The running term of each subscription, the last day to cancel it and how that day was counted.',
        path,
        answers: RenewalsResponse,
      }),
      (context) => ofClient(context, (scope) => renewals(scope, today())),
    )
    .get(
      '/:client/alerts',
      ofClients({
        id: 'alerts',
        summary: 'What somebody has to be told today, whom, and who took notice already.',
        path,
        answers: AlertsResponse,
      }),
      (context) => ofClient(context, (scope) => alerts(scope, today())),
    )
    .get(
      '/:client/spend',
      ofClients({
        id: 'spend',
        summary: 'What was billed, by month, vendor and category, and what it was for.',
        path,
        query: SpendQuery.shape,
        answers: SpendResponse,
        problems: ['INVALID_REQUEST'],
      }),
      (context) => {
        const asked = parsed(SpendQuery, context.req.query())
        if (!asked.ok) return answerProblem(context, asked.problem)
        return ofClient(context, (scope) => spend(scope, asked.value, today()))
      },
    )
    .get(
      '/:client/subscriptions/:record/prices',
      ofClients({
        id: 'prices',
        summary: 'Every price that was ever seen of a subscription, and where it rose.',
        path: { ...path, record: 'The id of a subscription of the client.' },
        answers: PricesResponse,
      }),
      (context) => {
        const record = Uuid.safeParse(context.req.param('record'))
        return record.success ? ofClient(context, (scope) => prices(scope, record.data)) : notFound(context)
      },
    )
}
