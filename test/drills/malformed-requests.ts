import { seededOrder } from '../durability/seeded-order.ts'

type Schema = Readonly<Record<string, unknown>>

interface Parameter {
  readonly name?: string
  readonly in?: string
}

/** One operation as the OpenAPI document describes it. */
export interface Described {
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body: Schema | undefined
  /** `status code` of every problem that it announces. */
  readonly announced: ReadonlySet<string>
}

export interface Malformed {
  readonly operation: Described
  readonly address: string
  readonly init: { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string | Uint8Array<ArrayBuffer> }
  readonly what: string
}

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)
const cyclicNames = { __proto__: 1, constructor: { prototype: { polluted: true } } }

/** What may stand in a field and ought not to. */
const values: readonly (readonly [what: string, value: unknown])[] = [
  ['null', null],
  ['a NUL', 'a\0b'],
  ['a lone surrogate', 'a\ud800b'],
  ['a huge number', 1e308],
  ['a negative number', -1],
  ['nothing', ''],
  ['a list', [1, [2, [3]]]],
  ['an object', cyclicNames],
  ['a long text', '长'.repeat(50_000)],
  ['a path', '../../../../etc/passwd'],
  ['a script', '"><script>alert(1)</script>'],
  ['SQL', "'; DROP TABLE matters; --"],
  ['a truth', true],
  ['a day that is none', '2026-02-31'],
  ['an instant beyond time', '+275760-09-13T00:00:00Z'],
  ['an identifier of nothing', '00000000-0000-0000-0000-000000000000'],
  ['many', Array.from({ length: 5_000 }, () => 'x')],
  ['a template', '${7*7}{{constructor}}'],
]
const pathTexts = ['%00', '..%2f..%2fetc%2fpasswd', '%ff', '%ed%a0%80', 'x'.repeat(5_000), '%F0%9F%8F%9B', "'%20OR%201=1--", '-1', '%E0%A4%A'] as const
const bodies: readonly (readonly [what: string, body: string | Uint8Array<ArrayBuffer>])[] = [
  ['truncated JSON', '{"a": [1, 2'],
  ['a list for an object', '[1,2,3]'],
  ['null', 'null'],
  ['100,000 levels', `{"a":${deep(100_000)}}`],
  ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['2 MB', `{"a":"${'x'.repeat(2_000_000)}"}`],
  ['a zip', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0, 8, 0])],
  ['a prototype', '{"__proto__":{"admin":true},"constructor":{"prototype":1}}'],
  ['nothing', ''],
]
const headers: readonly Readonly<Record<string, string>>[] = [
  { cookie: 'yimen_session=%E0%A4%A; ;;=;' },
  { authorization: `Bearer ${'x'.repeat(300)}` },
  { authorization: 'Basic YTpi' },
  { 'content-type': 'text/xml' },
  { 'content-type': 'application/json; charset=utf-7' },
  { 'idempotency-key': 'k'.repeat(500) },
  { 'content-length': '1' },
  { range: 'bytes=0-1,2-3' },
  { accept: '*/*;q=nothing' },
]

/** Every operation of the document. */
export function describedBy(document: Schema): readonly Described[] {
  const schemas = ((document['components'] as Schema)['schemas'] ?? {}) as Readonly<Record<string, Schema>>
  return Object.entries(document['paths'] as Readonly<Record<string, Readonly<Record<string, Schema>>>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      parameters: (operation['parameters'] ?? []) as readonly Parameter[],
      body: bodyOf(operation, schemas),
      announced: announcedBy(operation),
    })),
  )
}

function bodyOf(operation: Schema, schemas: Readonly<Record<string, Schema>>): Schema | undefined {
  const content = (operation['requestBody'] as { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> } | undefined)?.content
  const schema = content?.['application/json']?.schema
  const name = typeof schema?.['$ref'] === 'string' ? schema['$ref'].replace('#/components/schemas/', '') : undefined
  return name === undefined ? schema : schemas[name]
}

function announcedBy(operation: Schema): ReadonlySet<string> {
  const announced = new Set<string>()
  for (const [status, response] of Object.entries(operation['responses'] as Readonly<Record<string, Schema>>)) {
    for (const code of JSON.stringify(response).match(/"enum":\[([^\]]*)\]/)?.[1]?.match(/[a-z-]+\.[a-z-]+/g) ?? []) announced.add(`${status} ${code}`)
  }
  return announced
}

/** As many malformed requests as asked for, the same ones for the same seed, spread over all operations. */
export function* malformedRequests(operations: readonly Described[], count: number, tokens: readonly string[]): Generator<Malformed> {
  const random = seededOrder(20_260_907)
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T
  for (let made = 0; made < count; made++) {
    const operation = operations[made % operations.length] as Described
    const authorization = { authorization: `Bearer ${pick(tokens)}` }
    const wrongHead = random(6) === 0 ? pick(headers) : {}
    const [whatPath, address] = addressOf(operation, random, pick)
    const takesBody = operation.method !== 'GET' && operation.method !== 'DELETE'
    const [whatBody, body] = takesBody ? wrongBody(operation, random, pick) : ['', undefined]
    yield {
      operation,
      address: `/api/v1${address}`,
      init: { method: operation.method, headers: { 'content-type': 'application/json', ...authorization, ...wrongHead }, ...(body !== undefined && { body }) },
      what: [whatPath, whatBody, JSON.stringify(wrongHead)].filter((part) => part !== '' && part !== '{}').join(', '),
    }
  }
}

type Random = (bound: number) => number
type Pick = <T>(from: readonly T[]) => T

function addressOf(operation: Described, random: Random, pick: Pick): readonly [what: string, address: string] {
  const inPath = operation.path.replaceAll(/\{\w+\}/g, () => (random(3) === 0 ? pick(pathTexts) : '440114'))
  const query = operation.parameters.filter((parameter) => parameter.in === 'query')
  const wrong = query.filter(() => random(2) === 0).map(({ name = 'x' }) => [name, pick(values)] as const)
  const pairs = wrong.flatMap(([name, [, value]]) => (Array.isArray(value) ? value.slice(0, 50) : [value]).map((one) => `${encodeURIComponent(name)}=${encoded(one)}`))
  return [wrong.map(([name, [what]]) => `${name}: ${what}`).join(', '), pairs.length === 0 ? inPath : `${inPath}?${pairs.join('&')}`]
}

function encoded(value: unknown): string {
  return encodeURIComponent((typeof value === 'string' ? value : JSON.stringify(value) ?? '').toWellFormed().slice(0, 8_000))
}

function wrongBody(operation: Described, random: Random, pick: Pick): readonly [what: string, body: string | Uint8Array<ArrayBuffer>] {
  if (operation.body === undefined || random(4) === 0) return pick(bodies)
  const fields = Object.keys((operation.body['properties'] as Schema | undefined) ?? {})
  if (fields.length === 0) return pick(bodies)
  const chosen = fields.filter(() => random(3) !== 0)
  const entries = chosen.map((field) => [field, pick(values)] as const)
  const unknown = random(5) === 0 ? { unknownField: 1 } : {}
  return [entries.map(([field, [what]]) => `${field}: ${what}`).join(', '), JSON.stringify({ ...Object.fromEntries(entries.map(([field, [, value]]) => [field, value])), ...unknown })]
}
