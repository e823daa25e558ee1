import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { clerk, personCaller } from '#test/harness/callers.ts'
import { aSubmittedCase, foodApplication } from '#test/harness/cases.ts'
import { openTestDoors } from '#test/harness/doors.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const doors = openTestDoors(office)
const person = await personCaller(office, 'zhang-xiaomei')
const windowClerk = await clerk(office)
const submit = (key: string, as = person, json = foodApplication()) => doors('POST', '/cases', { as, json, headers: { 'idempotency-key': key } })

async function countCases(): Promise<number> {
  const { rows } = await office.database.pool.query<{ n: number }>(`SELECT count(*) AS n FROM matters WHERE kind = 'case'`)
  return rows[0]?.n ?? 0
}

test('a command sent twice under one key is done once and answered alike, with the same status', async () => {
  const before = await countCases()
  const key = randomUUID()
  const [first, again] = [await submit(key), await submit(key)]
  assert.equal(first.status, 201)
  assert.deepEqual([again.status, again.json], [first.status, first.json])
  assert.equal(await countCases(), before + 1)
})

test('the order of the fields does not make another request of it', async () => {
  const key = randomUUID()
  const first = await submit(key)
  const turned = await submit(key, person, Object.fromEntries(Object.entries(foodApplication()).toReversed()) as ReturnType<typeof foodApplication>)
  assert.deepEqual([turned.status, turned.json], [201, first.json])
})

test('ten equal requests at the same time are one command, and all ten get its answer', async () => {
  const before = await countCases()
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 10 }, () => submit(key)))
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201])
  assert.equal(new Set(answers.map(({ json }) => json['number'])).size, 1)
  assert.equal(await countCases(), before + 1)
})

test('the same key with another body is refused and changes nothing', async () => {
  const key = randomUUID()
  await submit(key)
  const before = await countCases()
  const other = await submit(key, person, foodApplication({ delivery: { kind: 'window', hallId: 'qu-zhengwu' } }))
  assert.deepEqual([other.status, other.json['code']], [422, 'contract.idempotency-key-reused'])
  assert.equal(await countCases(), before)
})

test('keys of two persons do not meet', async () => {
  const key = randomUUID()
  const [first, second] = [await submit(key), await submit(key, await personCaller(office, 'li-guoqiang'))]
  assert.deepEqual([first.status, second.status], [201, 201])
  assert.notEqual(first.json['number'], second.json['number'])
})

test('a refused command leaves its key free, so that it can be sent again when the reason is gone', async () => {
  const { number } = await aSubmittedCase(office)
  const key = randomUUID()
  const deliver = () => doors('POST', `/cases/${number}/receive`, { as: windowClerk, json: { expectedVersion: 7 }, headers: { 'idempotency-key': key } })
  assert.equal((await deliver()).status, 409)
  const received = await doors('POST', `/cases/${number}/receive`, { as: windowClerk, json: {}, headers: { 'idempotency-key': key } })
  assert.equal(received.status, 200)
})

test('a key that is no visible ASCII or too long is refused', async () => {
  for (const key of ['k'.repeat(201), 'two words', 'é']) {
    const answer = await submit(key)
    assert.deepEqual([answer.status, answer.json['code']], [400, 'contract.idempotency-key-invalid'], key.slice(0, 20))
  }
})
