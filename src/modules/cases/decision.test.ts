import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import pg from 'pg'
import { anonymous, law } from '#kernel/access/caller.ts'
import { sm3Hex } from '#kernel/crypto/sm3.ts'
import { composeDocument } from '#kernel/documents/compose.ts'
import { documentText } from '#kernel/documents/plain-text.ts'
import { readDocument } from '#kernel/documents/read.ts'
import { commandsIn, isClosed, targetsFrom } from '#kernel/lifecycle/lifecycle.ts'
import { approverOf, clerk, headOf, holderOf, personCaller, reviewerOf } from '#test/harness/callers.ts'
import { aDecidedCase, aReviewedCase, aSubmittedCase, anAcceptedCase, caseAs, clockOf, eventOf, foodLicence, giveOpinions, publishItem, setTime } from '#test/harness/cases.ts'
import { statementsOf } from '#test/harness/count-statements.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { caseDocuments } from './documents/templates.ts'
import { type CaseCommand, caseLifecycle } from './lifecycle.ts'

const office = await openTestOffice({ with: 'city' })
const owner = new pg.Pool({ connectionString: office.ownerUrl, options: '-c search_path=yimen', max: 1 })
after(async () => {
  await owner.end()
  await office.close()
})
beforeEach(() => setTime(office, '2026-09-07'))

async function decide(number: string, decision: { result: 'approve' | 'refuse'; reasons?: string[] } = { result: 'approve' }) {
  return office.call('cases.decide-case', await approverOf(office, foodLicence.unit, 1), { number, ...decision })
}

test('C-07 the result is delivered within ten working days of the decision', async () => {
  const { number } = await aDecidedCase(office)
  const delivery = await clockOf(office, number, 'delivery')
  assert.deepEqual([delivery.purpose, delivery.dueDay, delivery.legalReference], ['legal', '2026-09-20', '《行政许可法》第四十四条'])
  setTime(office, '2026-09-20', '16:00')
  await office.call('cases.issue-case', await approverOf(office, foodLicence.unit), { number })
  const delivered = await office.call('cases.deliver-case', await clerk(office), { number })
  assert.deepEqual(delivered.documents.map((document) => document.kind), ['deliveryReceipt'])
  const ended = await clockOf(office, number, 'delivery')
  assert.deepEqual([ended.end?.kind, ended.overdue], ['satisfied', false])
})

/** A result that waits at the window for whoever fetches it. */
async function aResultAtTheWindow(): Promise<string> {
  const { number } = await aDecidedCase(office, { result: 'approve' }, { delivery: { kind: 'window', hallId: 'qu-zhengwu' } })
  await office.call('cases.issue-case', await approverOf(office, foodLicence.unit), { number })
  return number
}

test('C-07 whoever fetches the result at a window signs for it: the drawing is evidence of the case, its hash stands in the ledger and his name on the receipt only', async () => {
  const [number, windowClerk] = [await aResultAtTheWindow(), await clerk(office)]
  await assert.rejects(office.call('cases.deliver-case', windowClerk, { number }), { code: 'cases.receipt-unsigned' })
  await assert.rejects(office.call('cases.deliver-case', windowClerk, { number, signature: { by: 'drawing', name: '张晓梅', path: 'M1 2L3 4"/><image' } }), { code: 'contract.invalid-input' })
  const { documents } = await office.call('cases.deliver-case', windowClerk, { number, signature: { by: 'drawing', name: '张晓梅', path: 'M40 60L200 120M220 60L230 150' } })
  const signed = (await caseAs(office, windowClerk, number)).evidence.find(({ requirement }) => requirement === 'receipt-signature') ?? assert.fail('no signature')
  assert.deepEqual([signed.name, signed.state, signed.mediaType, signed.owed], ['签收签名', 'accepted', 'image/png', false])
  const { detail } = await eventOf(office, number, 'deliver')
  const { rows } = await owner.query<{ content_hash: string }>('SELECT content_hash FROM files WHERE id = $1', [signed.fileId])
  assert.deepEqual(detail['signature'], { by: 'drawing', hash: rows[0]?.content_hash })
  assert.doesNotMatch(JSON.stringify(detail), /张晓梅/)
  const receipt = await readDocument(office.database.db, office.app.services, documents[0]?.id ?? '')
  assert.match(documentText(composeDocument(caseDocuments.deliveryReceipt, receipt.data)), /收件人签字或盖章[^\n]*\s*张晓梅/)
})

test('C-07 who signs the printed receipt leaves no drawing, and the ledger says that he signed on paper', async () => {
  const [number, windowClerk] = [await aResultAtTheWindow(), await clerk(office)]
  await office.call('cases.deliver-case', windowClerk, { number, signature: { by: 'paper', name: '张晓梅' } })
  assert.deepEqual((await eventOf(office, number, 'deliver')).detail['signature'], { by: 'paper' })
  assert.ok(!(await caseAs(office, windowClerk, number)).evidence.some(({ requirement }) => requirement === 'receipt-signature'))
})

test('C-12 a refusal gives its reasons and says where and how long the applicant may appeal', async () => {
  const { number } = await aReviewedCase(office)
  await assert.rejects(decide(number, { result: 'refuse' }), { code: 'cases.reasons-missing' })
  const refused = await decide(number, { result: 'refuse', reasons: ['经营场所与污染源的距离不足'] })
  const document = await readDocument(office.database.db, office.app.services, refused.documents[0]?.id ?? '')
  assert.equal(document.kind, 'refusal')
  assert.deepEqual(document.data['reasons'], [{ reason: '经营场所与污染源的距离不足' }])
  const words = documentText(composeDocument(caseDocuments.refusal, document.data))
  assert.match(words, /自收到本决定书之日起60日内，依照《中华人民共和国行政复议法》第二十条第一款向广州市花都区人民政府申请行政复议；也可以自收到本决定书之日起6个月内/)
  assert.deepEqual([refused.outcome, refused.certificate], ['refused', null])
})

test('C-14 a limited permit is granted in the order of acceptance; refusing is possible at any time', async () => {
  const implementCode = await publishItem(office, 1, { quantityLimit: '本年度共2个' })
  const first = await anAcceptedCase(office, { implementCode })
  setTime(office, '2026-09-07', '10:00')
  const second = await anAcceptedCase(office, { implementCode })
  const third = await anAcceptedCase(office, { implementCode })
  for (const { number } of [first, second, third]) await giveOpinions(office, number)
  await assert.rejects(decide(second.number), { code: 'cases.order-of-acceptance', details: { earlier: first.number } })
  await decide(third.number, { result: 'refuse', reasons: ['不符合规划'] })
  await decide(first.number)
  assert.equal((await decide(second.number)).outcome, 'approved')
})

test('C-14 of two cases accepted at the same instant the one with the earlier number comes first', async () => {
  const implementCode = await publishItem(office, 2, { quantityLimit: '本年度共1个' })
  const first = await anAcceptedCase(office, { implementCode })
  const second = await anAcceptedCase(office, { implementCode })
  await giveOpinions(office, second.number)
  await assert.rejects(decide(second.number), { code: 'cases.order-of-acceptance', details: { earlier: first.number } })
})

test('C-16 every change has an actor, an instant and, where it must be justified, a reason', async () => {
  const { number } = await aDecidedCase(office)
  const { events, intact } = await office.call('cases.get-case-ledger', law, { number })
  assert.equal(intact, true)
  assert.deepEqual(events.map((event) => event.command), ['submit', 'accept', 'review', 'review', 'decide'])
  assert.ok(events.every((event) => /^(person|staff|system):/.test(event.actor) && event.at.endsWith('+08:00')))
  const other = await anAcceptedCase(office)
  const reviewer = await reviewerOf(office, foodLicence.unit)
  await assert.rejects(office.call('cases.suspend-case', reviewer, { number: other.number, cause: 'testing', reason: '' }), { code: 'contract.invalid-input' })
  await assert.rejects(office.call('cases.extend-case', await headOf(office, foodLicence.unit), { number: other.number, by: { value: 1, unit: 'WORKING_DAY' }, reason: '' }), { code: 'contract.invalid-input' })
})

test('C-16 the application itself cannot change or remove what stands in the ledger', async () => {
  await aSubmittedCase(office)
  for (const statement of [`UPDATE matter_events SET actor = 'staff:HD0001'`, 'DELETE FROM matter_events', 'UPDATE case_violations SET kind = kind', 'DELETE FROM case_visits', 'UPDATE documents SET number = number']) {
    await assert.rejects(office.database.pool.query(statement), /permission denied/, statement)
  }
})

test('C-17 no command leads a closed case back: not one of the lifecycle, not to any caller', async () => {
  for (const state of Object.keys(caseLifecycle.states)) {
    if (!isClosed(caseLifecycle, state)) continue
    for (const command of commandsIn<string, CaseCommand>(caseLifecycle, state)) {
      for (const to of targetsFrom<string>(caseLifecycle.commands[command], state)) assert.ok(isClosed(caseLifecycle, to), `${command} reopens ${state}`)
    }
  }
  const { number, person } = await aDecidedCase(office)
  await assert.rejects(decide(number, { result: 'refuse', reasons: ['重新考虑'] }), { code: 'lifecycle.command-not-allowed', details: { state: 'decided', command: 'decide', allowed: ['issue'] } })
  await assert.rejects(office.call('cases.withdraw-case', person, { number, reason: '不要了' }), { code: 'lifecycle.command-not-allowed' })
})

test('C-17 what was granted wrongly is revoked by the head, and the certificate goes with it', async () => {
  const { number } = await aDecidedCase(office)
  const certificate = (await caseAs(office, law, number)).certificate ?? ''
  const order = { number, facts: '取得许可时提交的材料系伪造', legalBasis: '《中华人民共和国行政许可法》第六十九条第二款' }
  await assert.rejects(office.call('cases.revoke-case', await approverOf(office, foodLicence.unit, 1), order), { code: 'contract.not-permitted' })
  const revoked = await office.call('cases.revoke-case', await headOf(office, foodLicence.unit), order)
  assert.deepEqual([revoked.state, revoked.outcome, revoked.documents.map((document) => document.kind)], ['revoked', 'revoked', ['revocation']])
  assert.equal((await office.call('certificates.verify', anonymous, { identifier: certificate })).valid, false)
  const { timers } = await office.call('cases.get-case-clock', law, { number })
  assert.ok(timers.every((timer) => timer.end !== null), 'no clock runs on')
})

test('C-28 grants are published with the applicant masked, refusals and revoked grants are not', async () => {
  const granted = await aDecidedCase(office)
  const refused = await aDecidedCase(office, { result: 'refuse', reasons: ['不符合条件'] })
  const revoked = await aDecidedCase(office)
  await office.call('cases.revoke-case', await headOf(office, foodLicence.unit), { number: revoked.number, facts: '材料系伪造', legalBasis: '《行政许可法》第六十九条' })
  const { items } = await office.call('cases.list-decisions', anonymous, { limit: 100 })
  const numbers = items.map((item) => item.number)
  assert.deepEqual([granted, refused, revoked].map(({ number }) => numbers.includes(number)), [true, false, false])
  assert.ok(items.every((item) => item.applicantName.includes('*')))
})

test('published decisions come out of their index in their order: whatever their number, none has to be sorted', async () => {
  await office.call('cases.list-decisions', anonymous, { limit: 100 })
  const [listing = ''] = (await statementsOf(() => office.call('cases.list-decisions', anonymous, { limit: 100 }))).filter((statement) => statement.includes('applicant_name'))
  await owner.query('SET enable_sort = off; SET enable_incremental_sort = off')
  const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`EXPLAIN (COSTS OFF) ${listing.replace('$1', '100')}`)
  await owner.query('RESET enable_sort; RESET enable_incremental_sort')
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  assert.match(plan, /Index Scan using cases_decided/)
  assert.doesNotMatch(plan, /Sort/)
})

test('C-29 the electronic certificate exists from the instant of the grant, and without it there is no grant', async () => {
  const { number } = await aReviewedCase(office)
  await owner.query('REVOKE INSERT ON certificates FROM yimen_app')
  try {
    await assert.rejects(decide(number), /permission denied for table certificates/)
  } finally {
    await owner.query('GRANT INSERT ON certificates TO yimen_app')
  }
  assert.equal((await caseAs(office, law, number)).state, 'inReview')
  setTime(office, '2026-09-09', '15:30')
  const { certificate } = await decide(number)
  const { rows } = await owner.query<{ issued_at: Date }>('SELECT issued_at FROM certificates WHERE identifier = $1', [certificate])
  assert.deepEqual([rows[0]?.issued_at.toISOString(), (await caseAs(office, law, number)).decidedAt], ['2026-09-09T07:30:00.000Z', '2026-09-09T15:30:00+08:00'])
})

test('the decision waits for every opinion and ends every clock of the case but the delivery’s', async () => {
  const { number } = await anAcceptedCase(office)
  await office.call('cases.review-case', await reviewerOf(office, foodLicence.countersigner), { number, opinion: 'agree' })
  await assert.rejects(decide(number), { code: 'cases.reviews-open', details: { steps: ['review'], units: ['shichang-jianguan'] } })
  await office.call('cases.review-case', await reviewerOf(office, foodLicence.unit), { number, opinion: 'agree', officers: ['HD0076', 'HD0077'] })
  await decide(number)
  const { timers } = await office.call('cases.get-case-clock', law, { number })
  assert.deepEqual(timers.filter((timer) => timer.end === null).map((timer) => timer.name), ['delivery'])
  assert.deepEqual((await eventOf(office, number, 'decide')).detail['becomes'], { outcome: 'approved' })
})

test('the archive of a closed case lists its documents, its evidence with hashes, its certificate and its whole ledger', async () => {
  const bytes = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
  const { id } = await office.call('kernel.upload-file', await personCaller(office, 'zhang-xiaomei'), { name: '平面图.pdf', bytes })
  const { number, person } = await aDecidedCase(office, { result: 'approve' }, { materials: [{ material: 'm3', by: 'file', fileId: id }, { material: 'm4', by: 'paper', copies: 1 }, { material: 'm6', by: 'paper', copies: 1 }] })
  const archivist = await holderOf(office, 'archivist', 'zhengwu-shuju')
  const manifest = await office.call('cases.get-archive-package', archivist, { number })
  assert.deepEqual(manifest.documents.map((document) => document.kind), ['receiptSlip', 'acceptanceVoucher', 'approval'])
  assert.equal(manifest.evidence.find((one) => one.requirement === 'm3')?.contentHash, sm3Hex(bytes))
  assert.deepEqual([manifest.ledger.intact, manifest.ledger.events.length, manifest.ledger.events.at(-1)?.hash], [true, 5, manifest.ledger.headHash])
  assert.equal(manifest.case.certificate, (await caseAs(office, person, number)).certificate)
  await assert.rejects(office.call('cases.get-archive-package', await headOf(office, foodLicence.unit), { number: (await anAcceptedCase(office)).number }), { code: 'cases.still-open' })
})
