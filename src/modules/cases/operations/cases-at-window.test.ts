import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { StaffCaller } from '#kernel/access/caller.ts'
import { clerk, personCaller, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { aCaseOwingAFee, aDecidedCase, anAcceptedCase, aSubmittedCase, foodLicence, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice()
after(() => office.close())
const windowClerk = await clerk(office)
const zhang = await personCaller(office, 'zhang-xiaomei')

/** Lays the card of 张晓梅 on the reader of a window. */
async function showCard(at: StaffCaller): Promise<string> {
  const reading = await office.call('kernel.read-identity-card', at, { card: 'zhang-xiaomei' })
  return (await office.call('subjects.find-or-register-person', at, reading)).id
}

test('whoever shows his card need bring no number: the clerk sees each of his cases, and what the window can do in it now', async () => {
  const [filed, told, owing, decided] = [await aSubmittedCase(office), await aSubmittedCase(office), await aCaseOwingAFee(office), await aDecidedCase(office)]
  await office.call('cases.request-correction', windowClerk, { number: told.number, defects: [{ material: 'm4', standard: 0 }] })
  await office.call('cases.issue-case', windowClerk, { number: decided.number })
  const promised = await anAcceptedCase(office, { materials: [{ material: 'm3', by: 'paper', copies: 1 }, { material: 'm4', by: 'gap' }, { material: 'm6', by: 'paper', copies: 1 }] })
  const accepted = await anAcceptedCase(office)
  const { items } = await office.call('cases.list-cases-at-window', windowClerk, { personId: await showCard(windowClerk), limit: 100 })
  const nextOf = (number: string) => items.find((one) => one.number === number)?.next
  assert.deepEqual([filed, told, owing, decided, promised, accepted].map(({ number }) => nextOf(number)), ['check', 'correct', 'pay', 'deliver', 'supply', null])
  const places = items.map(({ next }) => next === null)
  assert.deepEqual(places, places.toSorted((a, b) => Number(a) - Number(b)), 'where something can be done comes first')
  assert.ok(items.every(({ applicantName }) => applicantName === '张**'))
})

test('what is at its end stands in a list of its own, and each page of the list is followed by the next', async () => {
  const withdrawn = await aSubmittedCase(office)
  await office.call('cases.withdraw-case', zhang, { number: withdrawn.number, reason: '计划有变' })
  const personId = await showCard(windowClerk)
  const numbersOf = async (input: Readonly<Record<string, string>>) => (await office.call('cases.list-cases-at-window', windowClerk, { personId, limit: 100, ...input })).items.map(({ number }) => number)
  assert.ok(!(await numbersOf({})).includes(withdrawn.number))
  assert.ok((await numbersOf({ ended: 'true' })).includes(withdrawn.number))
  const { items: [newest], nextCursor } = await office.call('cases.list-cases-at-window', windowClerk, { personId, limit: 1 })
  const rest = await numbersOf({ cursor: nextCursor ?? assert.fail('there is no second page') })
  assert.deepEqual(rest, (await numbersOf({})).filter((number) => number !== newest?.number))
})

test('the list opens to the clerk who read the card, within the hour, and every reading is written down where the person sees it', async () => {
  const personId = await showCard(windowClerk)
  const before = await readings()
  await office.call('cases.list-cases-at-window', windowClerk, { personId })
  assert.equal(await readings(), before + 1)
  await assert.rejects(office.call('cases.list-cases-at-window', await clerk(office, 1), { personId }), { code: 'subjects.unknown' })
  await assert.rejects(office.call('cases.list-cases-at-window', await reviewerOf(office, foodLicence.unit), { personId }), { code: 'contract.not-permitted' })
  const now = office.clock.now()
  office.clock.set(new Date(now.getTime() + 61 * 60_000))
  await assert.rejects(office.call('cases.list-cases-at-window', windowClerk, { personId }), { code: 'subjects.unknown' })
  assert.equal(await readings(), before + 1)
  office.clock.set(now)

  async function readings(): Promise<number> {
    const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM access_log WHERE subject_id = ${personId} AND act = 'unmask' AND detail @> '{"list": "cases"}'`.execute(office.database.db)
    return rows[0]?.count ?? 0
  }
})

test('a case is found by its whole number or by its last twelve digits, by whoever may see it; for anybody else it is a number that was never given', async () => {
  const { number } = await anAcceptedCase(office)
  const found = async (caller: Parameters<typeof office.call>[1], asked: string) => (await office.call('cases.find-cases', caller, { number: asked })).items.map((one) => one.number)
  const stranger = await personCaller(office, 'wang-yuting')
  const elsewhere = await reviewerOf(office, 'chengshi-guanli')
  for (const asked of [number, number.slice(-12)]) {
    for (const caller of [windowClerk, zhang, await reviewerOf(office, foodLicence.unit), await staffCaller(office, 'HD0013')]) assert.deepEqual(await found(caller, asked), [number], caller.id)
    for (const caller of [stranger, elsewhere]) assert.deepEqual(await found(caller, asked), [], caller.id)
  }
  for (const unknown of [`${number.slice(0, -4)}9999`, '209902300001', '202613010001', '202609079999']) assert.deepEqual(await found(windowClerk, unknown), [], unknown)
})

test('a reviewer finds a case that he has handled and that left him', async () => {
  const { number } = await aDecidedCase(office)
  setTime(office, '2026-10-12')
  assert.deepEqual((await office.call('cases.find-cases', await reviewerOf(office, foodLicence.countersigner), { number })).items.map(({ state }) => state), ['decided'])
})
