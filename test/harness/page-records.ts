import { getOffice } from '#modules/organisation/index.ts'
import { approverOf, clerk, personCaller, staffCaller } from './callers.ts'
import { aCaseOwingAFee, aDecidedCase, aDraft, anAcceptedCase, aSubmittedCase, foodLicence } from './cases.ts'
import { anEvent } from './grid.ts'
import { aMail, anOriginal, anUnclearRequest, aRequest, seenRequest } from './disclosure.ts'
import { anOrder, aRemindedOrder } from './hotline.ts'
import { drawnPlan } from './drawn-plan.ts'
import type { TestOffice } from './office.ts'
import { aPower, aProposal, aRecord, policy } from './publication.ts'
import { serve } from './served-persons.ts'
import { aSubscription } from './webhooks.ts'
import { aBulletin, aComplaint, aFinding, aLetter, anOpening, aSample, thePatrol } from './supervision.ts'

/** What the demo city must hold so that each page has something to show; made once for a walk through all pages. */
export type PageRecords = Awaited<ReturnType<typeof pageRecords>>

export async function pageRecords(office: TestOffice) {
  const { number: accepted, queryCode: acceptedCode } = await aSubmittedCase(office)
  await office.call('cases.accept-case', await clerk(office), { number: accepted })
  const { number: decided } = await aDecidedCase(office)
  const { number: issued } = await aDecidedCase(office)
  const window = await clerk(office)
  const { number: defective } = await aSubmittedCase(office)
  await office.call('cases.request-correction', window, { number: defective, defects: [{ material: 'm3', standard: 1 }] })
  const { number: submitted, documents, queryCode } = await aSubmittedCase(office)
  const { number: withdrawn, person, documents: ended } = await aSubmittedCase(office)
  await office.call('cases.withdraw-case', person, { number: withdrawn, reason: '计划有变' })
  const { id: applicant } = await office.call('subjects.find-or-register-person', window, await office.call('kernel.read-identity-card', window, { card: 'zhang-xiaomei' }))
  const disclosed = await aRequest(office, 'closed')
  const hall = (await office.call('organisation.list-halls', window, { limit: 1 })).items[0]?.id ?? ''
  return {
    accepted,
    acceptedCode,
    applicant,
    decided,
    defective,
    submitted,
    queryCode,
    owing: await anOwingCase(office),
    owingFee: (await aCaseOwingAFee(office)).number,
    draft: (await aDraft(office, '01999999-0000-7000-8000-0000000d4af7')).id,
    drafted: await aDraftedItem(office),
    certificate: await theCertificate(office, issued),
    receipt: documents[0]?.id ?? '',
    voucher: await voucherOf(office, accepted),
    scanned: await aScannedCase(office),
    documentCode: await codeOf(office, documents[0]?.id),
    order: (await anOrder(office, 'handling')).number,
    gridEvent: (await anEvent(office, 'disposing')).number,
    asked: await aRequest(office),
    disclosed,
    disclosureLetter: (await seenRequest(office, await personCaller(office, 'zhang-xiaomei'), disclosed)).documents.at(-1)?.id ?? '',
    reminded: await aRemindedOrder(office),
    unclear: await anUnclearRequest(office),
    mail: await aMail(office),
    original: await anOriginal(office),
    rectification: await aRectification(office),
    finding: (await aFinding(office)).number,
    measure: await aLetter(office),
    patrol: (await thePatrol(office)).number,
    complaint: await aComplaint(office, 'answered'),
    boxOpening: await anOpening(office),
    replySample: (await aSample(office)).number,
    bulletin: await aBulletin(office),
    withdrawn,
    endedReceipt: ended[0]?.id ?? '',
    publicRecord: await aRecord(office, 'published', policy),
    recordDraft: await aRecord(office, 'draft', { body: '咨询电话：020-86880000。' }),
    recordProposal: await aProposal(office),
    power: await aPower(office),
    hall,
    subscription: await aSubscription(office),
    window: (await office.call('organisation.list-windows', window, { hallId: hall, limit: 1 })).items[0]?.id ?? '',
    officeUnit: (await getOffice(office.database.db)).id,
  }
}

/** An item of the catalogue with a draft beside its published version. */
async function aDraftedItem(office: TestOffice): Promise<string> {
  const implementCode = '11440114MB2C00144C4440114008000'
  const editor = await staffCaller(office, 'HD0003')
  const { item } = await office.call('catalogue.get-office-item', editor, { implementCode })
  const { version: _version, state: _state, effectiveFrom: _from, effectiveTo: _to, ...draft } = item
  await office.call('catalogue.save-draft', editor, { implementCode, item: { ...draft, plainName: `${draft.plainName}（新）` } })
  return implementCode
}

/** Accepted although a material is still to come (容缺受理). */
async function anOwingCase(office: TestOffice): Promise<string> {
  const materials = [{ material: 'm3', by: 'paper', copies: 1 }, { material: 'm6', by: 'paper', copies: 1 }, { material: 'm4', by: 'gap' }] as const
  return (await anAcceptedCase(office, { materials: [...materials] })).number
}

/** The notice of acceptance of a case. */
async function voucherOf(office: TestOffice, number: string): Promise<string> {
  const { documents } = await office.call('cases.get-case', await clerk(office), { number })
  return documents.find(({ kind }) => kind === 'acceptanceVoucher')?.id ?? ''
}

/** A case with a picture among its papers, and which: `number?look=file`. */
async function aScannedCase(office: TestOffice): Promise<string> {
  const { id } = await office.call('kernel.upload-file', await personCaller(office, 'zhang-xiaomei'), { name: '经营场所布局图.png', bytes: await drawnPlan() })
  const { number } = await anAcceptedCase(office, { materials: [{ material: 'm3', by: 'file', fileId: id }, { material: 'm4', by: 'paper', copies: 1 }, { material: 'm6', by: 'paper', copies: 1 }] })
  return `${number}?look=${id}`
}

async function theCertificate(office: TestOffice, number: string): Promise<string> {
  const { certificate } = await office.call('cases.get-case', await personCaller(office, 'zhang-xiaomei'), { number })
  const issued = certificate ?? (await office.call('cases.issue-case', await approverOf(office, foodLicence.unit), { number })).certificate
  if (issued === null || issued === undefined) throw new Error(`case ${number} has no certificate`)
  return issued
}

async function codeOf(office: TestOffice, documentId: string | undefined): Promise<string> {
  const { rows } = await office.database.pool.query<{ code: string }>('SELECT verification_code AS code FROM documents WHERE id = $1', [documentId])
  return rows[0]?.code ?? ''
}

async function aRectification(office: TestOffice): Promise<string> {
  const person = await personCaller(office, 'zhang-xiaomei')
  const caseNumber = 'PAGEWALK0001'
  await serve(office, { caseNumber, person, staffId: 'HD0017', unitId: 'fazhan-gaige' })
  const { rectificationNumber } = await office.call('evaluations.rate', person, { number: caseNumber, grade: 1, reasons: ['115'], text: '跑了三趟' })
  return rectificationNumber ?? ''
}
