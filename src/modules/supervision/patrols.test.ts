import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { anonymous, law } from '#kernel/access/caller.ts'
import { addCalendarDays, Day, instantAtStartOf } from '#kernel/time/day.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { supervisionPeople, thePatrol, watchedUnit } from '#test/harness/supervision.ts'
import { CHECK_POINTS, type Half, HALVES } from './schema.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { inspector, supervisor, head } = await supervisionPeople(office)
const early = new Date('2026-09-07T07:00:00+08:00')
beforeEach(() => office.clock.set(early))

/** Days with a National Day in them, its days worked in exchange, and ordinary weekends. */
const walkedFrom = '2026-09-14'
const walkedDays = 30

test('S-04 on every working day of a month each open hall gets at least four patrols in the morning and four in the afternoon, on other days none, and no two days are alike', async () => {
  const plans: { readonly hallId: string; readonly day: string; readonly halves: readonly Half[]; readonly times: readonly string[] }[] = []
  for (let place = 0; place < walkedDays; place += 1) {
    const day = addCalendarDays(Day.parse(walkedFrom), place)
    office.clock.set(instantAtStartOf(day, 7 * 3_600_000))
    const { planned } = await office.call('supervision.plan-patrols', law, {})
    assert.equal((await office.call('supervision.plan-patrols', law, {})).planned, 0, 'what was drawn stands')
    const patrols = await plannedOn(day)
    assert.equal(patrols.length, planned)
    assert.equal(planned > 0, office.app.services.legalCalendar.of({ regionCode: '', hallId: null }).kindOf(day).working, day)
    plans.push(...patrols)
  }
  for (const { hallId, day, halves } of plans) for (const half of HALVES) assert.ok(halves.filter((one) => one === half).length >= 4, `${hallId} on ${day} in the ${half}`)
  for (const [hallId, ofHall] of Map.groupBy(plans, (plan) => plan.hallId)) {
    assert.ok(ofHall.length > 15, hallId)
    assert.equal(new Set(ofHall.map(({ times }) => times.join())).size, ofHall.length, `two days of ${hallId} are alike`)
    for (let place = 0; place < 8; place += 1) assert.ok(new Set(ofHall.map(({ times }) => times[place])).size > 3, `patrol ${place + 1} of ${hallId} keeps to its times`)
  }
})

/** What was planned for each hall on a day, as it stands in the tables: pages show nobody's times beforehand. */
async function plannedOn(day: Day) {
  const { rows } = await office.database.pool.query<{ hallId: string; halves: readonly Half[]; times: readonly string[] }>(
    `SELECT p.hall_id AS "hallId", array_agg(v.half ORDER BY v.planned_at) AS halves, array_agg(to_char(v.planned_at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') ORDER BY v.planned_at) AS times
     FROM patrols p JOIN patrol_visits v ON v.patrol_id = p.id WHERE p.patrolled_on = $1 GROUP BY p.hall_id`, [day])
  return rows.map((row) => ({ ...row, day }))
}

test('S-04 a visit looks at six points and no others, and each that is not in order is a finding under its own name', async () => {
  const { number, visits: [visit = assert.fail('no visit')] } = await thePatrol(office)
  office.clock.set(new Date(visit.plannedAt))
  const faultOf = (point: (typeof CHECK_POINTS)[number]) => ({ point, grade: 'minor' as const, unitId: 'qixiang', text: '不合要求。' })
  await assert.rejects(office.call('supervision.record-visit', inspector, { number, visitId: visit.id, faults: [faultOf('attitude' as never)] }), { code: 'contract.invalid-input' })
  const points = ['appearance', 'posture', 'otherWork', 'deskUntidy', 'leftPost', 'noAwaySign'] as const
  await office.call('supervision.record-visit', inspector, { number, visitId: visit.id, faults: points.map(faultOf) })
  const { items } = await office.call('supervision.list-findings', inspector, { source: 'patrol', unitId: 'qixiang', limit: 100 })
  assert.deepEqual(items.map(({ violation }) => violation).toSorted(), points.toSorted())
  assert.deepEqual([...CHECK_POINTS].toSorted(), points.toSorted())
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
  const { items } = await office.call('supervision.list-findings', inspector, { source: 'patrol', unitId: watchedUnit })
  assert.deepEqual(items.map(({ violation }) => violation).toSorted(), ['appearance', 'leftPost'])
  office.clock.set(new Date(new Date(second.plannedAt).getTime() + 46 * 60_000))
  await assert.rejects(record(second.id), { code: 'supervision.visit-too-late' })
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
