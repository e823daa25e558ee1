import type { InputOf } from '#app'
import { type Caller, law, type PersonCaller, type StaffCaller } from '#kernel/access/caller.ts'
import { drawPdf } from '#kernel/documents/pdf.ts'
import { holderOf, personCaller } from './callers.ts'
import type { TestOffice } from './office.ts'

/** Who works on an application of the demo city: the applicant, and the disclosure institution of the market bureau. */
export interface DisclosurePeople {
  readonly person: PersonCaller
  readonly officer: StaffCaller
  readonly head: StaffCaller
}

export const askedUnit = 'shichang-jianguan'

export async function disclosurePeople(office: TestOffice): Promise<DisclosurePeople> {
  return { person: await personCaller(office, 'zhang-xiaomei'), officer: await holderOf(office, 'disclosureOfficer', askedUnit), head: await holderOf(office, 'disclosureHead', askedUnit) }
}

/** Where an application stands when a test begins. */
export const requestStages = ['submitted', 'handling', 'drafted', 'closed'] as const
export type RequestStage = (typeof requestStages)[number]

let asked = 0

/** An application of zhang-xiaomei to the market bureau, brought as far as told through the operations; each asks for another record unless told. */
export async function aRequest(office: TestOffice, stage: RequestStage = 'handling', changes: Partial<InputOf<'disclosure.submit-request'>> = {}): Promise<string> {
  asked += 1
  const { person, officer, head } = await disclosurePeople(office)
  const { number } = await office.call('disclosure.submit-request', person, { unitId: askedUnit, record: { title: `第${asked}号农贸市场验收意见` }, ...changes })
  const reached = requestStages.indexOf(stage)
  if (reached >= 1) await office.call('disclosure.receive-request', officer, { number })
  if (reached >= 2) await office.call('disclosure.draft-answer', officer, { number, kind: 'provided', provided: '验收意见全文，共3页。' })
  if (reached >= 3) await office.call('disclosure.issue-answer', head, { number })
  return number
}

/** The application as somebody sees it. */
export function seenRequest(office: TestOffice, caller: Caller, number: string) {
  return office.call('disclosure.get-request', caller, { number })
}

/** An original that the officer uploaded: two lines, the second with a price. */
export async function anOriginal(office: TestOffice): Promise<string> {
  const { officer } = await disclosurePeople(office)
  const bytes = await drawPdf({ kind: 'test', version: 1, layout: 'letter', title: '验收意见', issuedOn: '2025-11-03', blocks: [{ kind: 'paragraph', text: '工程验收合格。' }, { kind: 'paragraph', text: '合同价款三百二十万元。' }] })
  return (await office.call('kernel.upload-file', officer, { name: 'original.pdf', bytes })).id
}

/** An application that waits for its applicant to make it clear. */
export async function anUnclearRequest(office: TestOffice): Promise<string> {
  const { officer } = await disclosurePeople(office)
  const number = await aRequest(office)
  await office.call('disclosure.request-clarification', officer, { number, reason: '所述“有关材料”不能指向特定的政府信息', correction: '请写明文件名称、文号或者形成时间' })
  return number
}

/** A proposal to publish what three different applicants asked for. */
export async function aPublicationProposal(office: TestOffice): Promise<string> {
  asked += 1
  const { officer, head } = await disclosurePeople(office)
  const record = { title: `第${asked}批抽检结果` }
  for (const place of [1, 2, 3]) {
    const applicant = { name: '何小满', idNumber: `P${asked}${String(place).padStart(6, '0')}`, phone: '13800000002' }
    await office.call('disclosure.register-request', officer, { unitId: askedUnit, channel: 'inPerson', applicant, record })
  }
  return (await office.call('disclosure.list-proposals', head, {})).items[0]?.id ?? ''
}

/** A mail that came to the market bureau and waits to be read. */
export async function aMail(office: TestOffice, changes: Partial<InputOf<'disclosure.simulate-mail'>> = {}): Promise<string> {
  const { officer } = await disclosurePeople(office)
  await office.call('disclosure.simulate-mail', officer, { unitId: askedUnit, from: 'he-xiaoman@example.com', subject: '申请公开抽检结果', text: '申请人何小满，申请公开2025年食品抽检结果。', ...changes })
  return (await office.call('disclosure.list-mails', officer, { limit: 1 })).items[0]?.id ?? ''
}

/** An answered application with the file that was given, and its letter. */
export async function aGivenFile(office: TestOffice): Promise<{ readonly number: string; readonly fileId: string; readonly documentId: string }> {
  const { officer, head } = await disclosurePeople(office)
  const number = await aRequest(office)
  const fileId = await anOriginal(office)
  await office.call('disclosure.draft-answer', officer, { number, kind: 'provided', provided: '验收意见全文', fileIds: [fileId] })
  const { documents } = await office.call('disclosure.issue-answer', head, { number })
  return { number, fileId, documentId: documents[0]?.id ?? '' }
}

/** The report of the market bureau about 2025, opened on the first working Monday of 2026 and not published yet. */
export async function anAnnualReport(office: TestOffice): Promise<string> {
  const now = new Date('2026-01-05T00:20:00+08:00')
  await office.call('disclosure.open-annual-reports', law, {}, { now })
  const { report } = await office.call('disclosure.get-annual-table', law, { year: 2025, unitId: askedUnit })
  return report?.number ?? ''
}
