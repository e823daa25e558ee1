import type { Permissions } from '#kernel/access/permissions.ts'
import type { RefusalTexts } from '#kernel/http/problem.ts'
import type { HttpLine, Operation } from './operation.ts'
import { problemResponse, problemResponses, problemSchema } from './openapi-responses.ts'
import { isRequired, membersOf, wireSchema, withoutMembers, type Components, type JsonSchema } from './openapi-schema.ts'

export interface OpenApiOptions {
  readonly operations: readonly Operation[]
  readonly permissions: Permissions
  readonly texts: RefusalTexts
  readonly version: string
}

type Part = Readonly<Record<string, unknown>>
type ServedOperation = Operation & { readonly http: HttpLine }

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'A repeat with the same key and input gets the same answer; 1 to 200 visible ASCII characters',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
} as const

/** The OpenAPI 3.1 document of all operations that have an HTTP line, in the order of their paths; the same operations give the same document. */
export function openApiDocument({ operations, permissions, texts, version }: OpenApiOptions): Part {
  const served = operations.filter((operation): operation is ServedOperation => operation.http !== undefined)
  const schemas: Components = { Problem: problemSchema }
  const paths = [...Map.groupBy(served, ({ http }) => http.path)].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([path, group]) => [
    path,
    Object.fromEntries(group.map((operation) => [operation.http.method.toLowerCase(), operationObject(operation, { permissions, texts, schemas })])),
  ])
  return {
    openapi: '3.1.0',
    info: {
      title: '一门 Yimen API',
      version,
      description: 'The government-services office of a city: the same operations that its own pages use. Times are RFC 3339 with +08:00, days are YYYY-MM-DD; lists are paged by cursor.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    tags: [...new Set(served.map(moduleOf))].toSorted().map((name) => ({ name })),
    paths: Object.fromEntries(paths),
    components: {
      schemas,
      responses: { Fault: problemResponse(['contract.fault'], texts) },
      parameters: { IdempotencyKey: idempotencyKey },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'Token of another system' },
        session: { type: 'apiKey', in: 'cookie', name: 'yimen_session', description: 'Cookie of a browser that signed in' },
      },
    },
  }
}

interface Shared {
  readonly permissions: Permissions
  readonly texts: RefusalTexts
  readonly schemas: Components
}

function operationObject(operation: ServedOperation, { permissions, texts, schemas }: Shared): Part {
  const { http, access } = operation
  const input = wireSchema(operation.input, `${operation.name}.input`, schemas)
  const resolved = resolve(input, schemas)
  const inPath = [...http.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  for (const name of inPath) if (!(name in membersOf(resolved))) throw new Error(`${operation.name}: {${name}} of its path is no field of its input`)
  const inQuery = hasJsonBody(http) ? [] : Object.keys(membersOf(resolved)).filter((name) => !inPath.includes(name) && !(http.body === 'bytes' && name === 'bytes'))
  const parameters = [
    ...inPath.map((name) => parameter(operation, resolved, name, 'path')),
    ...inQuery.map((name) => parameter(operation, resolved, name, 'query')),
    ...(operation.kind === 'command' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ]
  const body = requestBody(operation, inPath.length > 0 ? withoutMembers(resolved, inPath) : input, inPath)
  return {
    operationId: operation.name,
    tags: [moduleOf(operation)],
    summary: operation.summary,
    ...(typeof access === 'object' ? { description: `Needs the permission \`${access.permission}\`, held by: ${permissions[access.permission]?.roles.join(', ') ?? ''}.` } : {}),
    security: access === 'public' ? [] : [{ bearer: [] }, { session: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: {
      [http.status ?? 200]: { description: http.status === 201 ? 'Created' : 'Done', content: answerContent(operation, schemas) },
      ...problemResponses(operation, texts),
    },
  }
}

function hasJsonBody({ method, body }: HttpLine): boolean {
  return (method === 'POST' || method === 'PUT') && body !== 'bytes'
}

function parameter(operation: Operation, input: JsonSchema, name: string, place: 'path' | 'query'): Part {
  const example = (operation.examples?.[0]?.input as Readonly<Record<string, unknown>> | undefined)?.[name]
  const { description, ...schema } = membersOf(input)[name] ?? {}
  return {
    name,
    in: place,
    required: place === 'path' || isRequired(input, name),
    ...(description === undefined ? {} : { description }),
    schema,
    ...(example === undefined ? {} : { example }),
  }
}

function requestBody(operation: ServedOperation, schema: JsonSchema, inPath: readonly string[]): Part | undefined {
  if (operation.http.body === 'bytes') return { required: true, content: { 'application/octet-stream': {} } }
  if (!hasJsonBody(operation.http)) return undefined
  const members = Object.keys(membersOf(schema))
  if (members.length === 0 && !('$ref' in schema)) return undefined
  const examples = (operation.examples ?? []).map(({ summary, input }, index) => {
    const value = Object.fromEntries(Object.entries(input as Readonly<Record<string, unknown>>).filter(([name]) => !inPath.includes(name)))
    return [`example${index + 1}`, { summary, value }] as const
  })
  return {
    required: '$ref' in schema || members.some((name) => isRequired(schema, name)),
    content: { 'application/json': { schema, ...(examples.length > 0 ? { examples: Object.fromEntries(examples) } : {}) } },
  }
}

/** A file answer is declared as a schema without a JSON form (`z.custom`, `z.instanceof`): it travels as bytes. */
function answerContent(operation: Operation, schemas: Components): Part {
  if (operation.output.def.type === 'custom') return { 'application/octet-stream': {} }
  return { 'application/json': { schema: wireSchema(operation.output, `${operation.name}.output`, schemas) } }
}

function resolve(schema: JsonSchema, schemas: Components): JsonSchema {
  const reference = schema['$ref']
  return typeof reference === 'string' ? (schemas[reference.replace('#/components/schemas/', '')] ?? schema) : schema
}

function moduleOf({ name }: Operation): string {
  return name.split('.')[0] ?? name
}
