import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import readXlsxFile from 'read-excel-file/node'
import { law } from '#kernel/access/caller.ts'
import { FileAnswer } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { evaluateMetric } from '#kernel/metrics/evaluate.ts'
import { headOf, holderOf, staffCaller } from '#test/harness/callers.ts'
import { aRequest, askedUnit, disclosurePeople, seenRequest } from '#test/harness/disclosure.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'
import { disclosureMetrics } from './metrics.ts'
import { annualReportDue } from './rules/annual-due.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
beforeEach(() => office.clock.set(mondayMorning))
const { person, officer, head } = await disclosurePeople(office)

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const at = (day: string): Date => new Date(`${day}T10:00:00+08:00`)

test('O-10 what is within the ten free items of a month costs nothing, what goes beyond costs what it adds', async () => {
  const first = await aRequest(office)
  await assert.rejects(office.call('disclosure.demand-fee', officer, { number: first, method: 'items', items: 10 }), refused('disclosure.fee-free'))
  const { fee } = await office.call('disclosure.demand-fee', officer, { number: first, method: 'items', items: 12 })
  assert.equal(fee?.fen, 20_000)
  const second = await aRequest(office)
  assert.equal((await office.call('disclosure.demand-fee', officer, { number: second, method: 'items' })).fee?.fen, 10_000)
})

test('O-11 O-12 by pages one application is counted for itself, and asked for once', async () => {
  const number = await aRequest(office)
  await assert.rejects(office.call('disclosure.demand-fee', officer, { number, method: 'pages' }), refused('disclosure.pages-missing'))
  assert.equal((await office.call('disclosure.demand-fee', officer, { number, method: 'pages', pages: 131 })).fee?.fen, 132_000)
  const paid = await office.call('disclosure.record-payment', officer, { number, receipt: '4401000123456789' })
  assert.equal(paid.clocks[0]?.dueAt, '2026-10-11T00:00:00+08:00')
  await assert.rejects(office.call('disclosure.demand-fee', officer, { number, method: 'items', items: 50 }), refused('disclosure.fee-demanded-already'))
})

test('O-10 the head waives a fee, and who neither pays nor is spared is no longer answered', async () => {
  const spared = await aRequest(office)
  await office.call('disclosure.demand-fee', officer, { number: spared, method: 'pages', pages: 31 })
  await assert.rejects(office.call('disclosure.waive-fee', officer, { number: spared, reason: '低保对象' }), refused('contract.not-permitted'))
  assert.equal((await office.call('disclosure.waive-fee', head, { number: spared, reason: '低保对象' })).state, 'handling')
  const unpaid = await aRequest(office)
  await office.call('disclosure.demand-fee', officer, { number: unpaid, method: 'pages', pages: 31 })
  await office.call('disclosure.lapse-overdue', law, {}, { now: at('2026-10-10') })
  assert.equal((await seenRequest(office, person, unpaid)).state, 'awaitingPayment')
  await office.call('disclosure.lapse-overdue', law, {}, { now: at('2026-10-11') })
  assert.equal((await seenRequest(office, person, unpaid)).state, 'abandoned')
})

test('O-13 the report of a department is due on 31 January, that of a government on 31 March', () => {
  assert.equal(annualReportDue(2026, 'department'), '2027-01-31')
  assert.equal(annualReportDue(2026, 'government'), '2027-03-31')
  assert.equal(annualReportDue(2026, 'townGovernment'), '2027-03-31')
})

const tableOf = (year: number) => office.call('disclosure.get-annual-table', officer, { year, unitId: askedUnit })
const totalsOf = async (year: number) => Object.fromEntries((await tableOf(year)).rows.map(({ key, total }) => [key, total]))

test('O-13 what a year received and took over from the last one is answered in it or carried into the next', async () => {
  office.clock.set(at('2024-12-20'))
  await aRequest(office, 'closed')
  const carried = await aRequest(office)
  office.clock.set(at('2025-01-10'))
  await office.call('disclosure.draft-answer', officer, { number: carried, kind: 'withheld', ground: 'process', reason: '讨论记录', legalBasis: '《政府信息公开条例》第十六条第二款' })
  await office.call('disclosure.issue-answer', head, { number: carried })
  await aRequest(office)
  const [before, now] = [await totalsOf(2024), await totalsOf(2025)]
  assert.deepEqual([before['received'], before['carriedIn'], before['disclosed'], before['results'], before['carriedOut']], [2, 0, 1, 1, 1])
  assert.deepEqual([now['received'], now['carriedIn'], now['process'], now['results'], now['carriedOut']], [1, 1, 1, 1, 1])
  assert.equal((await tableOf(2024)).provisional, false)
})

test('O-13 reviews and lawsuits stand in the year in which they were decided, until then among the pending', async () => {
  office.clock.set(at('2023-11-01'))
  const number = await aRequest(office, 'closed')
  await office.call('disclosure.record-remedy', officer, { number, kind: 'review', filedOn: '2023-11-01', result: 'pending' })
  await assert.rejects(office.call('disclosure.record-remedy', officer, { number, kind: 'review', filedOn: '2023-11-01', result: 'upheld' }), refused('disclosure.remedy-result-missing'))
  office.clock.set(at('2024-02-01'))
  await office.call('disclosure.record-remedy', officer, { number, kind: 'review', filedOn: '2023-11-01', result: 'upheld', decidedOn: '2024-01-20' })
  const review = async (year: number) => (await tableOf(year)).remedies.find(({ kind }) => kind === 'review')?.counts.filter(({ count }) => count > 0)
  assert.deepEqual(await review(2023), [{ result: 'pending', count: 1 }])
  assert.deepEqual(await review(2024), [{ result: 'upheld', count: 1 }])
})

test('O-13 the workbook has the tables as they are printed', async () => {
  const file = await office.call('disclosure.get-annual-workbook', await headOf(office, askedUnit), { year: 2026, unitId: askedUnit })
  assert.ok(file instanceof FileAnswer)
  const sheets = await readXlsxFile(Buffer.from(file.bytes))
  assert.deepEqual(sheets.map(({ sheet }) => sheet), ['收到和处理申请情况', '行政复议和行政诉讼情况'])
})

test('the table of a foreign unit is not there, and all units together are for the supervisors', async () => {
  const stranger = await holderOf(office, 'disclosureOfficer', 'minzheng')
  await assert.rejects(office.call('disclosure.get-annual-table', stranger, { year: 2026, unitId: askedUnit }), refused('disclosure.request-unknown'))
  await assert.rejects(office.call('disclosure.get-annual-table', officer, { year: 2026 }), refused('disclosure.request-unknown'))
  assert.equal((await office.call('disclosure.get-annual-table', await staffCaller(office, 'HD0013'), { year: 2026 })).dueOn, null)
})

test('KPI 68 applications of a period, those answered in time among those due, and the late ones that are still open beside them', async () => {
  office.clock.set(at('2023-03-01'))
  await aRequest(office, 'closed')
  const late = await aRequest(office)
  office.clock.set(at('2023-04-20'))
  const reading = { db: office.database.db, calendar: office.app.services.calendar }
  const figure = async (id: string) => {
    const metric = disclosureMetrics.find((one) => one.id === id) ?? assert.fail(id)
    const { numerator, denominator } = await evaluateMetric(reading, metric, { from: '2023-03-01', to: '2023-03-31', now: office.clock.now() })
    return [numerator, denominator]
  }
  assert.deepEqual(await figure('disclosure.requests'), [2, null])
  assert.deepEqual(await figure('disclosure.on-time-rate'), [1, 2])
  assert.deepEqual(await figure('disclosure.overdue-open'), [1, null])
  await office.call('disclosure.draft-answer', officer, { number: late, kind: 'provided', provided: '全文' })
  await office.call('disclosure.issue-answer', head, { number: late })
  assert.deepEqual([await figure('disclosure.on-time-rate'), await figure('disclosure.overdue-open')], [[1, 2], [1, null]], 'what was late at the end of the period stays so')
})
