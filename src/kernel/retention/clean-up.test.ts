import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { z } from 'zod'
import { anonymous, type Caller, law } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { closeSession, findCaller, openSession } from '#kernel/session/sessions.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())
const { db } = office.database
const hourMs = 3_600_000
const person: Caller = { kind: 'person', id: '01990000-0000-7000-8000-000000000001', level: 1, name: '李*' }

let given = 0
const count = defineOperation({
  name: 'trial.count', summary: 'Counts', kind: 'command', access: 'public', input: z.object({}), output: z.object({ given: z.int() }), refusals: [],
  run: async () => ({ given: ++given }),
})
const ask = async (idempotencyKey: string): Promise<number> => ((await office.app.run(count, anonymous, {}, { idempotencyKey })) as { given: number }).given
const openToken = async (now: Date): Promise<string> => (await openSession(db, person, { kind: 'token', now })).token
const cleanUp = () => office.call('kernel.clean-up', law, {})

test('the answer of a key is kept over a long weekend and then forgotten', async () => {
  const first = await ask('k')
  office.clock.advance(95 * hourMs)
  await cleanUp()
  assert.equal(await ask('k'), first)
  office.clock.advance(2 * hourMs)
  assert.deepEqual(await cleanUp(), { answers: 1, sessions: 0, phoneCodes: 0, uploads: 0 })
  assert.notEqual(await ask('k'), first)
})

test('a session goes a month after its end; one that is open stays', async () => {
  const now = office.clock.now()
  const [ended, open] = [await openToken(now), await openToken(now)]
  await closeSession(db, ended, now)
  office.clock.advance(30 * 24 * hourMs)
  assert.equal((await cleanUp()).sessions, 0)
  office.clock.advance(1)
  assert.equal((await cleanUp()).sessions, 1)
  assert.deepEqual(await findCaller(db, open, office.clock.now()), person)
  assert.deepEqual(await findCaller(db, ended, office.clock.now()), anonymous)
})

test('a phone code goes a day after it expired', async () => {
  await office.call('subjects.request-phone-code', anonymous, { phone: '13800000001' })
  office.clock.advance(24 * hourMs)
  assert.equal((await cleanUp()).phoneCodes, 0)
  office.clock.advance(hourMs)
  assert.equal((await cleanUp()).phoneCodes, 1)
})

test('nobody but the program cleans up', async () => {
  const administrator: Caller = { kind: 'staff', id: 'HD0011', name: '张三', unitId: 'office', roles: [{ role: 'administrator', unitId: 'office' }] }
  await assert.rejects(office.call('kernel.clean-up', administrator, {}), { code: 'contract.not-permitted' })
})
