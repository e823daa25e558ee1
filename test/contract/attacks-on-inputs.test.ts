import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { z } from 'zod'
import { isPermitted } from '#kernel/access/permissions.ts'
import type { Operation } from '#kernel/contract/operation.ts'
import { personCaller } from '#test/harness/callers.ts'
import { foodApplication } from '#test/harness/cases.ts'
import { type DoorAnswer, openTestDoors } from '#test/harness/doors.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { matrixCallers } from './matrix-callers.ts'
import { recordOf } from './matrix-records.ts'
import { type FieldValues, knownValues, requestOf, smallestInput } from './request-input.ts'

// What a client adds to an input, walked over every operation that is served: fields that it has no business to set (mass
// assignment), and names that mean something to the language (prototype pollution).

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const doors = openTestDoors(office)
const callers = await matrixCallers(office)
const known = await knownValues(office)
const served = office.app.operations.filter(({ http }) => http !== undefined)

/** Fields by which rows tell whose they are, what state they are in and who may do what. */
const planted = { owner: 'person:1', state: 'decided', outcome: 'approve', paid: true, roles: [{ role: 'administrator', unitId: 'x' }], isAdmin: true, caller: { kind: 'system' }, now: '2000-01-01', createdAt: '2000-01-01', simulated: true }

/** Fields whose names the writer of a form chooses: answers and values of the item's own form, which the rules of the item then check. */
const namedByItems = [
  'cases.save-draft /content/answers',
  'cases.save-draft /content/form',
  'cases.save-draft /content/materials',
  'cases.submit-case /answers',
  'cases.submit-case /form',
  'catalogue.check-draft /item/marks',
  'catalogue.get-guide /answers',
  'catalogue.save-draft /item/marks',
  'hotline.answer-order /application/answers',
]

test('a field that an operation does not declare never reaches it: it is refused or left out', () => {
  for (const operation of served) {
    const { success, data } = operation.input.safeParse({ ...smallestInput(operation, known), ...planted })
    if (!success) continue
    const declared = new Set(Object.keys((operation.input as z.ZodObject).shape))
    assert.deepEqual(Object.keys(data as object).filter((name) => !declared.has(name)), [], operation.name)
  }
})

test('no part of any input is open to names of the client’s own, except the answers to an item’s own questions', () => {
  const open = served.flatMap((operation) => openParts(z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema).map((path) => `${operation.name} ${path}`))
  assert.deepEqual([...new Set(open)].toSorted(), namedByItems)
})

test('an application that says that it is paid, decided and somebody else’s is refused with each of these fields', async () => {
  const person = await personCaller(office, 'zhang-xiaomei')
  for (const field of Object.keys(planted)) {
    const answer = await doors('POST', '/cases', { as: person, json: { ...foodApplication(), [field]: planted[field as keyof typeof planted] } })
    assert.deepEqual([answer.status, answer.json['code']], [400, 'contract.invalid-input'], field)
  }
})

const names = ['__proto__', 'constructor', 'toString']
const pollution = '{"polluted":"yes","toString":1,"roles":[{"role":"administrator"}]}'

function assertClean(): void {
  const plain: Record<string, unknown> = {}
  assert.deepEqual([plain['polluted'], plain['roles'], typeof plain.toString, Object.keys(Object.prototype)], [undefined, undefined, 'function', []])
}

for (const operation of served) {
  test(`${operation.name} takes a name of the language for a text`, async () => {
    const kind = recordOf(operation)
    const reached = kind?.reachedBy(operation.name) ?? []
    const permitted = callers.filter(({ caller }) => allows(operation, caller))
    const asking = permitted.find(({ name }) => reached.some((one) => name === one || name.startsWith(`${one} `))) ?? permitted[0]
    assert.ok(asking)
    const input = smallestInput(operation, known, await kind?.make(office))
    const texts = Object.keys(input).filter((field) => typeof input[field] === 'string')
    for (const field of texts) {
      for (const name of names) assertNoFault(await doors(...requestOf(operation, { ...input, [field]: name }, asking.caller)), `${field}: ${name}`)
    }
    assertNoFault(await sendPolluted(operation, input, asking.caller), 'as fields')
    assertClean()
  })
}

test('answers and forms under names of the language are answers like others', async () => {
  const person = await personCaller(office, 'zhang-xiaomei')
  for (const name of names) {
    const json = JSON.parse(`{"answers":{"${name}":["new"]},"form":{"${name}":"x"},"materials":[]}`) as FieldValues
    const body = JSON.stringify({ implementCode: foodApplication().implementCode }).slice(0, -1)
    assertNoFault(await doors('POST', '/cases', { as: person, body: `${body},${JSON.stringify(json).slice(1)}`, headers: { 'content-type': 'application/json' } }), name)
    assertNoFault(await doors('POST', `/catalogue/items/${foodApplication().implementCode}/guide`, { json: { answers: json['answers'] } }), name)
  }
  assertClean()
})

function assertNoFault(answer: DoorAnswer, what: string): void {
  assert.ok(answer.status < 500, `${what}: ${answer.text.slice(0, 300)}`)
}

/** The request again with the names of the language as fields beside its own: in the body, else in the query. */
function sendPolluted(operation: Operation, input: FieldValues, as: Parameters<typeof requestOf>[2]): Promise<DoorAnswer> {
  const [method, path, request] = requestOf(operation, input, as)
  if (request.json === undefined) return doors(method, `${path}${path.includes('?') ? '&' : '?'}__proto__=a&__proto__=b&__proto__[polluted]=yes&constructor=x`, request)
  const own = JSON.stringify(request.json).slice(1, -1)
  const body = `{${own === '' ? '' : `${own},`}"__proto__":${pollution},"constructor":{"prototype":${pollution}}}`
  return doors(method, path, { as, body, headers: { 'content-type': 'application/json' } })
}

type Schema = Readonly<Record<string, unknown>>

/** The places of a JSON schema that take properties of any name. */
function openParts(schema: Schema, path = '', depth = 0): readonly string[] {
  if (depth > 12) return []
  const properties = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Schema>>)
  const choices = [...((schema['anyOf'] ?? []) as readonly Schema[]), ...((schema['oneOf'] ?? []) as readonly Schema[]), ...((schema['allOf'] ?? []) as readonly Schema[])]
  const isOpen = schema['type'] === 'object' && 'additionalProperties' in schema && schema['additionalProperties'] !== false
  return [
    ...(isOpen ? [path] : []),
    ...properties.flatMap(([name, part]) => openParts(part, `${path}/${name}`, depth + 1)),
    ...choices.flatMap((part) => openParts(part, path, depth + 1)),
    ...(typeof schema['items'] === 'object' ? openParts(schema['items'] as Schema, `${path}/*`, depth + 1) : []),
  ]
}

function allows({ access }: Operation, caller: (typeof callers)[number]['caller']): boolean {
  if (access === 'public') return true
  return access === 'signed-in' ? caller.kind !== 'anonymous' : isPermitted(office.app.permissions, access.permission, caller)
}
