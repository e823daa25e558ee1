import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { law, type PersonCaller } from '#kernel/access/caller.ts'
import { FileAnswer } from '#kernel/contract/operation.ts'
import { administrator, headOf, reviewerOf } from '#test/harness/callers.ts'
import { aSubmittedCase, anAcceptedCase, caseAs, clockOf, foodLicence, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
beforeEach(() => setTime(office, '2026-09-07'))

/** The words of the newest document of a kind, as its sheet of paper says them. */
async function sheetOf(person: PersonCaller, number: string, kind: string): Promise<string> {
  const document = (await caseAs(office, person, number)).documents.findLast((each) => each.kind === kind)
  const pdf = await office.call('cases.get-document', person, { number, documentId: document?.id ?? '' })
  assert.ok(pdf instanceof FileAnswer)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.bytes)), { mergePages: true })
  return text.replace(/\s+/g, '')
}

async function newestMessage(person: PersonCaller): Promise<string> {
  return (await office.call('kernel.list-messages', person, { limit: 1 })).items[0]?.text ?? ''
}

test('T-14 a due day that reaches into a year without arrangement is marked wherever it is shown: case, queue, clock, voucher and message', async () => {
  setTime(office, '2026-12-28')
  const { number, person } = await anAcceptedCase(office)
  const shown = await caseAs(office, person, number)
  assert.deepEqual([shown.dueOn, shown.dueProvisional], ['2027-01-04', true])
  assert.equal((await clockOf(office, number, 'legal-decision')).provisional, true)
  const queue = await office.call('cases.list-queue', await reviewerOf(office, foodLicence.unit), { limit: 100 })
  assert.deepEqual(queue.items.filter((line) => line.number === number).map(({ dueOn, dueProvisional }) => [dueOn, dueProvisional]), [['2027-01-04', true]])
  assert.match(await sheetOf(person, number, 'acceptanceVoucher'), /放假调休安排尚未公布/)
  await office.call('cases.extend-case', await headOf(office, foodLicence.unit), { number, by: { value: 5, unit: 'WORKING_DAY' }, reason: '需要进一步核实' })
  assert.match(await newestMessage(person), /2027年2月1日（暂定/)
  assert.match(await sheetOf(person, number, 'extensionNotice'), /放假调休安排尚未公布/)
})

test('T-14 a due day within the years that are arranged bears no mark', async () => {
  const { number, person } = await anAcceptedCase(office)
  assert.equal((await caseAs(office, person, number)).dueProvisional, false)
  assert.doesNotMatch(await sheetOf(person, number, 'acceptanceVoucher'), /尚未公布/)
})

test('T-16 a hall that is shut by order moves the cases that it took in, and none of another hall', async () => {
  const hallId = (await office.call('organisation.list-halls', law, { limit: 1 })).items[0]?.id ?? ''
  const there = await anAcceptedCase(office, { hallId })
  const online = await anAcceptedCase(office)
  await office.call('kernel.add-closure', await administrator(office), { place: { kind: 'hall', id: hallId }, from: '2026-09-10', to: '2026-09-10', name: '大厅搬迁', source: '政务办公告' })
  while ((await office.call('kernel.recompute-due-dates', law, {})).more);
  assert.deepEqual([(await caseAs(office, law, there.number)).dueOn, (await caseAs(office, law, online.number)).dueOn], ['2026-09-15', '2026-09-14'])
  const { explanation } = await clockOf(office, there.number, 'promised-decision')
  assert.match(explanation.find(({ day }) => day === '2026-09-10')?.words ?? '', /不计入.*大厅搬迁.*政务办公告/)
})

test('T-16 what is applied for and accepted while the hall is shut is promised and measured by the days that the hall works', async () => {
  const hallId = (await office.call('organisation.list-halls', law, { limit: 1 })).items[0]?.id ?? ''
  const { number, person } = await aSubmittedCase(office, { hallId })
  // Five working days of notice from 7 September, without the 10th that the test before has shut.
  assert.deepEqual([(await clockOf(office, number, 'acceptance-notice')).dueDay, (await caseAs(office, person, number)).state], ['2026-09-15', 'submitted'])
})
