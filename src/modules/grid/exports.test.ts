import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { readCsvFile } from '#kernel/csv/csv-file.ts'
import { administrator } from '#test/harness/callers.ts'
import { anEvent, gridCell, gridPeople } from '#test/harness/grid.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { town, department } = await gridPeople(office)
const keeper = await administrator(office)

test('the inventory is given as the table that an import reads again, in UTF-8 and in GB 18030', async () => {
  const { items } = await office.call('grid.list-components', town, { townCode: '440114001', category: 'P0305', limit: 100 })
  for (const charset of ['utf-8', 'gb18030'] as const) {
    const { bytes, contentType, fileName } = await office.call('grid.export-components', town, { townCode: '440114001', category: 'P0305', charset })
    assert.deepEqual([contentType, fileName], [`text/csv; charset=${charset}`, 'components-2026-09-07.csv'])
    assert.deepEqual(readCsvFile(bytes)?.slice(1).map(([code]) => code), items.map(({ code }) => code))
    assert.deepEqual(await office.call('grid.import-components', keeper, { bytes, format: 'csv' }), { added: 0, changed: 0, unchanged: items.length, rejected: 0, faults: [] }, charset)
  }
})

test('the lists of events are given as a table in words, within what the asker sees, and without what somebody reported', async () => {
  const { number } = await anEvent(office, 'dispatched', { description: '王小明家门口的垃圾', address: '建设北路12号' })
  const rows = async (caller: typeof town, view: 'open' | 'shelved' = 'open') => readCsvFile((await office.call('grid.export-events', caller, { view, cellId: gridCell, charset: 'gb18030' })).bytes) ?? []
  const [headings, ...events] = await rows(town)
  assert.deepEqual(headings?.slice(0, 4), ['事件编号', '环节', '来源', '类别'])
  assert.deepEqual(events.find(([no]) => no === number)?.slice(0, 7), [number, '已派遣，待接收', '公众反映', '暴露垃圾', gridCell, '社区', '花都区新华街道办事处'])
  assert.doesNotMatch(events.flat().join(), /王小明|建设北路|何小满|13900008001/)
  assert.deepEqual(await rows(town, 'shelved'), [headings])
  assert.deepEqual(await rows(department), [headings])
  await assert.rejects(office.call('grid.export-events', anonymous, {}), { code: 'contract.sign-in-required' })
})
