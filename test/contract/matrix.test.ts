import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { isPermitted } from '#kernel/access/permissions.ts'
import type { Operation } from '#kernel/contract/operation.ts'
import { openTestDoors } from '#test/harness/doors.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { type MatrixCaller, matrixCallers, ownUnit } from './matrix-callers.ts'
import { recordOf } from './matrix-records.ts'
import { type FieldValues, knownValues, requestOf, smallestInput } from './request-input.ts'

// Every operation that is served, asked by every caller, about a record that exists and about one that does not. What must come
// out is derived from the declared access and from who reaches the record, never written down for a single operation.

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const doors = openTestDoors(office)
const callers = await matrixCallers(office)
const served = office.app.operations.filter(({ http }) => http !== undefined)

const known = await knownValues(office)

interface Answer {
  readonly status: number
  readonly code: string | undefined
}

for (const operation of served) {
  test(`${operation.name} is open to whom its access says, and a foreign record looks like none`, async () => {
    const kind = recordOf(operation)
    const existing = (await kind?.make(office)) ?? {}
    const input = smallestInput(operation, known, existing)
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
  for (const { name } of hidden) assert.ok([404, 405].includes((await doors('POST', `/${name.replace('.', '/')}`)).status), name)
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

/** Of the values, those of fields that the input has. */
function among(input: FieldValues, values: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name in input))
}

async function ask(operation: Operation, input: FieldValues, { caller }: MatrixCaller): Promise<Answer> {
  const { status, json } = await doors(...requestOf(operation, input, caller))
  return { status, code: json['code'] as string | undefined }
}
