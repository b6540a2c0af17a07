import { type DescribeRouteOptions, describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'
import { Uuid } from '../../shared/model/id.ts'
import { type ProblemCode, ProblemJson, problem } from '../../shared/problem.ts'

export type Described = {
  id: string
  summary: string
  answers: z.ZodType
  /** The media type of the answer, where it is not JSON. */
  as?: string
  takes?: z.ZodType
  /** Ids in the path, with what they name. */
  path?: Record<string, string>
  query?: Record<string, z.ZodType>
  problems?: ProblemCode[]
  /** Whether it asks for a device's token; true unless said. */
  member?: boolean
}

/** The OpenAPI description of a route, from the same schemas that check it. */
export const documented = ({
  id,
  summary,
  answers,
  as = 'application/json',
  takes,
  path = {},
  query,
  problems = [],
  member = true,
}: Described) =>
  describeRoute({
    operationId: id,
    summary,
    ...(member ? { security: [{ device: [] }] } : {}),
    parameters: [
      ...Object.entries(path).map(([name, names]) => parameter('path', name, Uuid, names)),
      ...Object.entries(query ?? {}).map(([name, schema]) => parameter('query', name, schema)),
    ],
    ...(takes ? { requestBody: { required: true, content: { 'application/json': { schema: resolver(takes) } } } } : {}),
    responses: {
      200: { description: 'Done', content: { [as]: { schema: resolver(answers) } } },
      ...problemAnswers([...always(takes, path, member), ...problems]),
    },
  })

/** What any route of its kind may answer. */
const always = (takes: unknown, path: Record<string, string>, member: boolean): ProblemCode[] => [
  ...(takes ? (['INVALID_REQUEST', 'NOT_JSON', 'TOO_LARGE'] as const) : []),
  ...(Object.keys(path).length ? (['NOT_FOUND', ...(member ? (['SCOPE_GONE'] as const) : [])] as const) : []),
  ...(member ? (['UNAUTHENTICATED', 'MEMBERSHIP_REVOKED'] as const) : []),
  'BUSY',
  'INTERNAL',
]

/** One answer a status, naming every code that it may carry. */
function problemAnswers(codes: ProblemCode[]) {
  const said = new Map<number, string>()
  for (const { status, code, happened } of [...new Set(codes)].map((code) => problem(code)))
    said.set(status, `${said.get(status) ?? ''} ${code}: ${happened}`.trim())
  const content = { 'application/problem+json': { schema: resolver(ProblemJson) } }
  return Object.fromEntries([...said].map(([status, description]) => [status, { description, content }]))
}

type Parameter = NonNullable<DescribeRouteOptions['parameters']>[number]

/** A parameter's schema is written out where it stands; it has no parts to name. */
function parameter(where: 'path' | 'query', name: string, schema: z.core.$ZodType, description?: string): Parameter {
  const { $schema: _, ...plain } = z.toJSONSchema(schema)
  const required = where === 'path'
  // OpenAPI 3.1 is JSON Schema 2020-12, which zod writes.
  return { in: where, name, required, schema: plain, ...(description ? { description } : {}) } as Parameter
}
