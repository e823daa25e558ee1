import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { administrator } from '#test/harness/callers.ts'
import { gridCell, gridPeople, seenEvent } from '#test/harness/grid.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { town, worker, department } = await gridPeople(office)
const keeper = await administrator(office)
const { longitude, latitude } = await office.call('grid.get-cell', anonymous, { cellId: gridCell })

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const headings = '部件标识码,经度,纬度,位置描述,主管单位,普查日期,状态'
const importCsv = (...lines: readonly string[]) => office.call('grid.import-components', keeper, { bytes: bytesOf(`\uFEFF${[headings, ...lines].join('\r\n')}\r\n`), format: 'csv' })
const coverLine = (code: string, rest = '建设北路12号旁,,2026-05-08,在用') => `${code},${longitude},${latitude},${rest}`

test('a file of the inventory is taken line by line; sent again it changes nothing, and other facts take the place of the old', async () => {
  assert.deepEqual(await importCsv(coverLine('4401140103700001'), coverLine('4401140118700001')), { added: 2, changed: 0, unchanged: 0, rejected: 0, faults: [] })
  assert.deepEqual(await importCsv(coverLine('4401140103700001'), coverLine('4401140118700001', '路口东北角,花都区城市管理和综合执法局,,')), { added: 0, changed: 1, unchanged: 1, rejected: 0, faults: [] })
  assert.deepEqual(await office.call('grid.get-component', worker, { code: '4401140118700001' }), { code: '4401140118700001', category: 'P0118', cellId: gridCell, longitude, latitude, address: '路口东北角', unitId: 'chengshi-guanli', surveyedOn: null, state: 'inUse' })
})

test('a JSON list is read as well as a table, and what is neither is refused', async () => {
  const importJson = (value: unknown) => office.call('grid.import-components', keeper, { bytes: bytesOf(JSON.stringify(value)), format: 'json' })
  assert.equal((await importJson([{ code: '4401140103700002', longitude, latitude, address: null }])).added, 1)
  for (const value of [[], {}, [{ code: '4401140103700003' }], 'text']) await assert.rejects(importJson(value), { code: 'grid.components-unreadable' }, JSON.stringify(value))
  await assert.rejects(office.call('grid.import-components', keeper, { bytes: bytesOf('a,b\r\n1,2\r\n'), format: 'csv' }), { code: 'grid.components-unreadable' })
})

test('faulty lines stay out and are told by line and reason, also what stands just beyond the border of the district, and the others are taken', async () => {
  const answer = await importCsv('4.40114E+15,113.2,23.4,,,,', coverLine('4401140103700011'), coverLine('4401140103700012'), coverLine('4401140103700012'), '4401140103700013,116.4,39.9,,,,', '4401140103700014,112.9501,23.6199,,,,')
  assert.deepEqual([answer.added, answer.rejected], [1, 5])
  assert.deepEqual(answer.faults.map(({ row, field, reason }) => `${row} ${field} ${reason}`), ['1 code codeUnreadable', '3 code codeTwice', '4 code codeTwice', '5 longitude placeOutside', '6 longitude placeOutside'])
  await assert.rejects(office.call('grid.get-component', town, { code: '4401140103700012' }), { code: 'grid.component-unknown' })
})

test('the inventory is read by staff only, by cell and class, page by page', async () => {
  const first = await office.call('grid.list-components', town, { townCode: '440114001', category: 'P0305', limit: 50 })
  assert.equal(first.items.length, 50)
  const second = await office.call('grid.list-components', town, { townCode: '440114001', category: 'P0305', limit: 50, cursor: first.nextCursor ?? '' })
  assert.deepEqual([second.items.length, second.nextCursor], [30, null])
  assert.ok([...first.items, ...second.items].every(({ cellId, category }) => cellId.startsWith('440114001') && category === 'P0305'))
  assert.ok((await office.call('grid.list-components', department, { cellId: gridCell })).items.length >= 3)
  await assert.rejects(office.call('grid.list-components', anonymous, { cellId: gridCell }), { code: 'contract.sign-in-required' })
  await assert.rejects(office.call('grid.import-components', town, { bytes: bytesOf('[]'), format: 'json' }), { code: 'contract.not-permitted' })
})

test('G-01 an event on a component is where the component stands, and is listed with it', async () => {
  const [lamp] = (await office.call('grid.list-components', town, { cellId: gridCell, category: 'P0118' })).items
  const code = lamp?.code ?? ''
  const { number } = await office.call('grid.report-problem', anonymous, { category: 'P0118', description: '路灯不亮', componentCode: code })
  const event = await seenEvent(office, town, number)
  assert.deepEqual([event.componentCode, event.cellId, event.longitude, event.latitude], [code, gridCell, lamp?.longitude, lamp?.latitude])
  assert.deepEqual((await office.call('grid.list-events', town, { view: 'all', componentCode: code })).items.map((row) => row.number), [number])
  assert.equal((await office.call('grid.list-components', town, { cellId: gridCell, category: 'P0118' })).items[0]?.openEvents, 1)
  const { events } = await office.call('grid.get-event-ledger', town, { number })
  assert.equal(events[0]?.detail['componentCode'], code)
})

test('a code that stands on nothing, and a class that is not that of the component, are refused at their fields', async () => {
  const report = (category: string, componentCode: string) => office.call('grid.report-problem', anonymous, { category, description: '坏了', componentCode })
  await importCsv(coverLine('4401140103700021', ',,,已拆除'))
  for (const code of ['4401140103999999', '4401140103700021']) await assert.rejects(report('P0103', code), { code: 'grid.component-unknown', fields: [{ pointer: '/componentCode', code: 'grid.component-unknown' }] })
  await assert.rejects(report('P0305', '4401140103000001'), { code: 'grid.component-other-class', fields: [{ pointer: '/category', code: 'grid.component-other-class' }] })
  const [cover] = (await office.call('grid.list-components', town, { cellId: gridCell, category: 'P0103' })).items
  const { number } = await report('E0102', cover?.code ?? '')
  await assert.rejects(office.call('grid.file-event', town, { number, category: 'P0305' }), { code: 'grid.component-other-class' })
  assert.equal((await office.call('grid.file-event', town, { number, category: 'P0103' })).category, 'P0103')
})
