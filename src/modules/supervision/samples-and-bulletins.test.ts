import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { anOrder } from '#test/harness/hotline.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { aFinding, supervisionPeople, watchedUnit } from '#test/harness/supervision.ts'
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
