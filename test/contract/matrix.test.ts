import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { isPermitted } from '#kernel/access/permissions.ts'
import type { Operation } from '#kernel/contract/operation.ts'
import { openSession } from '#kernel/session/sessions.ts'
import { getItemInForce } from '#modules/catalogue/index.ts'
import { foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { createDoors } from '../../src/serve.ts'
import { type MatrixCaller, matrixCallers, ownUnit } from './matrix-callers.ts'
import { recordOf } from './matrix-records.ts'
import { type FieldValues, smallestInput } from './request-input.ts'

// Every operation that is served, asked by every caller, about a record that exists and about one that does not. What must come
// out is derived from the declared access and from who reaches the record, never written down for a single operation.

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const doors = createDoors(office.app, undefined)
const callers = await matrixCallers(office)
const served = office.app.operations.filter(({ http }) => http !== undefined)

/** What a schema cannot tell: identifiers of the shipped catalogue and of the office. */
const known: FieldValues = {
  implementCode: foodLicence.implementCode,
  unitId: ownUnit,
  key: 'zhang-xiaomei',
  before: 1,
  after: 1,
  version: 1,
  bytes: Buffer.from('%PDF-1.4\n%%EOF\n'),
  item: await wholeDraft(),
}

interface Answer {
  readonly status: number
  readonly code: string | undefined
}

for (const operation of served) {
  test(`${operation.name} is open to whom its access says, and a foreign record looks like none`, async () => {
    const kind = recordOf(operation)
    const existing = { ...known, ...(await kind?.make(office)) }
    const input = smallestInput(operation, existing)
    for (const one of callers) {
      const answer = await ask(operation, input, one)
      const who = `${one.name}: ${answer.status} ${answer.code ?? ''}`
      const expected = expectedRefusal(operation, one)
      if (expected !== undefined) {
        assert.deepEqual(answer, expected, who)
        continue
      }
      assert.notEqual(answer.status, 500, who)
      assert.ok(!['contract.sign-in-required', 'contract.not-permitted', 'contract.invalid-input', 'contract.method-not-allowed'].includes(answer.code ?? ''), who)
      if (kind === undefined) continue
      if (reaches(kind.reachedBy(operation.name), one)) {
        assert.ok(![401, 403, 404].includes(answer.status), who)
      } else if (operation.access !== 'public' || one.name === 'foreign person') {
        assert.deepEqual(answer, await ask(operation, { ...input, ...among(input, kind.missing(existing)) }, one), `${who} tells a foreign record from a missing one`)
        assert.equal(answer.status, 404, who)
      }
    }
  })
}

test('no operation is served that the matrix does not know, and what is not served has no address', async () => {
  const hidden = office.app.operations.filter(({ http }) => http === undefined)
  assert.equal(served.length + hidden.length, office.app.operations.length)
  for (const { name } of hidden) assert.ok([404, 405].includes((await doors.request(`/api/v1/${name.replace('.', '/')}`, { method: 'POST' })).status), name)
})

test('a caller without any role is refused where a permission is asked for, so the matrix can fail', async () => {
  const accept = served.find(({ name }) => name === 'cases.accept-case')
  assert.ok(accept)
  const nobody: MatrixCaller = { name: 'nobody', caller: { kind: 'staff', id: 'HD0019', name: '', unitId: ownUnit, roles: [] } }
  assert.deepEqual(await ask(accept, { number: '11440114MB2C00144C4440114005000209901019999' }, nobody), { status: 403, code: 'contract.not-permitted' })
})

/** The refusal that comes before any record is looked at. */
function expectedRefusal({ access }: Operation, { caller }: MatrixCaller): Answer | undefined {
  if (access === 'public') return undefined
  const permitted = access === 'signed-in' ? caller.kind !== 'anonymous' : isPermitted(office.app.permissions, access.permission, caller)
  if (permitted) return undefined
  return caller.kind === 'anonymous' ? { status: 401, code: 'contract.sign-in-required' } : { status: 403, code: 'contract.not-permitted' }
}

function reaches(names: readonly string[], { name }: MatrixCaller): boolean {
  return names.some((reached) => name === reached || name.replace(/ (?:own|foreign)$/, '') === reached)
}

/** A draft must be a whole item: the one in force, without what publishing gives it. */
async function wholeDraft(): Promise<unknown> {
  const { item } = await getItemInForce(office.app.db, foodLicence.implementCode, '2026-09-07')
  const { state: _state, version: _version, effectiveFrom: _from, effectiveTo: _to, ...draft } = item
  return draft
}

/** Of the values, those of fields that the input has. */
function among(input: FieldValues, values: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name in input))
}

/** Asks over HTTP under a session of its own, because some operations end the session that asks. */
async function ask({ http }: Operation, input: FieldValues, { caller }: MatrixCaller): Promise<Answer> {
  assert.ok(http)
  const token = caller.kind === 'anonymous' ? undefined : await openSession(office.app.db, caller, 'token', office.clock.now())
  const rest = new Map(Object.entries(input))
  const path = http.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest.get(name))
    rest.delete(name)
    return encodeURIComponent(value)
  })
  const bytes = rest.get('bytes')
  rest.delete('bytes')
  const inQuery = http.method === 'GET' || http.method === 'DELETE' || http.body === 'bytes'
  const query = inQuery ? `?${new URLSearchParams([...rest].map(([name, value]) => [name, String(value)]))}` : ''
  const response = await doors.request(`/api/v1${path}${query}`, {
    method: http.method,
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...(!inQuery && { 'content-type': 'application/json' }) },
    ...(!inQuery && { body: JSON.stringify(Object.fromEntries(rest)) }),
    ...(http.body === 'bytes' && { body: bytes as Uint8Array<ArrayBuffer> }),
  })
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json')
  return { status: response.status, code: isProblem ? ((await response.json()) as { readonly code: string }).code : undefined }
}
