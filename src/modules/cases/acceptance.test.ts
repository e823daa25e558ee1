import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import pg from 'pg'
import { type Caller, law } from '#kernel/access/caller.ts'
import { clerk, holderOf, personCaller } from '#test/harness/callers.ts'
import { aSubmittedCase, anAcceptedCase, caseAs, clockOf, eventOf, foodApplication, foodLicence, letTheLawAct, publishItem, routeWith, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { listViolations } from './store/notices.ts'

const office = await openTestOffice({ with: 'city' })
const owner = new pg.Pool({ connectionString: office.ownerUrl, options: '-c search_path=yimen', max: 1 })
after(async () => {
  await owner.end()
  await office.close()
})
beforeEach(() => setTime(office, '2026-09-07'))

const defect = { material: 'm3', standard: 0 } as const
const correction = { material: 'm3', by: 'paper', copies: 1 } as const

test('C-01 an application that nobody answers for five working days is accepted from the day of receipt', async () => {
  const { number } = await aSubmittedCase(office)
  await letTheLawAct(office, '2026-09-14', '23:55')
  assert.equal((await caseAs(office, law, number)).state, 'submitted', 'the fifth working day is not over')
  await letTheLawAct(office, '2026-09-15')
  const seen = await caseAs(office, law, number)
  assert.equal(seen.state, 'inReview')
  assert.equal(seen.acceptedAt, '2026-09-07T09:00:00+08:00')
  assert.equal(seen.dueOn, '2026-09-14', 'the promise of five working days ran from receipt and is over')
  assert.equal((await clockOf(office, number, 'legal-decision')).dueDay, '2026-10-10')
  assert.equal((await eventOf(office, number, 'deem-accepted')).actor, 'system:law')
  assert.deepEqual(seen.documents.map((document) => document.kind).slice(-1), ['acceptanceVoucher'])
})

test('C-01 a notice within five working days keeps the case from being accepted by silence, and corrected papers begin a new five days', async () => {
  const { number, person } = await aSubmittedCase(office)
  setTime(office, '2026-09-14', '16:59')
  await office.call('cases.request-correction', await clerk(office), { number, defects: [defect] })
  await letTheLawAct(office, '2026-09-16')
  assert.equal((await caseAs(office, law, number)).state, 'correctionRequested')
  await office.call('cases.correct-case', person, { number, materials: [correction] })
  assert.equal((await clockOf(office, number, 'acceptance-notice')).dueDay, '2026-09-22', 'Sunday the 20th is worked')
  await letTheLawAct(office, '2026-09-23')
  assert.equal((await caseAs(office, law, number)).acceptedAt, '2026-09-16T00:05:00+08:00')
})

test('C-01 the law accepts even where the unit has nobody to review that day', async () => {
  const code = await publishItem(office, 1, { route: routeWith({ unit: 'qu-zhengfu' }, { key: 'approve', kind: 'APPROVE', role: 'approver', order: 3 }) })
  const { number } = await aSubmittedCase(office, { implementCode: code })
  await assert.rejects(office.call('cases.accept-case', await clerk(office), { number }), { code: 'cases.nobody-eligible' })
  await letTheLawAct(office, '2026-09-15')
  const seen = await caseAs(office, law, number)
  assert.equal(seen.state, 'inReview')
  assert.deepEqual(seen.steps.map((step) => [step.state, step.personId]), [['open', null], ['waiting', null]])
})

test('C-02 a defect that existed at the first notice may not be told in a second one, and the attempt is kept as a violation', async () => {
  const { number, person } = await aSubmittedCase(office)
  const window = await clerk(office)
  await office.call('cases.request-correction', window, { number, defects: [defect] })
  await office.call('cases.correct-case', person, { number, materials: [correction] })
  await assert.rejects(office.call('cases.request-correction', window, { number, defects: [{ material: 'm4', standard: 0 }] }), { code: 'cases.defect-existed-before', details: { material: 'm4', standard: 0 } })
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM matters WHERE number = $1', [number])
  const violations = await listViolations(office.database.db, rows[0]?.id ?? '')
  assert.deepEqual(violations.map(({ kind, actor }) => [kind, actor]), [['repeated-correction', `staff:${window.id}`]])
  assert.equal((await caseAs(office, law, number)).state, 'corrected')
})

test('C-02 what the applicant changed may be found wrong again, and a notice may ask for nothing beyond the published standards', async () => {
  const { number, person } = await aSubmittedCase(office)
  const window = await clerk(office)
  await assert.rejects(office.call('cases.request-correction', window, { number, defects: [{ material: 'm3', standard: 17 }] }), { code: 'cases.defect-not-in-standard' })
  await office.call('cases.request-correction', window, { number, defects: [defect, { material: 'm6', standard: 1 }] })
  await assert.rejects(office.call('cases.correct-case', person, { number, materials: [correction] }), { code: 'cases.correction-incomplete', details: { materials: ['m6'] } })
  await office.call('cases.correct-case', person, { number, materials: [correction, { material: 'm6', by: 'paper', copies: 1 }] })
  const again = await office.call('cases.request-correction', window, { number, defects: [defect] })
  assert.equal(again.state, 'correctionRequested')
})

test('C-03/C-02 a window takes an incomplete application in and tells once what is missing; it cannot be accepted before', async () => {
  const window = await clerk(office)
  const person = await personCaller(office, 'zhang-xiaomei')
  const incomplete = foodApplication({ applicantId: person.id, channel: 'window', form: { ...foodApplication().form, siteAddress: '花都区赤坭镇示例路3号' }, materials: [{ material: 'm3', by: 'paper', copies: 1 }] })
  await assert.rejects(office.call('cases.submit-case', person, { ...incomplete, channel: 'online' }), { code: 'cases.material-missing', details: { materials: ['m4', 'm6'] } })
  const { number, state } = await office.call('cases.submit-case', window, incomplete)
  assert.equal(state, 'submitted')
  await assert.rejects(office.call('cases.accept-case', window, { number }), { code: 'cases.material-missing', details: { materials: ['m4', 'm6'] } })
  await assert.rejects(office.call('cases.accept-case', window, { number, checked: ['m3', 'm4'] }), { code: 'cases.material-missing', details: { materials: ['m6'] } })

  const told = await office.call('cases.request-correction', window, { number, defects: [{ material: 'm4', standard: null }, { material: 'm6', standard: null }] })
  assert.deepEqual([told.state, told.documents.map((document) => document.kind)], ['correctionRequested', ['oneTimeNotice']])
  await office.call('cases.correct-case', window, { number, materials: [{ material: 'm4', by: 'paper', copies: 1 }, { material: 'm6', by: 'paper', copies: 1 }] })
  assert.equal((await office.call('cases.accept-case', window, { number, checked: ['m3', 'm4', 'm6'] })).state, 'inReview')
})

test('C-03 the window may accept without a scan what the clerk saw and answered for', async () => {
  const window = await clerk(office)
  const { number } = await office.call('cases.submit-case', window, foodApplication({ applicantId: (await personCaller(office, 'wang-yuting')).id, channel: 'window', materials: [] }))
  assert.equal((await office.call('cases.accept-case', window, { number, checked: ['m3', 'm4', 'm6'] })).state, 'inReview')
})

test('C-03 accepting and turning away leave a numbered, sealed voucher', async () => {
  const window = await clerk(office)
  const accepted = await office.call('cases.accept-case', window, { number: (await aSubmittedCase(office)).number })
  assert.deepEqual(accepted.documents.map((document) => document.kind), ['acceptanceVoucher'])
  assert.match(accepted.documents[0]?.number ?? '', /^政务数据受〔2026〕\d+号$/)

  const refused = await office.call('cases.refuse-acceptance', window, { number: (await aSubmittedCase(office)).number, reason: '隐瞒有关情况申请许可', legalBasis: '《中华人民共和国行政许可法》第七十八条' })
  assert.deepEqual([refused.state, refused.outcome, refused.documents[0]?.kind], ['acceptanceRefused', 'acceptanceRefused', 'nonAcceptance'])
  const free = await office.call('cases.find-not-required', window, { number: (await aSubmittedCase(office)).number, reason: '仅销售预包装食品不需要许可' })
  assert.deepEqual([free.state, free.documents[0]?.kind], ['notRequired', 'notRequired'])
  const elsewhere = await office.call('cases.find-out-of-scope', window, { number: (await aSubmittedCase(office)).number, competentUnit: '白云区市场监督管理局', competentAddress: '白云区示例路1号', competentPhone: '020-00000000' })
  assert.deepEqual([elsewhere.state, elsewhere.documents[0]?.kind], ['outOfScope', 'outOfScope'])
})

test('C-03 without a voucher there is no acceptance', async () => {
  const { number } = await aSubmittedCase(office)
  await owner.query('REVOKE INSERT ON documents FROM yimen_app')
  try {
    await assert.rejects(office.call('cases.accept-case', await clerk(office), { number }), /permission denied for table documents/)
  } finally {
    await owner.query('GRANT INSERT ON documents TO yimen_app')
  }
  const seen = await caseAs(office, law, number)
  assert.deepEqual([seen.state, seen.version, seen.acceptedAt], ['submitted', 1, null])
})

test('C-21 an online application is looked at within one working day, one at the window has no such clock', async () => {
  const { number } = await aSubmittedCase(office)
  assert.equal((await clockOf(office, number, 'pre-review')).dueDay, '2026-09-08')
  setTime(office, '2026-09-08', '10:00')
  await office.call('cases.receive-case', await clerk(office), { number })
  const ended = await clockOf(office, number, 'pre-review')
  assert.deepEqual([ended.end?.kind, ended.overdue], ['satisfied', false])

  setTime(office, '2026-09-07')
  const window = await clerk(office)
  const atWindow = await office.call('cases.submit-case', window, foodApplication({ channel: 'window', applicantId: (await personCaller(office, 'zhang-xiaomei')).id }))
  await assert.rejects(clockOf(office, atWindow.number, 'pre-review'), /no clock pre-review/)
})

test('C-21 a clerk files what came to the window or by post, an applicant what he files himself, and each counts as what it was', async () => {
  const [window, person] = [await clerk(office), await personCaller(office, 'wang-yuting')]
  const filed = async (caller: Caller, channel?: 'online' | 'mobile' | 'terminal' | 'window' | 'post') => {
    const { number } = await office.call('cases.submit-case', caller, foodApplication({ applicantId: person.id, ...(channel && { channel }) }))
    return caseAs(office, window, number)
  }
  const byPost = await filed(window, 'post')
  assert.equal(byPost.channel, 'post')
  assert.ok(!byPost.events.some(({ command }) => command === 'record-visit'))
  await assert.rejects(clockOf(office, byPost.number, 'pre-review'), /no clock pre-review/)
  assert.deepEqual([(await filed(window)).channel, (await filed(person)).channel], ['window', 'online'])
  for (const channel of ['online', 'mobile', 'terminal'] as const) await assert.rejects(filed(window, channel), { code: 'cases.channel-not-yours' })
  for (const channel of ['window', 'post'] as const) await assert.rejects(filed(person, channel), { code: 'cases.channel-not-yours' })
  const unposted = await publishItem(office, 6, { channels: ['WINDOW', 'ONLINE'] })
  await assert.rejects(office.call('cases.submit-case', window, foodApplication({ implementCode: unposted, applicantId: person.id, channel: 'post' })), { code: 'cases.channel-not-offered' })
})

test('C-25 an instant item is due on the very working day on which it is accepted', async () => {
  const instant = await publishItem(office, 2, { handlingKind: 'INSTANT', promisedLimit: { value: 0, unit: 'WORKING_DAY' } })
  const { number } = await anAcceptedCase(office, { implementCode: instant })
  assert.equal((await caseAs(office, law, number)).dueOn, '2026-09-07')
  setTime(office, '2026-09-12')
  const onSaturday = await anAcceptedCase(office, { implementCode: instant })
  assert.equal((await caseAs(office, law, onSaturday.number)).dueOn, '2026-09-14', 'a Saturday is no working day')
})

test('C-34 a case received in another region is forwarded within one working day and accepted only then', async () => {
  await owner.query(`INSERT INTO halls SELECT h.* FROM jsonb_populate_record((SELECT x FROM halls x WHERE id = 'qu-zhengwu'), '{"id": "baiyun", "name": "白云区政务服务中心", "region_code": "440111"}') h`)
  const person = await personCaller(office, 'zhang-xiaomei')
  const elsewhere = { ...(await clerk(office)), hallId: 'baiyun', windowId: undefined }
  const { number } = await office.call('cases.submit-case', elsewhere, foodApplication({ channel: 'window', applicantId: person.id }))
  assert.equal((await caseAs(office, person, number)).crossRegion, true)
  assert.equal((await clockOf(office, number, 'forwarding')).dueDay, '2026-09-08')
  await assert.rejects(office.call('cases.accept-case', await clerk(office), { number }), { code: 'cases.not-forwarded' })

  setTime(office, '2026-09-08', '11:00')
  await office.call('cases.forward-case', elsewhere, { number })
  setTime(office, '2026-09-09')
  const accepted = await office.call('cases.accept-case', await clerk(office), { number })
  assert.equal(accepted.dueOn, '2026-09-16', 'five working days from acceptance by the deciding side, not from receipt')
  assert.equal((await clockOf(office, number, 'forwarding')).overdue, false)
  await assert.rejects(office.call('cases.forward-case', await clerk(office), { number: (await aSubmittedCase(office)).number }), { code: 'cases.not-cross-region' })
})

test('a case is accepted only by a window, and nobody sees a stranger’s case', async () => {
  const { number } = await aSubmittedCase(office)
  await assert.rejects(office.call('cases.accept-case', await holderOf(office, 'approver', foodLicence.unit), { number }), { code: 'contract.not-permitted' })
  await assert.rejects(caseAs(office, await personCaller(office, 'li-guoqiang'), number), { code: 'cases.unknown' })
})
