import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, law } from '#kernel/access/caller.ts'
import { addCalendarDays, dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import { anEvent, gridCell, gridPeople } from '#test/harness/grid.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { town, worker, otherWorker, district } = await gridPeople(office)

test('G-02 everybody reads of each cell who looks after it, the telephone, and the telephone of supervision', async () => {
  const { items } = await office.call('grid.list-cells', anonymous, { townCode: '440114001', limit: 100 })
  assert.equal(items.length, 80)
  for (const { worker: name, workerPhone, supervisionPhone } of items) assert.ok(name !== '' && workerPhone !== '' && supervisionPhone !== '')
})

test('G-02 another worker stands on the public page at once, and only one of the same town', async () => {
  const assign = (caller: typeof town, workerId: string) => office.call('grid.assign-worker', caller, { cellId: gridCell, workerId, phone: '13800009999' })
  await assert.rejects(assign(town, 'HD0195'), { code: 'grid.worker-unknown' })
  await assert.rejects(assign({ ...town, roles: [{ role: 'gridCommander', unitId: 'timian-zhen' }] }, otherWorker.id), { code: 'grid.not-your-part' })
  await assign(district, otherWorker.id)
  const cell = await office.call('grid.get-cell', anonymous, { cellId: gridCell })
  assert.deepEqual([cell.worker, cell.workerPhone], [otherWorker.name, '13800009999'])
})

test('G-01 a place lies in one cell, and outside the district in none', async () => {
  const { longitude, latitude } = await office.call('grid.get-cell', anonymous, { cellId: gridCell })
  assert.equal((await office.call('grid.find-cell', anonymous, { longitude, latitude })).id, gridCell)
  await assert.rejects(office.call('grid.find-cell', anonymous, { longitude: 116.4, latitude: 39.9 }), { code: 'grid.place-outside' })
  await assert.rejects(office.call('grid.report-problem', anonymous, { category: 'E0102', description: '垃圾' }), { code: 'grid.place-missing' })
})

test('G-01 cells that do not divide the district to its border are not loaded, and a grid that lies is not laid again', async () => {
  const cell = { id: '44011400100101', ring: [[0, 0], [10, 0], [10, 10]] as [number, number][], unitId: 'xinhua-jiedao', workerId: 'HD0191', workerPhone: '13800001191', supervisionPhone: '020-00000001' }
  const outline = cell.ring
  assert.deepEqual(await office.call('grid.load-cells', law, { outline, cells: [cell] }), { loaded: 0 })
  const empty = await openTestOffice({ with: 'empty' })
  after(() => empty.close())
  await assert.rejects(empty.call('grid.load-cells', law, { outline, cells: [cell, { ...cell, id: '44011400100102' }] }), { code: 'grid.no-partition' })
  const wider: [number, number][] = [[0, 0], [20, 0], [10, 10]]
  await assert.rejects(empty.call('grid.load-cells', law, { outline: wider, cells: [cell] }), { code: 'grid.no-partition', details: { faults: [{ kind: 'border', cellIds: [cell.id] }] } })
})

test('the map is GeoJSON: closed rings of the cells of a town', async () => {
  const { features } = await office.call('grid.get-map', anonymous, { townCode: '440114001' })
  assert.equal(features.length, 80)
  for (const { geometry } of features) assert.deepEqual(geometry.coordinates[0]?.[0], geometry.coordinates[0]?.at(-1))
})

test('a patrol shows how many of its cells were walked; a point sent twice counts once', async () => {
  const own = (await office.call('grid.list-cells', anonymous, { communityCode: '440114001001', limit: 2 })).items
  await office.call('grid.plan-patrol', town, { workerId: worker.id, onDay: '2026-09-07', cellIds: own.map(({ id }) => id) })
  const [first] = own
  const point = { notedAt: '2026-09-07T08:30:00+08:00', longitude: first?.longitude ?? 0, latitude: first?.latitude ?? 0 }
  const abroad = { notedAt: '2026-09-07T08:31:00+08:00', longitude: 116.4, latitude: 39.9 }
  assert.deepEqual(await office.call('grid.record-track', worker, { points: [point, abroad] }), { added: 1, known: 0, outside: 1, past: 0, ahead: 0 })
  assert.deepEqual(await office.call('grid.record-track', worker, { points: [point] }), { added: 0, known: 1, outside: 0, past: 0, ahead: 0 })
  for (const reader of [worker, town, district]) {
    const { items } = await office.call('grid.list-patrols', reader, { onDay: '2026-09-07' })
    assert.deepEqual(items.map(({ planned, visited, cells }) => [planned, visited, cells.map((cell) => cell.visited)]), [[2, 1, [true, false]]])
  }
  assert.deepEqual((await office.call('grid.list-patrols', otherWorker, { onDay: '2026-09-07' })).items, [])
})

test('a track is taken of yesterday and today and at most five minutes ahead; of every point that is left out is told why, and the others are taken', async () => {
  const { longitude, latitude } = await office.call('grid.get-cell', anonymous, { cellId: gridCell })
  const from = (milliseconds: number) => new Date(office.clock.now().getTime() + milliseconds).toISOString()
  const at = (notedAt: string) => ({ notedAt, longitude, latitude })
  const yesterday = addCalendarDays(dayOf(office.clock.now()), -1)
  const good = [at(from(300_000)), at(from(-1_000)), at(instantAtStartOf(yesterday).toISOString())]
  const bad = [at(from(300_001)), at(instantAtStartOf(yesterday, -1).toISOString()), { ...at(from(-2_000)), longitude: 116.4, latitude: 39.9 }]
  assert.deepEqual(await office.call('grid.record-track', otherWorker, { points: [...good, ...bad] }), { added: 3, known: 0, outside: 1, past: 1, ahead: 1 })
  assert.deepEqual(await office.call('grid.record-track', otherWorker, { points: bad }), { added: 0, known: 0, outside: 1, past: 1, ahead: 1 })
})

test('a plan is made for a worker of one’s own town, over its cells, for a day that is not over', async () => {
  const plan = (changes: object) => office.call('grid.plan-patrol', town, { workerId: worker.id, onDay: '2026-09-08', cellIds: [gridCell], ...changes })
  await assert.rejects(plan({ workerId: 'HD0195' }), { code: 'grid.worker-unknown' })
  await assert.rejects(plan({ onDay: '2026-09-06' }), { code: 'grid.plan-day-past' })
  await assert.rejects(plan({ cellIds: ['44011400200101'] }), { code: 'grid.cell-unknown' })
})

test('the figures of the grid: filed of reported, dispatched to the right unit, fed back in time, concluded, done again', async () => {
  await anEvent(office, 'concluded')
  await anEvent(office, 'disposing')
  const declined = await anEvent(office)
  await office.call('grid.decline-event', town, { number: declined.number, reason: 'notThere', explanation: '现场没有' })
  office.clock.set(new Date('2026-09-08T09:00:00+08:00'))
  const figure = async (id: string): Promise<readonly [number, number]> => {
    const { items } = await office.call('reporting.list-figures', anonymous, { from: '2026-09-07', to: '2026-09-07' })
    const { numerator, denominator } = items.find((item) => item.metric === id) ?? assert.fail(id)
    return [numerator, denominator ?? numerator]
  }
  assert.deepEqual(await figure('grid.reported'), [3, 3])
  assert.deepEqual(await figure('grid.filing-rate'), [2, 3])
  assert.deepEqual(await figure('grid.dispatch-accuracy'), [2, 2])
  assert.deepEqual(await figure('grid.closing-rate'), [1, 2])
  assert.deepEqual(await figure('grid.on-time-rate'), [1, 2])
  assert.deepEqual(await figure('grid.rework-rate'), [0, 1])
})
