import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { disclosurePeople, askedUnit, aRequest } from '#test/harness/disclosure.ts'
import { staffCaller } from '#test/harness/callers.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { person, officer, head } = await disclosurePeople(office)
const supervisor = await staffCaller(office, 'HD0013')

/** What a figure said at an instant, asked now. */
async function figure(metric: string, period: { readonly from: string; readonly to: string }, asOf?: string): Promise<readonly [number, number | null]> {
  const { figure: shown } = await office.call('reporting.get-figure', supervisor, { metric, ...period, ...(asOf !== undefined && { asOf }) })
  return [shown.numerator, shown.denominator]
}

test('S-21 a letter that is entered after its day of receipt does not change what was said before', async () => {
  const september = { from: '2026-09-01', to: '2026-09-30' } as const
  await aRequest(office, 'handling')
  const monday = '2026-09-07T18:00:00+08:00'
  office.clock.set(new Date('2026-09-09T10:00:00+08:00'))
  await office.call('disclosure.register-request', officer, { unitId: askedUnit, channel: 'registeredMail', applicant: { name: '何小满', idNumber: 'E70000001', phone: '13800000002' }, record: { title: '挂号信所求文件' }, receivedOn: '2026-09-07' })
  assert.deepEqual([await figure('disclosure.requests', september), await figure('disclosure.requests', september, monday)], [[2, null], [1, null]])
})

test('C-24 O-03 what ran over its time stays late, though it was withdrawn or paid for afterwards; what ended before does not count', async () => {
  office.clock.set(new Date('2026-11-02T10:00:00+08:00'))
  const [withdrawnEarly, withdrawnLate, answered, charged] = [await aRequest(office), await aRequest(office), await aRequest(office), await aRequest(office)]
  office.clock.set(new Date('2026-11-05T10:00:00+08:00'))
  await office.call('disclosure.withdraw-request', person, { number: withdrawnEarly })
  await office.call('disclosure.draft-answer', officer, { number: answered, kind: 'provided', provided: '全文' })
  await office.call('disclosure.issue-answer', head, { number: answered })
  const period = { from: '2026-11-01', to: '2026-12-31' } as const
  const dueOver = '2026-12-01T10:00:00+08:00'
  office.clock.set(new Date(dueOver))
  const before = [await figure('disclosure.on-time-rate', period), await figure('disclosure.overdue-open', period)]
  assert.deepEqual(before, [[1, 3], [2, null]])
  office.clock.set(new Date('2026-12-02T10:00:00+08:00'))
  await office.call('disclosure.withdraw-request', person, { number: withdrawnLate })
  await office.call('disclosure.demand-fee', officer, { number: charged, method: 'pages', pages: 131 })
  assert.deepEqual([await figure('disclosure.on-time-rate', period), await figure('disclosure.overdue-open', period)], [[1, 3], [0, null]])
  assert.deepEqual([await figure('disclosure.on-time-rate', period, dueOver), await figure('disclosure.overdue-open', period, dueOver)], before)
})
