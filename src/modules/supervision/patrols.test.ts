import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { anonymous, law } from '#kernel/access/caller.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { supervisionPeople, thePatrol, watchedUnit } from '#test/harness/supervision.ts'
import { CHECK_POINTS } from './schema.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { inspector, supervisor, head } = await supervisionPeople(office)
const early = new Date('2026-09-07T07:00:00+08:00')
beforeEach(() => office.clock.set(early))

test('S-04 every working day each open hall gets four patrols in the morning and four in the afternoon, at drawn times; a day off has none', async () => {
  const first = await thePatrol(office)
  assert.deepEqual(first.visits.map(({ half }) => half), [...Array(4).fill('morning'), ...Array(4).fill('afternoon')])
  assert.equal((await office.call('supervision.plan-patrols', law, {})).planned, 0)
  office.clock.set(new Date('2026-09-08T07:00:00+08:00'))
  const second = await thePatrol(office)
  const times = ({ visits }: typeof first) => visits.map(({ plannedAt }) => plannedAt.slice(11, 16)).join()
  assert.notEqual(times(first), times(second))
  office.clock.set(new Date('2026-09-12T07:00:00+08:00'))
  assert.equal((await office.call('supervision.plan-patrols', law, {})).planned, 0)
})

test('S-04 whoever is inspected learns of a visit when its time has come, and may replay the draw when the day is over', async () => {
  const { number, visits } = await thePatrol(office)
  const shown = async (by = head) => (await office.call('supervision.get-patrol', by, { number })).visits
  assert.deepEqual(await shown(), [])
  assert.equal((await shown(supervisor)).length, 8)
  assert.ok((await shown(inspector)).every(({ drawId }) => drawId === null))
  office.clock.set(new Date(visits[1]?.plannedAt ?? ''))
  assert.equal((await shown()).length, 2)
  assert.equal((await office.call('supervision.list-patrols', head, { limit: 100 })).items.find((item) => item.number === number)?.planned, 2)
  office.clock.set(new Date('2026-09-07T20:00:00+08:00'))
  await office.call('supervision.end-patrols', law, {})
  const [visit] = await shown()
  const { replays } = await office.call('kernel.replay-draw', anonymous, { id: visit?.drawId ?? '' })
  assert.equal(replays, true)
})

test('S-04 S-13 a visit is recorded at its time and not before; each of the six points that was not in order is a finding', async () => {
  office.clock.set(new Date('2026-09-09T07:00:00+08:00'))
  const { number, visits } = await thePatrol(office)
  const [first, second] = visits
  assert.ok(first && second)
  const record = (visitId: string) =>
    office.call('supervision.record-visit', inspector, { number, visitId, faults: [{ point: 'appearance', grade: 'minor', unitId: watchedUnit, text: '未着工装。' }, { point: 'leftPost', grade: 'obvious', unitId: watchedUnit, text: '窗口无人。' }] })
  await assert.rejects(record(first.id), { code: 'supervision.visit-too-early' })
  office.clock.set(new Date(first.plannedAt))
  const { visits: after } = await record(first.id)
  assert.deepEqual([after[0]?.faults, after[0]?.visitedBy], [2, 'staff:HD0009'])
  await assert.rejects(record(first.id), { code: 'supervision.visit-recorded' })
  const { items } = await office.call('supervision.list-findings', inspector, { source: 'patrol' })
  assert.deepEqual(items.map(({ violation }) => violation).toSorted(), ['appearance', 'leftPost'])
  office.clock.set(new Date(new Date(second.plannedAt).getTime() + 46 * 60_000))
  await assert.rejects(record(second.id), { code: 'supervision.visit-too-late' })
  assert.equal(CHECK_POINTS.length, 6)
})

test('S-04 in the evening what was not made stands as missed', async () => {
  office.clock.set(new Date('2026-09-10T07:00:00+08:00'))
  const { number } = await thePatrol(office)
  office.clock.set(new Date('2026-09-10T20:00:00+08:00'))
  const { missed } = await office.call('supervision.end-patrols', law, {})
  assert.ok(missed >= 8)
  const shown = await office.call('supervision.get-patrol', supervisor, { number })
  assert.equal(shown.state, 'ended')
  assert.equal((await office.call('supervision.end-patrols', law, {})).ended, 0)
})
