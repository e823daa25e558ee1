import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { isPermitted } from '#kernel/access/permissions.ts'
import type { Operation } from '#kernel/contract/operation.ts'
import { type DoorAnswer, openTestDoors } from '#test/harness/doors.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { fingerprint } from './fingerprint.ts'
import { matrixCallers } from './matrix-callers.ts'
import { recordOf } from './matrix-records.ts'
import { type FieldValues, knownValues, requestOf, smallestInput } from './request-input.ts'

// Every text of every operation that is served, one after the other, filled with what breaks programs. A text that the database
// cannot keep is refused; any other is either refused by a rule or kept as the text that it is, and never a fault.

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const doors = openTestDoors(office)
const callers = await matrixCallers(office)
const known = await knownValues(office)

const unstorable = ['張\0三', '\ud800 half']
const hostile = [`'); DROP TABLE matters; --`, '<script>alert(1)</script><img src=x onerror=alert(1)>', '长'.repeat(10_000), '9'.repeat(10_000), '{{7*7}}${7*7}%00%n', '\u202e\u200b\ufeff']

for (const operation of office.app.operations.filter(({ http }) => http !== undefined)) {
  test(`${operation.name} takes no text for more than a text`, async () => {
    const kind = recordOf(operation)
    const reached = kind?.reachedBy(operation.name) ?? []
    const permitted = callers.filter(({ caller }) => allows(operation, caller))
    const asking = permitted.find(({ name }) => reached.some((one) => name === one || name.startsWith(`${one} `))) ?? permitted[0]
    assert.ok(asking)
    const input = smallestInput(operation, known, await kind?.make(office))
    const paths = textsIn(input)
    const send = (text: string, path: readonly string[]): Promise<DoorAnswer> => doors(...requestOf(operation, withText(input, path, text), asking.caller))
    const before = await fingerprint(office)
    for (const path of paths) {
      for (const text of unstorable) {
        // Half a character cannot be sent in an address: it arrives as U+FFFD, which is a character.
        if (!text.isWellFormed() && isInAddress(operation, path)) continue
        const { status, json } = await send(text, path)
        assert.deepEqual([status, json['code']], [400, 'contract.invalid-input'], path.join('/'))
      }
    }
    assert.deepEqual(await fingerprint(office), before)
    for (const path of paths) {
      for (const text of hostile) {
        const answer = await send(text, path)
        assert.ok(answer.status < 500, `${path.join('/')} ${JSON.stringify(text.slice(0, 30))}: ${answer.text.slice(0, 200)}`)
        assert.match(answer.headers.get('content-type') ?? '', /^application\/(?:problem\+json|json|pdf|octet-stream|zip)|^(?:text\/csv|application\/vnd)/)
        assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
      }
    }
  })
}

test('after all this the tables stand', async () => {
  assert.ok(((await fingerprint(office))['matters'] ?? 0) > 0)
})

function allows({ access }: Operation, caller: (typeof callers)[number]['caller']): boolean {
  if (access === 'public') return true
  return access === 'signed-in' ? caller.kind !== 'anonymous' : isPermitted(office.app.permissions, access.permission, caller)
}

/** The paths of every text in an input, and of the text fields that an input could have beside them. */
function textsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (path.length > 3) return []
  if (typeof value === 'string') return [path]
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return []
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, [...path, name]))
}

function withText(input: FieldValues, path: readonly string[], text: string): FieldValues {
  const copy = structuredClone(input) as Record<string, unknown>
  const parent = path.slice(0, -1).reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, copy)
  parent[path.at(-1) ?? ''] = text
  return copy
}

function isInAddress({ http }: Operation, [field = '']: readonly string[]): boolean {
  return http?.method === 'GET' || http?.method === 'DELETE' || http?.body === 'bytes' || (http?.path.includes(`{${field}}`) ?? false)
}
