import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { law } from '#kernel/access/caller.ts'
import { composeDocument } from '#kernel/documents/compose.ts'
import { documentText } from '#kernel/documents/plain-text.ts'
import { listDocuments, readDocument } from '#kernel/documents/read.ts'
import { findMatter } from '#kernel/matter/store.ts'
import { anOrder, cityUnit, hotlinePeople } from '#test/harness/hotline.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { aFinding, supervisionPeople, watchedUnit } from '#test/harness/supervision.ts'
import { bulletinTemplate } from './documents/templates.ts'
import { periodBefore } from './rules/bulletin-period.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { inspector, supervisor, head } = await supervisionPeople(office)
const nextMonday = new Date('2026-09-14T08:10:00+08:00')

test('the week before ends on Sunday, the month before on its last day, also over the turn of the year', () => {
  assert.deepEqual(periodBefore('2026-09-14', 'week'), { from: '2026-09-07', to: '2026-09-13' })
  assert.deepEqual(periodBefore('2026-09-20', 'week'), { from: '2026-09-07', to: '2026-09-13' })
  assert.deepEqual(periodBefore('2027-01-01', 'month'), { from: '2026-12-01', to: '2026-12-31' })
})

test('S-13 replies of the week are drawn for a second look, once; a faulty one enters the register of the unit that gave it', async () => {
  for (let place = 0; place < 7; place += 1) await anOrder(office, 'replied')
  office.clock.set(nextMonday)
  assert.deepEqual(await office.call('supervision.draw-sample', law, {}), { drawn: 5 })
  assert.deepEqual(await office.call('supervision.draw-sample', law, {}), { drawn: 0 })
  const { items } = await office.call('supervision.list-samples', supervisor, {})
  const number = items[0]?.number ?? ''
  const sample = await office.call('supervision.get-sample', inspector, { number })
  assert.deepEqual([sample.from, sample.to, new Set(sample.replies.map(({ id }) => id)).size], ['2026-09-07', '2026-09-13', 5])
  for (const [place, reply] of sample.replies.entries()) await office.call('supervision.check-reply', inspector, { number, replyId: reply.id, faults: place === 0 ? ['noBasis'] : [], grade: 'obvious' })
  assert.equal((await office.call('supervision.get-sample', inspector, { number })).state, 'checked')
  const found = await office.call('supervision.list-findings', inspector, { source: 'replyQuality' })
  assert.deepEqual(found.items.map(({ unitId, violation }) => [unitId, violation]), [[watchedUnit, 'badReply']])
})

test('the bulletin of a week is written from the register, once, and stays as it was whatever comes later', async () => {
  office.clock.set(new Date('2026-09-16T10:00:00+08:00'))
  await aFinding(office, { unitId: 'gongdian', grade: 'serious', source: 'inspection' })
  await aFinding(office, { unitId: 'gongdian', grade: 'minor' })
  office.clock.set(new Date('2026-09-21T08:10:00+08:00'))
  const { number } = await office.call('supervision.compile-bulletin', law, { period: 'week' })
  assert.ok(number)
  assert.deepEqual(await office.call('supervision.compile-bulletin', law, { period: 'week' }), { number: null })
  const bulletin = await office.call('supervision.get-bulletin', head, { number })
  const { figures } = bulletin
  assert.deepEqual([figures.findings, figures.minor, figures.serious, figures.talks, figures.letters], [3, 1, 1, 1, 1])
  assert.deepEqual(figures.units.map(({ unitId, points }) => [unitId, points]), [['gongdian', 10], [watchedUnit, 3]])
  await aFinding(office, { unitId: 'gongdian' })
  assert.deepEqual(await office.call('supervision.get-bulletin', head, { number }), bulletin)
  const { bytes } = (await office.call('supervision.get-bulletin-document', head, { number })) as { readonly bytes: Uint8Array }
  assert.equal(Buffer.from(bytes.subarray(0, 5)).toString(), '%PDF-')
})

test('a bulletin of a period without findings says so', async () => {
  office.clock.set(new Date('2026-08-03T08:10:00+08:00'))
  const { number } = await office.call('supervision.compile-bulletin', law, { period: 'month' })
  const { figures } = await office.call('supervision.get-bulletin', supervisor, { number: number ?? '' })
  assert.deepEqual([figures.findings, figures.units], [0, []])
})

test('H-08 a bulletin names the units that the hotline criticised in its period and over how many orders, and nothing of who called', async () => {
  const { db } = office.database
  const setDay = (day: string): void => office.clock.set(new Date(`${day}T09:00:00+08:00`))
  setDay('2026-08-03')
  const { seat } = await hotlinePeople(office)
  for (const mainUnitId of ['gongdian', cityUnit, cityUnit]) {
    const { number } = await anOrder(office)
    await office.call('hotline.dispatch-order', seat, { number, category: 'market', mainUnitId })
  }
  for (const day of ['2026-08-11', '2026-08-18']) {
    setDay(day)
    await office.call('hotline.urge-overdue', law, {})
  }
  const compiledOn = async (day: string, period: 'week' | 'month') => {
    setDay(day)
    const { number } = await office.call('supervision.compile-bulletin', law, { period })
    const matter = await findMatter(db, 'bulletin', number ?? '', false)
    const [issued] = await listDocuments(db, matter?.id ?? '')
    const { data } = await readDocument(db, office.app.services, issued?.id ?? '')
    return { number: number ?? '', criticised: (await office.call('supervision.get-bulletin', head, { number: number ?? '' })).figures.criticised, words: documentText(composeDocument(bulletinTemplate, data)) }
  }
  const ofTwo = [{ unitId: cityUnit, orders: 2 }, { unitId: 'gongdian', orders: 1 }]
  const before = await compiledOn('2026-08-17', 'week')
  assert.deepEqual(before.criticised, [])
  assert.doesNotMatch(before.words, /通报批评/)
  const [week, month] = [await compiledOn('2026-08-24', 'week'), await compiledOn('2026-09-01', 'month')]
  assert.deepEqual([week.criticised, month.criticised], [ofTwo, ofTwo])
  for (const { words } of [week, month]) {
    assert.match(words, /被通报批评的单位：[^。]*城市管理[^。]*2件，[^。]*供电[^。]*1件。/)
    assert.doesNotMatch(words, /RX\d|何小满|健身房/)
  }
  const owner = new pg.Client({ connectionString: office.ownerUrl, options: '-c search_path=yimen' })
  await owner.connect()
  await owner.query(`UPDATE bulletins SET figures = figures - 'criticised'`)
  await owner.end()
  assert.deepEqual((await office.call('supervision.get-bulletin', head, { number: week.number })).figures.criticised, [], 'one of a time when bulletins did not name them')
})
