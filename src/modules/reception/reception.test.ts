import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { clerk, staffCaller } from '#test/harness/callers.ts'
import { mondayMorning, openTestOffice, type TestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
let day = 0
// Each test has a day of its own: a list begins anew each morning.
beforeEach(() => office.clock.set(new Date(mondayMorning.getTime() + 86_400_000 * (day += 1))))

const inHall = await clerkOf(office, 'qu-zhengwu')
const beside = await clerkOf(office, 'qu-zhengwu', 1)
const manager = await staffCaller(office, 'HD0006')
const minutesLater = (minutes: number): void => office.clock.set(new Date(office.clock.now().getTime() + minutes * 60_000))
const take = (kind: 'general' | 'priority' = 'general') => office.call('reception.take-ticket', inHall, { kind })

async function clerkOf(from: TestOffice, hallId: string, place = 0): ReturnType<typeof clerk> {
  const clerks = []
  for (let at = 0; clerks.length <= place; at += 1) {
    const one = await clerk(from, at)
    if (one.hallId === hallId) clerks.push(one)
  }
  return clerks[place] ?? assert.fail('no such clerk')
}

test('numbers are called in the order of arrival, priority numbers first', async () => {
  assert.deepEqual([(await take()).number, (await take()).number], ['A001', 'A002'])
  const { number, ahead } = await take('priority')
  assert.deepEqual([number, ahead], ['Y001', 0])
  assert.equal((await office.call('reception.call-next', inHall, {})).number, 'Y001')
  assert.equal((await office.call('reception.call-next', beside, {})).number, 'A001')
})

test('a clerk has one number at a time: called, at the window, done', async () => {
  await take()
  await take()
  minutesLater(7)
  const called = await office.call('reception.call-next', inHall, {})
  assert.deepEqual([called.state, called.waitingMinutes], ['called', 7])
  await assert.rejects(office.call('reception.call-next', inHall, {}), { message: 'reception.one-at-a-time' })
  assert.equal((await office.call('reception.start-service', inHall, {})).state, 'serving')
  minutesLater(12)
  const { current, waiting, next } = await office.call('reception.get-window', inHall, {})
  assert.deepEqual([current?.number, current?.waitingMinutes, waiting, next[0]?.waitingMinutes], ['A001', 7, 1, 19])
  await office.call('reception.finish-service', inHall, {})
  assert.equal((await office.call('reception.call-next', inHall, {})).number, 'A002')
})

test('who does not come when called loses his number, and an empty list calls nobody', async () => {
  await take()
  await office.call('reception.call-next', inHall, {})
  assert.equal((await office.call('reception.miss-ticket', inHall, {})).number, 'A001')
  await assert.rejects(office.call('reception.call-next', inHall, {}), { message: 'reception.nobody-waiting' })
  await assert.rejects(office.call('reception.finish-service', inHall, {}), { message: 'reception.nobody-called' })
})

test('a number that was left open in the evening does not stop the next morning', async () => {
  await take()
  await office.call('reception.call-next', inHall, {})
  minutesLater(24 * 60)
  day += 1
  assert.equal((await take()).number, 'A001')
  assert.equal((await office.call('reception.call-next', inHall, {})).number, 'A001')
})

test('two windows that call at the same time call different people', async () => {
  await take()
  await take()
  const called = await Promise.all([office.call('reception.call-next', inHall, {}), office.call('reception.call-next', beside, {})])
  assert.deepEqual(called.map(({ number }) => number).toSorted(), ['A001', 'A002'])
})

test('numbers that are handed out at the same time are different', async () => {
  const numbers = (await Promise.all([take(), take(), take()])).map(({ number }) => number)
  assert.deepEqual(numbers.toSorted(), ['A001', 'A002', 'A003'])
})

test('the hall manager sees who waits, which window serves whom, and how long people waited', async () => {
  await take()
  minutesLater(4)
  await take()
  await office.call('reception.call-next', inHall, {})
  await office.call('reception.finish-service', inHall, {})
  minutesLater(20)
  await office.call('reception.call-next', beside, {})
  await take()
  const seen = await office.call('reception.get-hall-day', manager, {})
  assert.deepEqual(seen.waiting.map(({ number }) => number), ['A003'])
  assert.deepEqual(seen.called, { count: 2, missed: 0, medianMinutes: 4, longestMinutes: 20 })
  assert.deepEqual(seen.windows.map(({ current, served }) => `${current?.number ?? 'free'} ${served}`).toSorted(), ['A002 0', 'free 1'])
})

test('who supervises follows the list of the hall that he looks at, and no other; a manager follows his own', async () => {
  const supervisor = await staffCaller(office, 'HD0013')
  const other = (await office.call('organisation.list-halls', supervisor, { limit: 2 })).items.find(({ id }) => id !== inHall.hallId)?.id ?? assert.fail('one hall only')
  const stateFor = async (caller: typeof manager, hall?: string) => (await office.call('kernel.get-live-state', caller, { topics: `reception.hall${hall === undefined ? '' : `~${hall}`}` })).token
  const statesNow = async () => [await stateFor(supervisor, inHall.hallId), await stateFor(supervisor, other), await stateFor(manager)]
  const before = await statesNow()
  await take()
  const changed = (await statesNow()).map((state, at) => state !== before[at])
  assert.deepEqual(changed, [true, false, true])
  await assert.rejects(stateFor(supervisor, 'no-such-hall'), { message: 'organisation.hall-unknown' })
})

test('who works in no hall hands out no numbers, and a reviewer none at all', async () => {
  const { hallId: _hall, ...elsewhere } = inHall
  await assert.rejects(office.call('reception.take-ticket', elsewhere, {}), { message: 'reception.no-hall' })
  await assert.rejects(office.call('reception.call-next', await staffCaller(office, 'HD0076'), {}), { message: 'contract.not-permitted' })
})
