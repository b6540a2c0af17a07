import { type DescribeRouteOptions, describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'
import { Uuid } from '../../shared/model/id.ts'
import { type ProblemCode, problem } from '../../shared/problem.ts'
import { ProblemJson } from '../../shared/problem-json.ts'

export type Described = {
  id: string
  summary: string
  answers: z.ZodType
  /** The media type of the answer, where it is not JSON. */
  as?: string
  takes?: z.ZodType
  /** Ids in the path, with what they name. */
  path?: Record<string, string>
  /** What those in the path look like, where they are no ids. */
  pathSchema?: z.ZodType
  query?: Record<string, z.ZodType>
  problems?: ProblemCode[]
  /** Of an answer that is no problem; 200 unless said. */
  status?: 200 | 201
  /** Request headers that it reads, with their meaning. */
  headers?: Record<string, { schema: z.ZodType; means: string; required?: boolean }>
  /** What a 409 carries, where that is more than any problem does. */
  contested?: z.ZodType
  /** Whether an API key opens it as well. */
  keys?: boolean
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
  pathSchema,
  query,
  problems = [],
  status = 200,
  headers = {},
  keys = false,
  contested = ProblemJson,
  member = true,
}: Described) =>
  describeRoute({
    operationId: id,
    summary,
    ...(member ? { security: keys ? [{ device: [] }, { apiKey: [] }] : [{ device: [] }] } : {}),
    parameters: [
      ...Object.entries(path).map(([name, names]) => parameter('path', name, pathSchema ?? Uuid, names)),
      ...Object.entries(query ?? {}).map(([name, schema]) => parameter('query', name, schema)),
      ...Object.entries(headers).map(([name, { schema, means, required }]) =>
        parameter('header', name, schema, means, required),
      ),
    ],
    ...(takes ? { requestBody: { required: true, content: { 'application/json': { schema: resolver(takes) } } } } : {}),
    responses: {
      [status]: { description: 'Done', content: { [as]: { schema: resolver(answers) } } },
      ...problemAnswers([...always({ takes, path, member, keys }), ...problems], contested),
    },
  })

type Kind = { takes: unknown; path: Record<string, string>; member: boolean; keys: boolean }

/** What any route of its kind may answer. */
const always = ({ takes, path, member, keys }: Kind): ProblemCode[] => [
  ...(takes ? (['INVALID_REQUEST', 'NOT_JSON', 'TOO_LARGE'] as const) : []),
  ...(Object.keys(path).length ? (['NOT_FOUND'] as const) : []),
  ...('client' in path || 'scope' in path ? (['SCOPE_GONE'] as const) : []),
  ...(member ? (['UNAUTHENTICATED', 'MEMBERSHIP_REVOKED'] as const) : []),
  ...(keys ? (['KEY_INVALID'] as const) : member ? (['KEY_REFUSED'] as const) : []),
  'BUSY',
  'INTERNAL',
]

/** One answer a status, naming every code that it may carry. */
function problemAnswers(codes: ProblemCode[], contested: z.ZodType) {
  const said = new Map<number, string>()
  for (const { status, code, happened } of [...new Set(codes)].map((code) => problem(code)))
    said.set(status, `${said.get(status) ?? ''} ${code}: ${happened}`.trim())
  const content = (status: number) => ({
    'application/problem+json': { schema: resolver(status === 409 ? contested : ProblemJson) },
  })
  return Object.fromEntries(
    [...said].map(([status, description]) => [status, { description, content: content(status) }]),
  )
}

type Parameter = NonNullable<DescribeRouteOptions['parameters']>[number]

/** A parameter's schema is written out where it stands; it has no parts to name. */
function parameter(
  where: 'path' | 'query' | 'header',
  name: string,
  schema: z.core.$ZodType,
  description?: string,
  required = where === 'path',
): Parameter {
  // OpenAPI 3.1 is JSON Schema 2020-12, which zod writes.
  return { in: where, name, required, schema: plainOf(schema), ...(description ? { description } : {}) } as Parameter
}

const written = new WeakMap<z.core.$ZodType, object>()

/** Most are the same few. */
function plainOf(schema: z.core.$ZodType): object {
  const known = written.get(schema)
  if (known) return known
  const { $schema: _, ...plain } = z.toJSONSchema(schema)
  written.set(schema, plain)
  return plain
}
