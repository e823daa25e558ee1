import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, law } from '#kernel/access/caller.ts'
import { personCaller, staffCaller } from '#test/harness/callers.ts'
import { anEvent, aPicture, gridCell, gridDepartment, gridPeople, gridTown, seenEvent, verify } from '#test/harness/grid.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { town, worker, otherWorker, enforcement, district, department } = await gridPeople(office)
const citizen = await personCaller(office, 'zhang-xiaomei')
const at = (iso: string) => ({ now: new Date(iso) })

test('G-07 an event goes through its seven steps in order, and the ledger holds each', async () => {
  const { number, queryCode } = await anEvent(office, 'concluded')
  const progress = await office.call('grid.rate-event', anonymous, { number, code: queryCode, grade: 'satisfied' })
  assert.deepEqual([progress.state, progress.grade, progress.notes.map(({ command }) => command)], ['evaluated', 'satisfied', ['feed-back', 'conclude']])
  const { events, intact } = await office.call('grid.get-event-ledger', town, { number })
  assert.equal(intact, true)
  assert.deepEqual(events.map(({ command, to }) => [command, to]), [['collect', 'reported'], ['file', 'registered'], ['dispatch', 'dispatched'], ['accept', 'disposing'], ['feed-back', 'fedBack'], ['add-photo', 'fedBack'], ['verify', 'verified'], ['conclude', 'concluded'], ['evaluate', 'evaluated']])
})

test('G-07 no step can be taken before the one that it follows', async () => {
  const { number } = await anEvent(office)
  await assert.rejects(office.call('grid.dispatch-event', town, { number, level: 'community' }), { code: 'lifecycle.command-not-allowed' })
  await assert.rejects(office.call('grid.conclude-event', town, { number, result: '好了' }), { code: 'lifecycle.command-not-allowed' })
  const fedBack = await anEvent(office, 'fedBack')
  await assert.rejects(office.call('grid.conclude-event', town, { number: fedBack.number, result: '好了' }), { code: 'lifecycle.command-not-allowed' })
})

test('G-07 what is not filed has a reason that whoever reported it reads', async () => {
  const { number, queryCode } = await anEvent(office)
  await assert.rejects(office.call('grid.decline-event', town, { number, reason: 'belowCondition', explanation: '' }), { code: 'contract.invalid-input' })
  await office.call('grid.decline-event', town, { number, reason: 'belowCondition', explanation: '垃圾已入箱，未达到立案条件。' })
  const { state, declined, notes } = await office.call('grid.get-progress', anonymous, { number, code: queryCode })
  assert.deepEqual([state, declined, notes.map(({ text }) => text)], ['notFiled', 'belowCondition', ['垃圾已入箱，未达到立案条件。']])
})

test('the time for handling is counted in working hours from the filing on, by the class', async () => {
  const { number } = await anEvent(office, 'registered')
  const { clocks } = await seenEvent(office, town, number)
  assert.deepEqual(clocks, [{ name: 'dispose', dueAt: '2026-09-07T17:00:00+08:00', overdue: false, provisional: false }])
})

test('G-03 an event is verified on the spot, with a photo, by somebody else than who treated it', async () => {
  const { number } = await anEvent(office, 'fedBack')
  const { longitude, latitude } = await seenEvent(office, otherWorker, number)
  const look = (caller = otherWorker, changes = {}) => office.call('grid.verify-event', caller, { number, equal: true, longitude, latitude, finding: '一致', ...changes })
  await assert.rejects(look(), { code: 'grid.photo-missing' })
  await office.call('grid.add-photo', otherWorker, { number, name: 'photo.png', bytes: aPicture })
  await assert.rejects(look(otherWorker, { latitude: latitude + 0.01 }), { code: 'grid.not-on-site' })
  await assert.rejects(look(worker), { code: 'grid.not-your-part' })
  const mayVerify = async (caller: typeof worker) => (await seenEvent(office, caller, number)).commands.includes('verify')
  assert.deepEqual([await mayVerify(worker), await mayVerify(otherWorker)], [false, true])
  assert.equal((await look()).state, 'verified')
})

test('G-03 what is not as reported goes back to the handler with new time, and a photo of before does not count again', async () => {
  const { number } = await anEvent(office, 'fedBack')
  await verify(office, number, false)
  const back = await seenEvent(office, worker, number)
  assert.deepEqual([back.state, back.reworks, back.clocks[0]?.name], ['disposing', 1, 'dispose'])
  office.clock.set(new Date('2026-09-07T10:00:00+08:00'))
  await office.call('grid.feed-back-event', worker, { number, treatment: '再次清运。' })
  await assert.rejects(office.call('grid.verify-event', otherWorker, { number, equal: true, longitude: back.longitude, latitude: back.latitude, finding: '一致' }), { code: 'grid.photo-missing' })
  await verify(office, number)
  assert.equal((await office.call('grid.conclude-event', town, { number, result: '已解决' })).state, 'concluded')
  office.clock.set(mondayMorning)
})

test('G-04 an event goes up from community to town to district and down again, and the way stands in its history', async () => {
  const { number } = await anEvent(office, 'disposing')
  await office.call('grid.escalate-event', worker, { number, reason: '需要执法' })
  await office.call('grid.dispatch-event', town, { number, level: 'town' })
  await office.call('grid.accept-event', enforcement, { number })
  await office.call('grid.escalate-event', enforcement, { number, reason: '需要区级部门' })
  await assert.rejects(office.call('grid.dispatch-event', town, { number, level: 'town' }), { code: 'grid.not-your-part' })
  await office.call('grid.dispatch-event', district, { number, level: 'district', unitId: gridDepartment })
  const returned = await office.call('grid.return-event', department, { number, reason: '属于街镇职责' })
  assert.deepEqual([returned.state, returned.returns, returned.level], ['registered', 1, 'district'])
  const down = await office.call('grid.dispatch-event', district, { number, level: 'town' })
  assert.deepEqual(down.moves.map(({ command, fromLevel, toLevel, unitId }) => [command, fromLevel, toLevel, unitId]), [
    ['dispatch', 'community', 'community', gridTown],
    ['escalate', 'community', 'town', gridTown],
    ['dispatch', 'town', 'town', gridTown],
    ['escalate', 'town', 'district', 'zhengwu-shuju'],
    ['dispatch', 'district', 'district', gridDepartment],
    ['return', 'district', 'district', 'zhengwu-shuju'],
    ['dispatch', 'district', 'town', gridTown],
  ])
})

test('G-04 a town dispatches nothing to a department', async () => {
  const { number } = await anEvent(office, 'registered')
  await assert.rejects(office.call('grid.dispatch-event', town, { number, level: 'district', unitId: gridDepartment }), { code: 'grid.other-level' })
})

test('G-06 an event is shelved only after an extension, and looked at again on its day', async () => {
  const { number, queryCode } = await anEvent(office, 'disposing')
  const shelve = (reviewOn: string) => office.call('grid.shelve-event', town, { number, reason: '涉及管网改造', reviewOn })
  await assert.rejects(shelve('2026-10-30'), { code: 'grid.not-extended' })
  await office.call('grid.delay-event', town, { number, hours: 7, reason: '需要采购' })
  await assert.rejects(office.call('grid.delay-event', town, { number, hours: 7, reason: '还要' }), { code: 'time.already-extended' })
  await assert.rejects(shelve('2027-09-07'), { code: 'grid.review-day-wrong' })
  const shelved = await shelve('2026-10-30')
  assert.deepEqual([shelved.state, shelved.reviewOn, shelved.clocks], ['shelved', '2026-10-30', []])
  assert.equal((await office.call('grid.get-progress', anonymous, { number, code: queryCode })).reviewOn, '2026-10-30')
  assert.deepEqual(await office.call('grid.remind-shelved', law, {}, at('2026-10-29T08:30:00+08:00')), { reminded: 0 })
  assert.deepEqual(await office.call('grid.remind-shelved', law, {}, at('2026-10-30T08:30:00+08:00')), { reminded: 1 })
  const again = await office.call('grid.review-shelved-event', town, { number, resume: true, finding: '已开工' })
  assert.deepEqual([again.state, again.extended, again.clocks[0]?.name], ['disposing', false, 'dispose'])
})

test('who has nothing to do with an event is told that there is none', async () => {
  const { number } = await anEvent(office, 'dispatched', {}, citizen)
  assert.equal((await seenEvent(office, citizen, number)).report.phone, '139****8001')
  for (const stranger of [department, enforcement, await personCaller(office, 'li-guoqiang'), await staffCaller(office, 'HD0148'), await staffCaller(office, 'HD0194')]) await assert.rejects(seenEvent(office, stranger, number), { code: 'grid.event-unknown' })
  await assert.rejects(office.call('grid.get-progress', anonymous, { number, code: '000000' }), { code: 'grid.query-code-wrong' })
})

test('a number that somebody wrote into a description is hidden from those who handle it, and the ledger names nobody', async () => {
  const { number } = await anEvent(office, 'reported', { description: '张先生139-1234 5678，井盖坏了' }, citizen)
  assert.equal((await seenEvent(office, town, number)).report.description, '张先生****，井盖坏了')
  const { events } = await office.call('grid.get-event-ledger', town, { number })
  assert.equal(events[0]?.actor, 'anonymous')
})

test('the same report sent twice with one key is one event', async () => {
  const report = () => office.call('grid.collect-event', worker, { category: 'P0103', description: '井盖缺失', cellId: gridCell }, { idempotencyKey: 'outbox-1' })
  assert.deepEqual(await report(), await report())
  const { items } = await office.call('grid.list-events', town, { view: 'toFile', cellId: gridCell, limit: 100 })
  assert.equal(items.filter(({ category }) => category === 'P0103').length, 1)
})
