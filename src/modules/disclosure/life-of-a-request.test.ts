import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import type { InputOf } from '#app'
import { law } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { clerk, holderOf, personCaller, staffCaller } from '#test/harness/callers.ts'
import { anOriginal, aRequest, askedUnit, disclosurePeople, seenRequest } from '#test/harness/disclosure.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
beforeEach(() => office.clock.set(mondayMorning))
const { person, officer, head } = await disclosurePeople(office)

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const at = (day: string): Date => new Date(`${day}T10:00:00+08:00`)
const due = async (number: string, name = 'answer'): Promise<string | null | undefined> => (await seenRequest(office, officer, number)).clocks.find((clock) => clock.name === name)?.dueAt

let letters = 0
/** A letter from somebody whom the register does not know. */
function aLetter(changes: Partial<InputOf<'disclosure.register-request'>> = {}): InputOf<'disclosure.register-request'> {
  letters += 1
  return { unitId: askedUnit, channel: 'ordinaryMail', applicant: { name: '何小满', idNumber: `E${String(letters).padStart(8, '0')}`, phone: '13800000002' }, record: { title: `信函所求第${letters}号文件` }, ...changes }
}

test('O-07 through the portal the time runs from the day on which receipt was confirmed, not from the click', async () => {
  const number = await aRequest(office, 'submitted')
  assert.equal((await seenRequest(office, person, number)).receivedOn, null)
  assert.equal(await due(number, 'confirm'), '2026-09-09T00:00:00+08:00')
  office.clock.set(at('2026-09-08'))
  const received = await office.call('disclosure.receive-request', officer, { number })
  assert.equal(received.receivedOn, '2026-09-08')
  assert.equal(await due(number), '2026-10-13T00:00:00+08:00')
  assert.deepEqual((await seenRequest(office, person, number)).documents.map(({ kind }) => kind), ['receipt'])
})

test('O-07 what is handed in at a window is received that day, a registered letter on the day it was signed for', async () => {
  const window = await clerk(office)
  const handedIn = await office.call('disclosure.register-request', window, aLetter({ channel: 'inPerson' }))
  assert.equal(handedIn.receivedOn, '2026-09-07')
  const signed = await office.call('disclosure.register-request', officer, aLetter({ channel: 'registeredMail', receivedOn: '2026-09-04' }))
  assert.equal(signed.receivedOn, '2026-09-04')
  assert.equal(await due(signed.number), '2026-10-10T00:00:00+08:00')
  await assert.rejects(office.call('disclosure.register-request', window, aLetter()), refused('disclosure.channel-foreign'))
})

test('O-07 an ordinary letter, an e-mail and a fax wait until receipt is confirmed, or come with the day on which it was', async () => {
  for (const channel of ['ordinaryMail', 'email', 'fax'] as const) {
    assert.equal((await office.call('disclosure.register-request', officer, aLetter({ channel }))).receivedOn, null, channel)
    assert.equal((await office.call('disclosure.register-request', officer, aLetter({ channel, arrivedOn: '2026-09-03', receivedOn: '2026-09-04' }))).receivedOn, '2026-09-04', channel)
    await assert.rejects(office.call('disclosure.register-request', officer, aLetter({ channel, receivedOn: '2026-09-08' })), refused('disclosure.receipt-day-wrong'))
  }
})

test('a registered person who hands an application in at a window follows it in the account; under another name it is not taken', async () => {
  const window = await clerk(office)
  const applicant = { name: '张晓梅', idNumber: '440114198805160020', phone: '13800005001' }
  const { number } = await office.call('disclosure.register-request', window, aLetter({ channel: 'inPerson', applicant }))
  assert.equal((await seenRequest(office, person, number)).reach, 'applicant')
  await assert.rejects(office.call('disclosure.register-request', window, aLetter({ channel: 'inPerson', applicant: { ...applicant, name: '何小满' } })), refused('disclosure.name-differs'))
})

test('O-03 a letter signed for in May 2019 is answered by the law of its day', async () => {
  const old = await office.call('disclosure.register-request', officer, aLetter({ channel: 'registeredMail', receivedOn: '2019-05-14' }))
  assert.equal(await due(old.number), '2019-06-05T00:00:00+08:00')
  const renewed = await office.call('disclosure.register-request', officer, aLetter({ channel: 'registeredMail', receivedOn: '2019-05-15' }))
  assert.equal(await due(renewed.number), '2019-06-14T00:00:00+08:00')
})

test('O-04 the head extends once, before the day is over, and the applicant has it in writing', async () => {
  const number = await aRequest(office)
  await assert.rejects(office.call('disclosure.extend-request', officer, { number, days: 5, reason: '检索档案' }), refused('contract.not-permitted'))
  await office.call('disclosure.extend-request', head, { number, days: 20, reason: '检索档案' })
  assert.equal(await due(number), '2026-11-07T00:00:00+08:00')
  assert.ok((await seenRequest(office, person, number)).documents.some(({ kind }) => kind === 'extension'))
  await assert.rejects(office.call('disclosure.extend-request', head, { number, days: 1, reason: '再延' }), refused('time.already-extended'))
  const late = await aRequest(office)
  office.clock.set(at('2026-10-11'))
  await assert.rejects(office.call('disclosure.extend-request', head, { number: late, days: 5, reason: '检索档案' }), refused('time.expired'))
})

test('O-05 an unclear application is sent back once, within seven working days; its time starts again with the clear one', async () => {
  const number = await aRequest(office)
  office.clock.set(at('2026-09-16'))
  const asked = await office.call('disclosure.request-clarification', officer, { number, reason: '内容不明确', correction: '请写明文号' })
  assert.equal(asked.state, 'awaitingClarification')
  assert.equal(await due(number), undefined)
  office.clock.set(at('2026-09-18'))
  const clear = await office.call('disclosure.clarify-request', person, { number, record: { title: '验收意见', docNo: '花市监验〔2025〕8号' } })
  assert.equal(clear.state, 'handling')
  assert.equal(await due(number), '2026-10-23T00:00:00+08:00')
  await assert.rejects(office.call('disclosure.request-clarification', officer, { number, reason: '仍不明确', correction: '请再写' }), refused('disclosure.clarified-already'))
})

test('O-05 after seven working days it is too late to ask', async () => {
  const number = await aRequest(office)
  office.clock.set(at('2026-09-17'))
  await assert.rejects(office.call('disclosure.request-clarification', officer, { number, reason: '内容不明确', correction: '请写明文号' }), refused('disclosure.clarification-too-late'))
})

test('O-05 who does not answer by the day that was set has given up; on that day itself not yet', async () => {
  const number = await aRequest(office)
  await office.call('disclosure.request-clarification', officer, { number, reason: '内容不明确', correction: '请写明文号', clarifyBy: '2026-09-21' })
  await office.call('disclosure.lapse-overdue', law, {}, { now: at('2026-09-21') })
  assert.equal((await seenRequest(office, person, number)).state, 'awaitingClarification')
  await office.call('disclosure.lapse-overdue', law, {}, { now: at('2026-09-22') })
  const over = await seenRequest(office, person, number)
  assert.equal(over.state, 'abandoned')
  assert.deepEqual((await office.call('disclosure.get-request-ledger', person, { number })).events.at(-1)?.actor, 'system:law')
})

test('O-06 asking a third party stops the clock; fifteen working days of silence and the agency decides', async () => {
  const number = await aRequest(office)
  office.clock.set(at('2026-09-09'))
  await office.call('disclosure.consult-party', officer, { number, kind: 'thirdParty', party: '某商业公司', question: '是否同意公开？' })
  assert.equal(await due(number), null)
  await office.call('disclosure.lapse-overdue', law, {}, { now: at('2026-09-30') })
  assert.equal((await seenRequest(office, officer, number)).state, 'consulting')
  office.clock.set(at('2026-10-09'))
  await office.call('disclosure.lapse-overdue', law, {})
  const shown = await seenRequest(office, officer, number)
  assert.equal(shown.state, 'handling')
  assert.deepEqual(shown.consultations.map(({ party, opinion }) => [party, opinion]), [['某商业公司', 'silent']])
  assert.ok((await due(number) ?? '') > '2026-10-25')
})

test('O-06 an agency that made the record as well and says nothing consents', async () => {
  const number = await aRequest(office)
  await office.call('disclosure.consult-party', officer, { number, kind: 'coMaker', party: '区农业农村局', question: '是否同意公开？' })
  office.clock.set(at('2026-10-09'))
  await office.call('disclosure.lapse-overdue', law, {})
  assert.deepEqual((await seenRequest(office, officer, number)).consultations.map(({ opinion }) => opinion), ['deemedConsent'])
})

test('O-06 with two who were asked the clock runs again when the last has answered, and the applicant is not told who they are', async () => {
  const number = await aRequest(office)
  await office.call('disclosure.consult-party', officer, { number, kind: 'thirdParty', party: '某商业公司', question: '是否同意公开？' })
  const { consultations } = await office.call('disclosure.consult-party', officer, { number, kind: 'coMaker', party: '区农业农村局', question: '是否同意公开？' })
  const [first, second] = consultations.map(({ id }) => id)
  assert.equal((await office.call('disclosure.record-opinion', officer, { number, consultationId: first ?? '', opinion: 'objects', text: '商业秘密' })).state, 'consulting')
  await assert.rejects(office.call('disclosure.record-opinion', officer, { number, consultationId: first ?? '', opinion: 'agrees', text: '改口' }), refused('disclosure.consultation-unknown'))
  assert.equal((await office.call('disclosure.record-opinion', officer, { number, consultationId: second ?? '', opinion: 'agrees', text: '同意' })).state, 'handling')
  const seen = await seenRequest(office, person, number)
  assert.deepEqual(seen.consultations.map(({ party, opinion, text }) => [party, opinion, text]), [[null, null, null], [null, null, null]])
  assert.ok(!seen.documents.some(({ kind }) => kind === 'opinionRequest'))
})

test('O-08 an officer drafts and another person issues: a numbered letter, the duty done, the answer in the account', async () => {
  const number = await aRequest(office, 'drafted')
  assert.equal((await seenRequest(office, person, number)).answer, null)
  const closed = await office.call('disclosure.issue-answer', head, { number })
  assert.equal(closed.state, 'closed')
  const seen = await seenRequest(office, person, number)
  assert.equal(seen.answer?.provided, '验收意见全文，共3页。')
  const letter = seen.documents.find(({ kind }) => kind === 'provided')
  assert.match(letter?.number ?? '', /公开告〔2026〕\d+号$/)
  await office.call('disclosure.get-document', person, { number, documentId: letter?.id ?? '' })
})

test('O-08 who drafted an answer does not issue it, though he is the head as well', async () => {
  const number = await aRequest(office)
  const today = '2026-09-07'
  await office.call('organisation.assign-role', law, { staffId: officer.id, role: 'disclosureHead', unitId: askedUnit, from: today, to: null })
  const both = await staffCaller(office, officer.id)
  await office.call('disclosure.draft-answer', both, { number, kind: 'provided', provided: '全文' })
  await assert.rejects(office.call('disclosure.issue-answer', both, { number }), refused('disclosure.own-draft'))
  const returned = await office.call('disclosure.return-draft', head, { number, remark: '请写明页数' })
  assert.equal(returned.state, 'handling')
})

test('O-08 an answer on paper is open until it is delivered', async () => {
  const number = await aRequest(office, 'drafted', { wantedForm: 'post' })
  assert.equal((await office.call('disclosure.issue-answer', head, { number })).state, 'answered')
  assert.equal((await office.call('disclosure.deliver-answer', officer, { number, note: '挂号信寄出' })).state, 'closed')
})

test('O-09 of a record that is partly withheld only an excerpt leaves the house, never the original', async () => {
  const number = await aRequest(office)
  const original = await anOriginal(office)
  const partly = { number, kind: 'partlyProvided', provided: '验收意见正文', withheldPart: '合同价款', ground: 'thirdParty', reason: '商业秘密', legalBasis: '《政府信息公开条例》第十五条' } as const
  await assert.rejects(office.call('disclosure.draft-answer', officer, { ...partly, fileIds: [original] }), refused('disclosure.original-attached'))
  const { pages } = await office.call('disclosure.read-source', officer, { number, fileId: original })
  assert.match(pages.join('').replaceAll(/\s/g, ''), /合同价款三百二十万元/)
  const { fileId } = await office.call('disclosure.make-excerpt', officer, { number, fileId: original, passages: ['三百二十万元'] })
  await office.call('disclosure.draft-answer', officer, { ...partly, fileIds: [fileId] })
  await assert.rejects(office.call('disclosure.get-file', person, { number, fileId }), refused('files.not-found'))
  await office.call('disclosure.issue-answer', head, { number })
  await office.call('disclosure.get-file', person, { number, fileId })
  await assert.rejects(office.call('disclosure.get-file', person, { number, fileId: original }), refused('files.not-found'))
  assert.equal((await office.call('disclosure.get-annual-table', officer, { year: 2026, unitId: askedUnit })).rows.find(({ key }) => key === 'thirdParty')?.total, 0)
})

test('O-14 a petition in the form of an application is not handled as one, and told its channel', async () => {
  const number = await aRequest(office)
  const petition = { number, kind: 'notHandled', ground: 'petition', reason: '要求查处占道经营', legalBasis: '《政府信息公开条例》第三十九条第一款' } as const
  await assert.rejects(office.call('disclosure.draft-answer', officer, petition), refused('disclosure.answer-incomplete'))
  await office.call('disclosure.draft-answer', officer, { ...petition, told: '区信访局，电话020-00000301' })
  await office.call('disclosure.issue-answer', head, { number })
  assert.equal((await seenRequest(office, person, number)).answer?.told, '区信访局，电话020-00000301')
})

test('O-15 the same request again is not handled twice; the earlier answer is named, and must be one', async () => {
  const record = { title: '食品抽检名单', docNo: '花市监〔2025〕66号' }
  const earlier = await aRequest(office, 'closed', { record })
  const again = await aRequest(office, 'handling', { record: { title: '抽检名单（再次申请）', docNo: '花市监[2025]66号' } })
  assert.deepEqual((await seenRequest(office, officer, again)).like.map(({ number, sameApplicant, answered }) => [number, sameApplicant, answered]), [[earlier, true, true]])
  const repeated = { number: again, kind: 'repeated', reason: '内容相同', legalBasis: '《政府信息公开条例》第三十六条' } as const
  await assert.rejects(office.call('disclosure.draft-answer', officer, { ...repeated, earlierNumber: await aRequest(office, 'closed') }), refused('disclosure.earlier-unfit'))
  await office.call('disclosure.draft-answer', officer, { ...repeated, earlierNumber: earlier })
})

test('O-16 when three different applicants asked for a record it is proposed for publication, once', async () => {
  const record = { title: '学校食堂检查结果' }
  const proposed = async () => (await office.call('disclosure.list-proposals', head, {})).items.filter(({ title }) => title === record.title)
  await aRequest(office, 'handling', { record })
  await aRequest(office, 'handling', { record })
  await office.call('disclosure.register-request', officer, aLetter({ channel: 'inPerson', record }))
  assert.deepEqual(await proposed(), [])
  await office.call('disclosure.register-request', officer, aLetter({ channel: 'inPerson', record: { title: ' 学校食堂 检查结果。' } }))
  await office.call('disclosure.register-request', officer, aLetter({ channel: 'inPerson', record }))
  const [one, ...others] = (await office.call('disclosure.list-proposals', head, {})).items
  assert.deepEqual([one?.applicants, others.length], [4, 0])
  await office.call('disclosure.decide-proposal', head, { id: one?.id ?? '', accepted: true, reason: '纳入主动公开目录' })
  const editor = await holderOf(office, 'publicationEditor', askedUnit)
  assert.ok((await office.call('publication.list-proposals', editor, {})).items.some(({ title }) => title.includes('学校食堂')))
  await assert.rejects(office.call('disclosure.decide-proposal', head, { id: one?.id ?? '', accepted: false, reason: '改变' }), refused('disclosure.proposal-decided'))
})

test('nobody but the applicant, the institution that was asked and the supervisors finds an application', async () => {
  const number = await aRequest(office)
  for (const stranger of [await personCaller(office, 'li-guoqiang'), await holderOf(office, 'disclosureOfficer', 'minzheng'), await clerk(office)]) {
    await assert.rejects(seenRequest(office, stranger, number), refused('disclosure.request-unknown'))
  }
  const supervisor = await staffCaller(office, 'HD0013')
  assert.equal((await seenRequest(office, supervisor, number)).applicant, null)
})

test('an applicant takes back what is not answered yet', async () => {
  const number = await aRequest(office)
  assert.equal((await office.call('disclosure.withdraw-request', person, { number })).state, 'withdrawn')
})
