import assert from 'node:assert/strict'
import { test } from 'node:test'
import { validate } from '@readme/openapi-parser'
import { Validator } from '@seriousme/openapi-schema-validator'
import spectral, { type RulesetDefinition } from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'
import { z } from 'zod'
import { openApiDocument } from '#kernel/contract/openapi.ts'
import { defineOperation, FileAnswer, type Operation } from '#kernel/contract/operation.ts'
import { declaredOperations, declaredPermissions, declaredTexts } from '../../scripts/reports/declared.ts'

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

interface OperationObject {
  readonly operationId: string
  readonly security: readonly unknown[]
  readonly parameters?: readonly { readonly name?: string; readonly in?: string; readonly required?: boolean; readonly $ref?: string }[]
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, { readonly schema?: Schema; readonly examples?: unknown }>> }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: Readonly<Record<string, { readonly schema?: Schema }>> }>>
}

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly $ref?: string
}

const documentOf = (operations: readonly Operation[], permissions = declaredPermissions): Document =>
  openApiDocument({ operations, permissions, texts: declaredTexts, version: '1.2.3' }) as unknown as Document

const tree = z.object({
  name: z.string(),
  get children() {
    return z.array(tree)
  },
})

/** One operation of every shape that the document must describe. */
const samples = [
  defineOperation({
    name: 'trees.prune-tree', summary: 'Prunes a tree', kind: 'command', http: { method: 'POST', path: '/trees/{number}/prune', status: 201 }, access: { permission: 'trees:prune' },
    input: z.union([z.object({ number: z.string(), branch: z.string() }), z.object({ number: z.string(), whole: z.literal(true) })]),
    output: z.object({ tree }), refusals: [{ code: 'trees.protected', kind: 'conflict' }], examples: [{ summary: 'One branch', input: { number: 'T1', branch: 'b' } }],
    run: async () => ({ tree: { name: '', children: [] } }),
  }),
  defineOperation({
    name: 'trees.list-trees', summary: 'Lists trees', kind: 'query', http: { method: 'GET', path: '/trees' }, access: 'public',
    input: z.object({ kind: z.string(), limit: z.coerce.number().int().min(1).max(100).default(20) }), output: tree, refusals: [],
    run: async () => ({ name: '', children: [] }),
  }),
  defineOperation({
    name: 'trees.add-picture', summary: 'Adds a picture', kind: 'command', http: { method: 'POST', path: '/trees/{number}/pictures', body: 'bytes' }, access: 'signed-in',
    input: z.object({ number: z.string(), name: z.string().optional(), bytes: z.instanceof(Uint8Array) }), output: z.object({ id: z.string() }), refusals: [],
    run: async () => ({ id: '' }),
  }),
  defineOperation({
    name: 'trees.get-picture', summary: 'Gives a picture', kind: 'query', http: { method: 'GET', path: '/trees/{number}/pictures' }, access: 'public',
    input: z.object({ number: z.string() }), output: z.instanceof(FileAnswer), refusals: [],
    run: async () => new FileAnswer(new Uint8Array(), 'image/png', 'tree.png'),
  }),
] as unknown as readonly Operation[]
const sampleDocument = documentOf(samples, { 'trees:prune': { roles: ['gardener'] } })

for (const [which, document] of [['our operations', documentOf(declaredOperations)], ['every shape of operation', sampleDocument]] as const) {
  test(`the API document of ${which} is valid OpenAPI 3.1 by two validators`, async () => {
    const first = await new Validator().validate(structuredClone(document) as unknown as Record<string, unknown>)
    assert.deepEqual([first.valid, first.errors], [true, undefined])
    const second = await check(document)
    assert.deepEqual([second.valid, 'errors' in second ? second.errors : [], second.warnings], [true, [], []])
  })
}

test('a document with a path parameter that is not described does not pass, so the check is not blind', async () => {
  const prune = { post: described('/trees/{number}/prune', 'post') }
  assert.equal((await check({ ...sampleDocument, paths: { '/trees/{name}/prune': prune } })).valid, false)
})

test('every operation with an HTTP line is in the document under its own name', () => {
  const names = Object.values(documentOf(declaredOperations).paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
  assert.deepEqual(names.toSorted(), declaredOperations.filter(({ http }) => http !== undefined).map(({ name }) => name).toSorted())
})

test('fields of the path leave the body, also where the body is a choice, and the example follows', () => {
  const prune = described('/trees/{number}/prune', 'post')
  assert.deepEqual(prune.parameters?.map((one) => one.$ref ?? `${one.in} ${one.name} ${one.required}`), ['path number true', '#/components/parameters/IdempotencyKey'])
  const body = prune.requestBody?.content['application/json']
  assert.deepEqual(body?.schema?.anyOf?.map((choice) => choice.required), [['branch'], ['whole']])
  assert.deepEqual(body?.examples, { example1: { summary: 'One branch', value: { branch: 'b' } } })
})

test('fields of a query are parameters; one with a default need not be given', () => {
  const list = described('/trees', 'get')
  assert.deepEqual(list.parameters?.map((one) => `${one.in} ${one.name} ${one.required}`), ['query kind true', 'query limit false'])
  assert.equal(list.requestBody, undefined)
  assert.deepEqual(list.security, [])
})

test('a file travels as bytes, its other fields in path and query', () => {
  const add = described('/trees/{number}/pictures', 'post')
  assert.deepEqual(add.parameters?.map((one) => one.name ?? one.$ref), ['number', 'name', '#/components/parameters/IdempotencyKey'])
  assert.deepEqual(Object.keys(add.requestBody?.content ?? {}), ['application/octet-stream'])
  assert.deepEqual(Object.keys(described('/trees/{number}/pictures', 'get').responses['200']?.content ?? {}), ['application/octet-stream'])
})

test('each status names the refusal codes that come with it', () => {
  const { responses } = described('/trees/{number}/prune', 'post')
  assert.deepEqual(Object.keys(responses), ['201', '400', '401', '403', '409', '413', '415', '422', '503', '507', 'default'])
  assert.match(responses['409']?.description ?? '', /`contract\.version-conflict`.*\n\n`trees\.protected`/s)
  assert.deepEqual(Object.keys(described('/trees', 'get').responses), ['200', '400', '503', 'default'])
})

test('a schema that contains itself stands among the components and is pointed to', () => {
  assert.deepEqual(described('/trees', 'get').responses['200']?.content['application/json']?.schema, { $ref: '#/components/schemas/trees.list-trees.output' })
  for (const [, target = ''] of JSON.stringify(sampleDocument).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) assert.ok(target in sampleDocument.components.schemas, target)
})

function described(path: string, method: string): OperationObject {
  const operation = sampleDocument.paths[path]?.[method]
  assert.ok(operation, `${method} ${path}`)
  return operation
}

// The validator resolves references in place, so it gets a copy.
function check(document: Document): ReturnType<typeof validate> {
  return validate(structuredClone(document) as unknown as Parameters<typeof validate>[0])
}

test('spectral finds no error in the document of the whole API', async () => {
  const linter = new spectral.Spectral()
  linter.setRuleset({ extends: [[rulesets.oas as unknown as RulesetDefinition, 'all']] })
  const found = await linter.run(JSON.parse(JSON.stringify(documentOf(declaredOperations))) as Record<string, unknown>)
  const errors = found.filter((finding) => Number(finding.severity) === 0)
  assert.deepEqual(errors.map(({ code, path }) => `${code} ${path.join('/')}`), [])
})
