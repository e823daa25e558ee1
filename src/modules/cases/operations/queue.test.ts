import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { InputOf } from '#app'
import type { StaffCaller } from '#kernel/access/caller.ts'
import { approverOf, headOf, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { aDecidedCase, anAcceptedCase, aReviewedCase, foodLicence, giveOpinions, publishItem, routeWith, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice()
after(() => office.close())
const head = await headOf(office, foodLicence.unit)

/** Two items, filed on different days: what is due first was not filed first. */
setTime(office, '2026-09-07')
const urgent = await publishItem(office, 11, { name: '甲事项', route: routeWith({ internalLimit: { value: 2, unit: 'WORKING_DAY' } }) })
const slow = await publishItem(office, 12, { name: '乙事项', promisedLimit: { value: 15, unit: 'WORKING_DAY' }, route: routeWith({ internalLimit: { value: 15, unit: 'WORKING_DAY' } }) })
const filed: string[] = []
for (const [day, implementCode] of [['2026-09-07', slow], ['2026-09-08', urgent], ['2026-09-09', slow], ['2026-09-10', urgent]] as const) {
  setTime(office, day)
  filed.push((await anAcceptedCase(office, { implementCode })).number)
}
const [slowFirst = '', urgentFirst = '', slowLast = '', urgentLast = ''] = filed

/** The cases of the two items in the order of the queue, each once, read in pages of so many. */
async function queueOf(caller: StaffCaller, asked: InputOf<'cases.list-queue'>, limit = 3): Promise<readonly string[]> {
  const numbers: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(cursor)
    assert.ok(page.items.length <= limit)
    numbers.push(...page.items.filter(({ task }) => task === 'step:review').map(({ number }) => number))
    cursor = page.nextCursor
  } while (cursor !== null)
  return numbers.filter((number) => filed.includes(number))

  function readPage(from: string | null) {
    return office.call('cases.list-queue', caller, { ...asked, limit, ...(from !== null && { cursor: from }) })
  }
}

test('a queue goes by urgency unless told, by receipt, or by item and then urgency; each page goes on where the one before ended', async () => {
  for (const limit of [1, 2, 3, 100]) {
    assert.deepEqual(await queueOf(head, {}, limit), [urgentFirst, urgentLast, slowFirst, slowLast], `urgency by ${limit}`)
    assert.deepEqual(await queueOf(head, { order: 'receipt' }, limit), filed, `receipt by ${limit}`)
    assert.deepEqual((await queueOf(head, { order: 'item' }, limit)).toSorted(), filed.toSorted())
    const byItem = await queueOf(head, { order: 'item' }, limit)
    assert.deepEqual([byItem.filter((number) => [urgentFirst, urgentLast].includes(number)), byItem.filter((number) => [slowFirst, slowLast].includes(number))], [[urgentFirst, urgentLast], [slowFirst, slowLast]])
    assert.ok([`${urgentFirst} ${urgentLast}`, `${slowFirst} ${slowLast}`].every((pair) => byItem.join(' ').includes(pair)), `item by ${limit}`)
  }
})

test('a queue is narrowed by item, and by words of what it shows: number, item, masked name', async () => {
  assert.deepEqual(await queueOf(head, { item: urgent }), [urgentFirst, urgentLast])
  assert.deepEqual(await queueOf(head, { q: '乙事项' }), [slowFirst, slowLast])
  assert.deepEqual(await queueOf(head, { q: urgentLast.slice(-16) }), [urgentLast])
  assert.deepEqual(await queueOf(head, { q: '张**', item: slow, order: 'receipt' }, 1), [slowFirst, slowLast])
  assert.deepEqual(await queueOf(head, { q: '晓梅' }), [], 'the name behind the mask is not searched')
  assert.deepEqual(await queueOf(head, { q: '%' }), [])
})

test('whoever asks for the queue by any order or word sees no task of another unit', async () => {
  const elsewhere = await reviewerOf(office, 'chengshi-guanli')
  for (const asked of [{ order: 'receipt' }, { order: 'item' }, { q: '事项' }, { item: slow }, { stopped: 'true' }] as const) assert.deepEqual(await queueOf(elsewhere, asked), [])
})

test('what stands in a special procedure is a list of its own, and above the queue stands how much each list holds', async () => {
  const { number } = await anAcceptedCase(office)
  const drawn = await drawnFor(number)
  const before = await office.call('cases.summarise-queue', drawn, { mine: 'true' })
  await office.call('cases.suspend-case', drawn, { number, cause: 'expertReview', reason: '需要专家论证', limit: { value: 10, unit: 'WORKING_DAY' } })
  const after = await office.call('cases.summarise-queue', drawn, { mine: 'true' })
  assert.deepEqual([after.mine, after.stopped], [before.mine, before.stopped + 1])
  assert.ok((await office.call('cases.list-queue', drawn, { mine: 'true', stopped: 'true' })).items.some((line) => line.number === number && line.stopped))
  assert.equal((await office.call('cases.list-queue', drawn, { mine: 'true', limit: 100 })).items.length, after.mine)
  assert.equal(after.items.reduce((sum, { count }) => sum + count, 0), after.mine)
})

test('what an officer did waits for others until the case ends, and stays among what was done this month', async () => {
  const reviewer = await reviewerOf(office, foodLicence.unit)
  const { number } = await aReviewedCase(office)
  const handled = async (caller: StaffCaller, view: 'waiting' | 'done') => (await office.call('cases.list-handled', caller, { view, limit: 100 })).items.filter((one) => one.number === number)
  assert.deepEqual((await handled(reviewer, 'waiting')).map(({ kind, opinion, heldBy }) => [kind, opinion, heldBy]), [['REVIEW', 'agree', 'unit']])
  const approver = await approverOf(office, foodLicence.unit)
  await office.call('cases.decide-case', approver, { number, result: 'approve' })
  assert.deepEqual(await handled(reviewer, 'waiting'), [])
  assert.deepEqual((await handled(reviewer, 'done')).map(({ state }) => state), ['decided'])
  assert.deepEqual((await handled(approver, 'done')).map(({ kind }) => kind), ['APPROVE'])
  const { done, waiting } = await office.call('cases.summarise-queue', reviewer, {})
  assert.deepEqual([(await office.call('cases.list-handled', reviewer, { view: 'done', limit: 100 })).items.length, (await office.call('cases.list-handled', reviewer, { view: 'waiting', limit: 100 })).items.length], [done, waiting])
})

test('an opinion that was returned is no longer done; in the next month the list of the month begins anew', async () => {
  const reviewer = await reviewerOf(office, foodLicence.unit)
  const { number } = await aReviewedCase(office)
  const done = async () => (await office.call('cases.list-handled', reviewer, { view: 'done', limit: 100 })).items.some((one) => one.number === number)
  assert.ok(await done())
  await office.call('cases.return-case', await approverOf(office, foodLicence.unit), { number, step: 'review', reason: '没有写明面积' })
  assert.equal(await done(), false)
  await giveOpinionAgain(number)
  assert.ok(await done())
  const now = office.clock.now()
  setTime(office, '2026-10-08')
  assert.equal(await done(), false)
  office.clock.set(now)
})

test('pages of what was done follow each other, and a clerk or the supervisor who did nothing has empty lists', async () => {
  const reviewer = await reviewerOf(office, foodLicence.countersigner)
  await aDecidedCase(office)
  const { number } = await anAcceptedCase(office)
  await giveOpinions(office, number)
  const whole = (await office.call('cases.list-handled', reviewer, { view: 'done', limit: 100 })).items.map((one) => one.number)
  const first = await office.call('cases.list-handled', reviewer, { view: 'done', limit: 1 })
  const rest = await office.call('cases.list-handled', reviewer, { view: 'done', limit: 100, cursor: first.nextCursor ?? assert.fail('no second page') })
  assert.deepEqual([...first.items, ...rest.items].map((one) => one.number), whole)
  assert.deepEqual((await office.call('cases.list-handled', await staffCaller(office, 'HD0013'), { view: 'done' })).items, [])
})

/** The officer who was drawn for the review of a case. */
async function drawnFor(number: string): Promise<StaffCaller> {
  const { steps } = await office.call('cases.get-case', head, { number })
  return staffCaller(office, steps.find(({ key }) => key === 'review')?.personId ?? assert.fail('nobody was drawn'))
}

async function giveOpinionAgain(number: string): Promise<void> {
  await office.call('cases.review-case', await reviewerOf(office, foodLicence.unit), { number, opinion: 'agree', text: '面积42平方米', officers: ['HD0076', 'HD0077'] })
}
