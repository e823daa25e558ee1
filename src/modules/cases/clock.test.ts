import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { law, type StaffCaller } from '#kernel/access/caller.ts'
import { approverOf, headOf, holderOf, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { anAcceptedCase, aSubmittedCase, caseAs, clockOf, eventOf, foodLicence, giveOpinions, letTheLawAct, publishItem, routeWith, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
beforeEach(() => setTime(office, '2026-09-07'))

const days = (value: number): { value: number; unit: 'WORKING_DAY' } => ({ value, unit: 'WORKING_DAY' })
const approval = { key: 'approve', kind: 'APPROVE', role: 'approver', order: 5 } as const

function suspend(reviewer: StaffCaller, number: string, cause: 'expertReview' | 'payment' | 'testing' | 'publicity'): Promise<unknown> {
  return office.call('cases.suspend-case', reviewer, { number, cause, reason: '需要论证加工工艺', limit: days(10) })
}

test('C-04 the decision is due twenty working days after acceptance by law, and five by promise', async () => {
  const { number } = await anAcceptedCase(office)
  const legal = await clockOf(office, number, 'legal-decision')
  assert.deepEqual([legal.budget, legal.dueDay, legal.legalReference], [days(20), '2026-10-10', '《行政许可法》第四十二条第一款'])
  assert.deepEqual([(await clockOf(office, number, 'promised-decision')).dueDay, (await caseAs(office, law, number)).dueOn], ['2026-09-14', '2026-09-14'])
})

test('C-04 the head of the agency extends once, by ten working days at most, with a reason in a notice', async () => {
  const { number } = await anAcceptedCase(office)
  const head = await headOf(office, foodLicence.unit)
  const extend = (by: number): Promise<{ readonly documents: readonly { readonly kind: string }[] }> => office.call('cases.extend-case', head, { number, by: days(by), reason: '需要进一步核实' })
  await assert.rejects(office.call('cases.extend-case', await approverOf(office, 'xiaofang-jiuyuan'), { number, by: days(5), reason: '需要进一步核实' }), { code: 'contract.not-permitted' })
  await assert.rejects(office.call('cases.extend-case', await headOf(office, 'weisheng-jiankang'), { number, by: days(5), reason: '需要进一步核实' }), { code: 'cases.unknown' })
  await assert.rejects(extend(11), { code: 'time.extension-too-long' })
  assert.deepEqual((await extend(10)).documents.map((document) => document.kind), ['extensionNotice'])
  assert.equal((await clockOf(office, number, 'legal-decision')).dueDay, '2026-10-23')
  await assert.rejects(extend(1), { code: 'time.already-extended' })
})

test('C-04 a deputy with the power to extend acts for the head, one without it does not', async () => {
  const { number } = await anAcceptedCase(office)
  const deputy = await staffCaller(office, 'HD0074')
  await office.call('cases.extend-case', deputy, { number, by: days(3), reason: '需要进一步核实' })
  assert.equal((await eventOf(office, number, 'extend')).detail['rank'], 'actingHead')
  assert.deepEqual((await clockOf(office, number, 'legal-decision')).extensions.map(({ rank, by }) => [rank, by]), [['actingHead', days(3)]])
  await giveOpinions(office, number)
  await office.call('cases.decide-case', await approverOf(office, foodLicence.unit, 1), { number, result: 'approve' })
  await assert.rejects(office.call('cases.revoke-case', deputy, { number, facts: '材料系伪造', legalBasis: '《行政许可法》第六十九条' }), { code: 'cases.not-head-of-agency' })
})

test('C-04 when the promise is broken already the law’s limit can still be extended, and after expiry no more', async () => {
  const { number } = await anAcceptedCase(office)
  const head = await headOf(office, foodLicence.unit)
  setTime(office, '2026-09-21')
  await office.call('cases.extend-case', head, { number, by: days(2), reason: '需要进一步核实' })
  assert.deepEqual([(await clockOf(office, number, 'promised-decision')).dueDay, (await clockOf(office, number, 'legal-decision')).dueDay], ['2026-09-14', '2026-10-13'])
  const late = await anAcceptedCase(office)
  setTime(office, '2026-12-01')
  await assert.rejects(office.call('cases.extend-case', head, { number: late.number, by: days(2), reason: '需要进一步核实' }), { code: 'time.expired' })
})

test('C-05 where two departments decide, the limit is 45 working days, extended by 15 by the head of the government alone', async () => {
  const joint = await publishItem(office, 1, {
    route: routeWith({}, { key: 'approve-wsjk', kind: 'APPROVE', role: 'approver', unit: 'weisheng-jiankang', order: 3 }, approval),
    statutoryLimit: null,
    promisedLimit: days(40),
  })
  const { number } = await anAcceptedCase(office, { implementCode: joint })
  const legal = await clockOf(office, number, 'legal-decision')
  assert.deepEqual([legal.budget, legal.legalReference], [days(45), '《行政许可法》第四十二条第二款'])
  const order = { number, by: days(15), reason: '需要现场联合核查' }
  await assert.rejects(office.call('cases.extend-case', await headOf(office, foodLicence.unit), order), { code: 'cases.not-yours' })
  await office.call('cases.extend-case', await headOf(office, 'qu-zhengfu'), order)
  const extended = await clockOf(office, number, 'legal-decision')
  assert.deepEqual([extended.extensions.map(({ rank }) => rank), extended.usage.budget], [['governmentHead'], 60])

  await office.call('cases.review-case', await reviewerOf(office, foodLicence.unit), { number, opinion: 'agree' })
  await office.call('cases.review-case', await approverOf(office, 'weisheng-jiankang'), { number, opinion: 'agree' })
  assert.equal((await office.call('cases.decide-case', await approverOf(office, foodLicence.unit), { number, result: 'approve' })).outcome, 'approved')
})

test('C-05 countersigning by another department is not joint handling', async () => {
  const { number } = await anAcceptedCase(office)
  assert.deepEqual((await clockOf(office, number, 'legal-decision')).budget, days(20))
  await assert.rejects(office.call('cases.extend-case', await headOf(office, 'qu-zhengfu'), { number, by: days(5), reason: '需要进一步核实' }), { code: 'cases.unknown' })
})

test('C-06 a pre-examination by a lower authority is due twenty working days after acceptance', async () => {
  const code = await publishItem(office, 2, { route: routeWith({ key: 'pre', unit: 'huadong-zhen', order: 2 }, approval) })
  const { number } = await aSubmittedCase(office, { implementCode: code })
  await letTheLawAct(office, '2026-09-15')
  const pre = await clockOf(office, number, 'step:pre')
  assert.deepEqual([pre.purpose, pre.budget, pre.anchorAt, pre.dueDay, pre.legalReference], ['legal', days(20), '2026-09-07T09:00:00+08:00', '2026-10-10', '《行政许可法》第四十三条'])
})

test('C-08 only a special procedure moves the due date, and the applicant is told of it in writing', async () => {
  const reviewer = await reviewerOf(office, foodLicence.unit)
  for (const cause of ['payment', 'publicity'] as const) {
    const { number } = await anAcceptedCase(office)
    await suspend(reviewer, number, cause)
    setTime(office, '2026-09-10')
    await office.call('cases.resume-case', reviewer, { number, result: '已完成' })
    assert.equal((await caseAs(office, law, number)).dueOn, '2026-09-14', cause)
    setTime(office, '2026-09-07')
  }
  const { number } = await anAcceptedCase(office)
  const stopped = await office.call('cases.suspend-case', reviewer, { number, cause: 'testing', reason: '样品送检', limit: days(10) })
  assert.deepEqual(stopped.documents.map((document) => document.kind), ['specialProcedureNotice'])
  setTime(office, '2026-09-10')
  await office.call('cases.resume-case', reviewer, { number, result: '检测合格' })
  assert.equal((await caseAs(office, law, number)).dueOn, '2026-09-16', 'the 8th and 9th are left out; the day of acceptance does not count anyway')
})

test('C-08 a special procedure stops the law’s clock although the promise is broken, and the clocks of the open steps with it', async () => {
  const { number } = await anAcceptedCase(office)
  const reviewer = await reviewerOf(office, foodLicence.unit)
  setTime(office, '2026-09-09')
  await suspend(reviewer, number, 'expertReview')
  setTime(office, '2026-09-11')
  await office.call('cases.resume-case', reviewer, { number, result: '通过' })
  assert.equal((await clockOf(office, number, 'step:review')).dueDay, '2026-09-14')
  setTime(office, '2026-09-21')
  await suspend(reviewer, number, 'expertReview')
  setTime(office, '2026-09-23')
  await office.call('cases.resume-case', reviewer, { number, result: '通过' })
  assert.deepEqual([(await clockOf(office, number, 'promised-decision')).dueDay, (await clockOf(office, number, 'legal-decision')).dueDay], ['2026-09-16', '2026-10-15'])
})

test('C-09 a stop without end keeps the case suspended and without a date, and stops do not overlap', async () => {
  const { number } = await anAcceptedCase(office)
  const reviewer = await reviewerOf(office, foodLicence.unit)
  await suspend(reviewer, number, 'expertReview')
  await assert.rejects(suspend(reviewer, number, 'testing'), { code: 'lifecycle.command-not-allowed' })
  await letTheLawAct(office, '2027-03-01')
  const seen = await caseAs(office, law, number)
  assert.deepEqual([seen.state, seen.dueOn], ['suspended', null])
  await assert.rejects(office.call('cases.decide-case', await approverOf(office, foodLicence.unit), { number, result: 'approve' }), { code: 'lifecycle.command-not-allowed' })
})

test('C-09 a step that opens during a stop starts its clock when the case goes on', async () => {
  const { number } = await anAcceptedCase(office)
  const reviewer = await reviewerOf(office, foodLicence.unit)
  await suspend(reviewer, number, 'expertReview')
  await giveOpinions(office, number)
  await assert.rejects(clockOf(office, number, 'step:approve'), /no clock step:approve/)
  setTime(office, '2026-09-15')
  await office.call('cases.resume-case', reviewer, { number, result: '通过' })
  assert.deepEqual([(await clockOf(office, number, 'step:approve')).anchorAt, (await caseAs(office, law, number)).state], ['2026-09-15T09:00:00+08:00', 'inReview'])
})

test('C-10 a hearing keeps its days, is chaired by somebody who does not review, and ends with a signed record', async () => {
  const { number } = await anAcceptedCase(office)
  const reviewer = await reviewerOf(office, foodLicence.unit)
  const drawn = (await caseAs(office, law, number)).steps.find((step) => step.key === 'review')?.personId ?? ''
  const hearing = { toldOn: '2026-09-07', requestedOn: '2026-09-10', noticeOn: '2026-09-11', heldOn: '2026-09-22', time: '上午九时', place: '第一会议室', chair: 'HD0073' } as const
  const call = (changes: Partial<Record<keyof typeof hearing, string>>): Promise<{ readonly documents: readonly { readonly kind: string }[] }> =>
    office.call('cases.suspend-case', reviewer, { number, cause: 'hearing', reason: '申请人要求听证', hearing: { ...hearing, ...changes } as never })
  await assert.rejects(call({ requestedOn: '2026-09-15' }), { code: 'cases.hearing-request-too-late' })
  await assert.rejects(call({ heldOn: '2026-10-20' }), { code: 'cases.hearing-too-late' })
  await assert.rejects(call({ noticeOn: '2026-09-15' }), { code: 'cases.hearing-notice-too-short' })
  await assert.rejects(call({ chair: drawn }), { code: 'cases.chair-is-reviewer' })
  await assert.rejects(office.call('cases.suspend-case', reviewer, { number, cause: 'hearing', reason: '申请人要求听证' }), { code: 'cases.hearing-incomplete' })
  assert.deepEqual((await call({})).documents.map((document) => document.kind), ['hearingNotice'])

  setTime(office, '2026-09-22', '12:00')
  const resume = (signedBy: ('applicant' | 'chair')[]): Promise<unknown> => office.call('cases.resume-case', reviewer, { number, result: '听证结束', hearingRecord: { signedOn: '2026-09-22', signedBy } })
  await assert.rejects(office.call('cases.resume-case', reviewer, { number, result: '听证结束' }), { code: 'cases.hearing-record-missing' })
  await assert.rejects(resume(['chair']), { code: 'cases.hearing-record-missing' })
  await resume(['applicant', 'chair'])
  assert.deepEqual((await eventOf(office, number, 'resume')).detail['hearingRecord'], { signedOn: '2026-09-22', signedBy: ['applicant', 'chair'] })
})

test('C-23 the time of an agency’s report is left out only where the law requires the report and it was commissioned', async () => {
  const reviewer = await reviewerOf(office, foodLicence.unit)
  const report = (number: string, commissioned: boolean): Promise<unknown> => office.call('cases.suspend-case', reviewer, { number, cause: 'agencyReport', reason: '须提交检测报告', commissioned, limit: days(10) })
  const without = await anAcceptedCase(office)
  await assert.rejects(report(without.number, true), { code: 'cases.report-not-required-by-law' })
  const code = await publishItem(office, 3, { intermediaryServices: ['环境检测'] })
  const { number } = await anAcceptedCase(office, { implementCode: code })
  await assert.rejects(report(number, false), { code: 'cases.report-not-required-by-law' })
  await report(number, true)
  setTime(office, '2026-09-09')
  await office.call('cases.resume-case', reviewer, { number, result: '报告已提交' })
  assert.equal((await caseAs(office, law, number)).dueOn, '2026-09-15')
})

test('C-24 closing on the due day is on time, the day after is late, and a lawful stop moves the day', async () => {
  const decideOn = async (day: string, time: string, paused: boolean): Promise<boolean | null> => {
    setTime(office, '2026-09-07')
    const { number } = await anAcceptedCase(office)
    const reviewer = await reviewerOf(office, foodLicence.unit)
    if (paused) {
      await suspend(reviewer, number, 'testing')
      setTime(office, '2026-09-09')
      await office.call('cases.resume-case', reviewer, { number, result: '合格' })
    }
    await giveOpinions(office, number)
    setTime(office, day, time)
    await office.call('cases.decide-case', await approverOf(office, foodLicence.unit), { number, result: 'approve' })
    return (await caseAs(office, law, number)).onTime
  }
  assert.equal(await decideOn('2026-09-09', '10:00', false), true)
  assert.equal(await decideOn('2026-09-14', '23:30', false), true)
  assert.equal(await decideOn('2026-09-15', '00:10', false), false)
  assert.equal(await decideOn('2026-09-15', '00:10', true), true)
})

test('C-26 the registration of an enterprise is due in three working days, three more by the head', async () => {
  const { number } = await anAcceptedCase(office, individualBusiness)
  assert.deepEqual([(await clockOf(office, number, 'legal-decision')).dueDay, (await clockOf(office, number, 'promised-decision')).dueDay], ['2026-09-10', '2026-09-09'])
  const head = await holderOf(office, 'unitHead', foodLicence.unit)
  await assert.rejects(office.call('cases.extend-case', head, { number, by: days(4), reason: '经营场所待核实' }), { code: 'time.extension-too-long' })
  await office.call('cases.extend-case', head, { number, by: days(3), reason: '经营场所待核实' })
  assert.equal((await clockOf(office, number, 'legal-decision')).dueDay, '2026-09-15')
})

test('C-27 a real-estate registration is due in thirty working days and accepted if nothing is said on the spot', async () => {
  const { number } = await aSubmittedCase(office, realEstateChange)
  assert.deepEqual([(await clockOf(office, number, 'acceptance-notice')).dueDay, (await clockOf(office, number, 'acceptance-notice')).legalReference], ['2026-09-07', '《不动产登记暂行条例》第十七条'])
  await letTheLawAct(office, '2026-09-08')
  const seen = await caseAs(office, law, number)
  assert.deepEqual([seen.state, seen.acceptedAt], ['inReview', '2026-09-07T09:00:00+08:00'])
  const legal = await clockOf(office, number, 'legal-decision')
  assert.deepEqual([legal.budget, legal.dueDay], [days(30), '2026-10-23'])
})

const applicant = { applicantName: '张小梅', applicantId: '11010519491231002X', contactPhone: '13800000001', siteAddress: '花都区新华街示例路1号', deliveryWay: 'a' }

const individualBusiness = {
  implementCode: '11440114MB2C00144C4440114004000',
  answers: { 'applicant-kind': ['person'], situation: ['s1'] },
  form: { ...applicant, companyName: '小梅小吃店', companyKind: 'a', capital: 50_000, scope: '餐饮服务', legalRepresentative: '张小梅' },
  materials: [{ material: 'm3', by: 'paper', copies: 1 }],
} as const satisfies Parameters<typeof aSubmittedCase>[1]

const realEstateChange = {
  implementCode: '12440114MB2C0003X04440703008000',
  answers: { 'applicant-kind': ['person'], situation: ['s1'] },
  form: { ...applicant, floorArea: 88, ownership: 'a', propertyUse: 'a' },
  materials: [],
} as const satisfies Parameters<typeof aSubmittedCase>[1]
