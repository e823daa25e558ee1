import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import pg from 'pg'
import { anonymous, law } from '#kernel/access/caller.ts'
import { parseDay } from '#kernel/time/day.ts'
import { getItemInForce } from '#modules/catalogue/index.ts'
import { approverOf, clerk, headOf, personCaller, reviewerOf, subjectId } from '#test/harness/callers.ts'
import { aDecidedCase, aReviewedCase, aSubmittedCase, anAcceptedCase, caseAs, clockOf, eventOf, foodApplication, foodLicence, giveOpinions, letTheLawAct, publishItem, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
const owner = new pg.Pool({ connectionString: office.ownerUrl, options: '-c search_path=yimen', max: 1 })
after(async () => {
  await owner.end()
  await office.close()
})
beforeEach(() => setTime(office, '2026-09-07'))

const paper = (material: string): { material: string; by: 'paper'; copies: number } => ({ material, by: 'paper', copies: 1 })
const pledged = { pledge: true, materials: [{ material: 'm3', by: 'pledge' }, paper('m4'), paper('m6')] } as const satisfies Parameters<typeof aSubmittedCase>[1]
const renewal = { answers: { ...foodApplication().answers, handling: ['renew'] }, form: { ...foodApplication().form, formerLicenceNo: 'JY24401140000001' } }

/** A licence whose last day the test chooses. */
async function aLicenceUntil(validTo: string): Promise<string> {
  const { number, person } = await aDecidedCase(office)
  const { certificate } = await caseAs(office, person, number)
  await owner.query('UPDATE certificates SET valid_to = $1 WHERE identifier = $2', [validTo, certificate])
  return certificate ?? ''
}

test('C-13 a renewal filed thirty days ahead and undecided at expiry is granted by law, also on a rest day', async () => {
  const licence = await aLicenceUntil('2026-10-11')
  const { number, person } = await aSubmittedCase(office, { ...renewal, renews: licence })
  await office.call('cases.accept-case', await clerk(office), { number })
  const expiry = await clockOf(office, number, 'renewal-expiry')
  assert.deepEqual([expiry.dueDay, expiry.dueAt, expiry.legalReference], ['2026-10-12', '2026-10-12T00:00:00+08:00', '《行政许可法》第五十条第二款'])
  await letTheLawAct(office, '2026-10-11', '23:59')
  assert.equal((await caseAs(office, person, number)).state, 'inReview')
  await office.call('certificates.mark-expired', law, {})
  await letTheLawAct(office, '2026-10-12')
  const seen = await caseAs(office, person, number)
  assert.deepEqual([seen.state, seen.outcome, (await eventOf(office, number, 'deem-renewed')).actor], ['decided', 'approved', 'system:law'])
  assert.equal((await office.call('certificates.verify', anonymous, { identifier: seen.certificate ?? '' })).valid, true)
})

test('C-13 a renewal filed later than thirty days before expiry is marked as late and not granted by silence', async () => {
  const licence = await aLicenceUntil('2026-10-06')
  const { number, person } = await aSubmittedCase(office, { ...renewal, renews: licence })
  assert.equal((await eventOf(office, number, 'submit')).detail['lateRenewal'], true)
  await office.call('cases.accept-case', await clerk(office), { number })
  await assert.rejects(clockOf(office, number, 'renewal-expiry'), /no clock renewal-expiry/)
  await letTheLawAct(office, '2026-10-12')
  assert.equal((await caseAs(office, person, number)).state, 'inReview')
  await assert.rejects(aSubmittedCase(office, { ...renewal, renews: '1.2.156.3005.2.none' }), { code: 'cases.renewal-unknown' })
})

test('C-18 a material may follow only if it is flagged, with a written commitment and a day', async () => {
  await assert.rejects(aSubmittedCase(office, { materials: [{ material: 'm3', by: 'gap' }, paper('m4'), paper('m6')] }), { code: 'cases.gap-not-allowed' })
  const { number, person } = await aSubmittedCase(office, { materials: [paper('m3'), { material: 'm4', by: 'gap' }, paper('m6')] })
  setTime(office, '2026-09-08')
  const accepted = await office.call('cases.accept-case', await clerk(office), { number })
  assert.deepEqual(accepted.documents.map((document) => document.kind), ['acceptanceVoucher', 'gapCommitment'])
  assert.deepEqual((await eventOf(office, number, 'accept')).detail['owed'], [{ material: 'm4', dueOn: '2026-09-15' }])
  assert.equal((await clockOf(office, number, 'gap')).dueDay, '2026-09-15')

  await giveOpinions(office, number)
  const approver = await approverOf(office, foodLicence.unit)
  await assert.rejects(office.call('cases.decide-case', approver, { number, result: 'approve' }), { code: 'cases.gaps-open', details: { materials: ['m4'] } })
  await office.call('cases.supply-material', person, { number, materials: [paper('m4')] })
  assert.equal((await clockOf(office, number, 'gap')).end?.kind, 'satisfied')
  assert.equal((await office.call('cases.decide-case', approver, { number, result: 'approve' })).outcome, 'approved')
})

test('C-18 what was promised and never came ends the case in writing, but not before the latest day that was promised', async () => {
  const { item } = await itemWithTwoGaps()
  const { number, person } = await anAcceptedCase(office, { implementCode: item, materials: [paper('m3'), { material: 'm4', by: 'gap' }, { material: 'm6', by: 'gap' }] })
  assert.equal((await clockOf(office, number, 'gap')).dueDay, '2026-09-20')
  await letTheLawAct(office, '2026-09-15')
  assert.equal((await caseAs(office, person, number)).state, 'inReview')
  await letTheLawAct(office, '2026-09-21')
  const seen = await caseAs(office, person, number)
  assert.deepEqual([seen.state, seen.outcome, seen.documents.at(-1)?.kind], ['deemedWithdrawn', 'deemedWithdrawn', 'withdrawal'])
})

async function itemWithTwoGaps(): Promise<{ readonly item: string }> {
  const { item } = await getItemInForce(office.database.db, foodLicence.implementCode, parseDay('2026-09-07'))
  const materials = item.materials.map((material) => (material.key === 'm6' ? { ...material, supplyWithin: { value: 10, unit: 'WORKING_DAY' as const } } : material))
  return { item: await publishItem(office, 1, { materials }) }
}

test('C-19 a pledge needs an item that offers it, is decided the same day and checked within sixty working days', async () => {
  const without = await publishItem(office, 2, { pledgeApproval: false })
  await assert.rejects(aSubmittedCase(office, { ...pledged, implementCode: without }), { code: 'cases.pledge-not-allowed' })
  const { number } = await anAcceptedCase(office, pledged)
  const sameDay = await clockOf(office, number, 'pledge-decision')
  assert.deepEqual([sameDay.purpose, sameDay.dueDay], ['internal', '2026-09-07'])
  await giveOpinions(office, number)
  await office.call('cases.decide-case', await approverOf(office, foodLicence.unit), { number, result: 'approve' })
  assert.equal((await clockOf(office, number, 'pledge-decision')).end?.kind, 'satisfied')
  const check = await clockOf(office, number, 'pledge-verification')
  assert.deepEqual([check.budget, check.dueDay], [{ value: 60, unit: 'WORKING_DAY' }, '2026-12-04'])
})

test('C-19 a false pledge is recorded, may be rectified within fifteen working days, and until then bars from pledging again', async () => {
  const { number } = await aPledgedGrant()
  const reviewer = await reviewerOf(office, foodLicence.unit)
  await office.call('cases.verify-pledge', reviewer, { number, result: 'false', findings: '现场与布局图不符' })
  assert.equal((await clockOf(office, number, 'rectification')).dueDay, '2026-09-28')
  await assert.rejects(aSubmittedCase(office, pledged), { code: 'cases.pledge-barred-by-credit' })
  await assert.rejects(office.call('cases.revoke-case', await headOf(office, foodLicence.unit), falsePledge(number)), { code: 'cases.pledge-not-unrectified' })
  setTime(office, '2026-09-16')
  await office.call('cases.verify-pledge', reviewer, { number, result: 'true', findings: '已整改到位' })
  assert.equal((await clockOf(office, number, 'rectification')).end?.kind, 'satisfied')
  await letTheLawAct(office, '2026-10-12')
  assert.equal((await caseAs(office, law, number)).state, 'decided')
  await aSubmittedCase(office, pledged)
})

test('C-19 a false pledge that is not rectified is put before the head, who revokes the grant', async () => {
  const { number } = await aPledgedGrant()
  await office.call('cases.verify-pledge', await reviewerOf(office, foodLicence.unit), { number, result: 'false', findings: '现场与布局图不符' })
  await letTheLawAct(office, '2026-09-29')
  const head = await headOf(office, foodLicence.unit)
  const { items } = await office.call('cases.list-queue', head, { limit: 100 })
  assert.ok(items.some((line) => line.number === number && line.task === 'revoke'))
  const revoked = await office.call('cases.revoke-case', head, falsePledge(number))
  assert.deepEqual([revoked.state, revoked.documents.map((document) => document.kind)], ['revoked', ['revocation']])
  await owner.query('UPDATE credit_records SET repaired_at = recorded_at')
})

test('C-19 a case whose pledge is not yet checked does not go to the archive', async () => {
  const { number } = await aPledgedGrant()
  await office.call('cases.issue-case', await approverOf(office, foodLicence.unit), { number })
  await office.call('cases.deliver-case', await clerk(office), { number })
  await assert.rejects(office.call('cases.archive-case', law, { number }), { code: 'cases.pledge-not-yet-checked' })
  await office.call('cases.verify-pledge', await reviewerOf(office, foodLicence.unit), { number, result: 'true', findings: '一致' })
  assert.equal((await office.call('cases.archive-case', law, { number })).state, 'archived')
})

test('C-20 a pledge may be taken back before the decision; what it covered is owed again', async () => {
  const { number, person } = await aReviewedCase(office, pledged)
  await office.call('cases.withdraw-pledge', person, { number })
  assert.equal((await clockOf(office, number, 'pledge-decision')).end?.kind, 'voided')
  const approver = await approverOf(office, foodLicence.unit)
  await assert.rejects(office.call('cases.decide-case', approver, { number, result: 'approve' }), { code: 'cases.gaps-open', details: { materials: ['m3'] } })
  await office.call('cases.supply-material', person, { number, materials: [paper('m3')] })
  await office.call('cases.decide-case', approver, { number, result: 'approve' })
  await assert.rejects(office.call('cases.withdraw-pledge', person, { number }), { code: 'lifecycle.command-not-allowed' })

  const early = await aSubmittedCase(office, pledged)
  await office.call('cases.withdraw-pledge', person, { number: early.number })
  await assert.rejects(office.call('cases.accept-case', await clerk(office), { number: early.number }), { code: 'cases.material-missing', details: { materials: ['m3'] } })
})

test('C-30 what was accepted from somebody within a year is not asked for again', async () => {
  await anAcceptedCase(office)
  setTime(office, '2026-10-12')
  const { number, person } = await aSubmittedCase(office, { materials: [] })
  const evidence = (await caseAs(office, person, number)).evidence.filter((one) => ['m3', 'm4', 'm6'].includes(one.requirement))
  assert.deepEqual(evidence.map((one) => [one.requirement, one.source]), [['m3', 'shared'], ['m4', 'shared'], ['m6', 'shared']])
  const window = await clerk(office)
  await assert.rejects(office.call('cases.request-correction', window, { number, defects: [{ material: 'm3', standard: null }] }), { code: 'cases.material-asked-twice', details: { material: 'm3' } })
  assert.equal((await office.call('cases.accept-case', window, { number, checked: [] })).state, 'inReview')
})

test('C-30 it is asked for again after a year, and for another place', async () => {
  await anAcceptedCase(office)
  const elsewhere = { ...foodApplication().form, siteAddress: '花都区狮岭镇示例路9号' }
  await assert.rejects(aSubmittedCase(office, { materials: [], form: elsewhere }), { code: 'cases.material-missing', details: { materials: ['m3', 'm4', 'm6'] } })
  setTime(office, '2029-01-15')
  await assert.rejects(aSubmittedCase(office, { materials: [] }), { code: 'cases.material-missing' })
})

test('C-31 number and code, or the applicant’s phone, show states and days without sign-in, and nothing personal', async () => {
  const { number, queryCode } = await aSubmittedCase(office)
  const filed = await office.call('cases.get-progress', anonymous, { number, code: queryCode })
  assert.deepEqual([filed.state, filed.heldBy, filed.dueOn], ['submitted', 'window', '2026-09-14'], 'by when the window answers, as the receipt says')
  await office.call('cases.accept-case', await clerk(office), { number })
  const progress = await office.call('cases.get-progress', anonymous, { number, code: queryCode })
  assert.deepEqual([progress.state, progress.dueOn, progress.steps.map((step) => step.state)], ['inReview', '2026-09-14', ['submitted', 'inReview']])
  assert.deepEqual(Object.keys(progress).toSorted(), ['department', 'dueOn', 'dueProvisional', 'heldBy', 'itemName', 'number', 'outcome', 'state', 'steps'])
  assert.equal((await office.call('cases.get-progress', anonymous, { number, phone: '13800005001' })).state, 'inReview')
  const wrong = queryCode === '000000' ? '000001' : '000000'
  for (const key of [{ code: wrong }, { phone: '13800005002' }, {}]) await assert.rejects(office.call('cases.get-progress', anonymous, { number, ...key }), { code: 'cases.query-code-wrong' })
  await assert.rejects(office.call('cases.get-progress', anonymous, { number: `${number.slice(0, -4)}9999`, code: queryCode }), { code: 'cases.query-code-wrong' })
})

test('C-32 visits are counted, and one more than the item promises is a violation', async () => {
  const window = await clerk(office)
  const applicantId = await subjectId(office, 'zhang-xiaomei')
  const { number } = await office.call('cases.submit-case', window, foodApplication({ channel: 'window', applicantId }))
  assert.deepEqual(await violationsOf(number), [], 'the item promises none, but he chose to come')
  assert.deepEqual(await office.call('cases.record-visit', window, { number, purpose: 'consult' }), { number, visits: 2 })
  assert.deepEqual(await violationsOf(number), [{ kind: 'too-many-visits', detail: { visits: 2, allowed: 1, purpose: 'consult' } }])
  const { number: once } = await aSubmittedCase(office, { implementCode: await publishItem(office, 3, { maxVisits: 1 }) })
  assert.equal((await office.call('cases.record-visit', window, { number: once, purpose: 'collect' })).visits, 1)
  assert.deepEqual(await violationsOf(once), [])
})

test('C-33 an agent applies for another only with an authorisation that holds that day and covers the item', async () => {
  const applicantId = await subjectId(office, 'huang-bochang')
  const agent = await personCaller(office, 'wu-siqi', 3)
  await assert.rejects(office.call('cases.submit-case', agent, foodApplication({ applicantId })), { code: 'subjects.authorisation-too-narrow' })
  await assert.rejects(office.call('cases.submit-case', await personCaller(office, 'li-guoqiang'), oldAgeAllowance(applicantId)), { code: 'subjects.not-the-agent' })
  const { number } = await office.call('cases.submit-case', agent, oldAgeAllowance(applicantId))
  assert.ok(await caseAs(office, agent, number), 'the agent follows the case')
  assert.ok(await caseAs(office, await personCaller(office, 'huang-bochang'), number), 'and so does the applicant')
  assert.notEqual((await eventOf(office, number, 'submit')).detail['authorisation'], null)
  setTime(office, '2027-03-01')
  await assert.rejects(office.call('cases.submit-case', agent, oldAgeAllowance(applicantId)), { code: 'subjects.authorisation-expired' })
})

/** 高龄津贴: what the granddaughter may apply for in his name. */
function oldAgeAllowance(applicantId: string): ReturnType<typeof foodApplication> {
  return foodApplication({
    applicantId,
    implementCode: '11440114MB2C0011XN4440511007000',
    answers: { situation: ['s1'] },
    form: { applicantName: '黄伯昌', applicantId: '11010519491231002X', contactPhone: '13800000005', householdSize: 2, monthlyIncome: 1200, reason: '年满八十周岁', bankName: '农村商业银行', bankAccount: '6200000000000000', deliveryWay: 'a' },
    materials: [paper('m3')],
  })
}

async function violationsOf(number: string): Promise<readonly unknown[]> {
  const { rows } = await owner.query('SELECT v.kind, v.detail FROM case_violations v JOIN matters m ON m.id = v.case_id WHERE m.number = $1 ORDER BY v.at, v.id', [number])
  return rows
}

async function aPledgedGrant(): Promise<{ readonly number: string }> {
  return aDecidedCase(office, { result: 'approve' }, pledged)
}

function falsePledge(number: string): { number: string; ground: 'falsePledge'; facts: string; legalBasis: string } {
  return { number, ground: 'falsePledge', facts: '承诺不实，逾期未整改', legalBasis: '《中华人民共和国行政许可法》第六十九条第二款' }
}
