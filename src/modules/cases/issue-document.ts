import type { Ctx } from '#kernel/contract/operation.ts'
import { issueDocument } from '#kernel/documents/issue.ts'
import type { DocumentData } from '#kernel/documents/template.ts'
import { dayOf } from '#kernel/time/day.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import { getOffice, getUnit } from '#modules/organisation/index.ts'
import { openSubject } from '#modules/subjects/index.ts'
import { declarationData } from './declaration.ts'
import { type CaseDocumentKind, caseDocuments } from './documents/templates.ts'
import type { IssuedDocument } from './operations/case-command.ts'
import type { CaseRecord } from './store/cases.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

/** Documents of the hall carry the office's acceptance seal; the others the deciding unit's seal for permits. */
const officeKinds: readonly CaseDocumentKind[] = ['receiptSlip', 'acceptanceVoucher', 'oneTimeNotice', 'nonAcceptance', 'notRequired', 'outOfScope', 'deliveryReceipt', 'withdrawal', 'feeNotice', 'feeReceipt']

/** The number's beginning, with the year; numbers run on under it. */
export function numberPrefixOf(ctx: Ctx, unit: { readonly shortName: string }, kind: CaseDocumentKind): string {
  return `${unit.shortName}${texts.numberPrefix[kind]}〔${dayOf(ctx.now).slice(0, 4)}〕`
}

/** Documents that hand the applicant's own declaration back to him. */
const withDeclaration: readonly CaseDocumentKind[] = ['receiptSlip', 'acceptanceVoucher']

export interface DocumentOrder {
  readonly kind: CaseDocumentKind
  readonly item: ItemVersion
  /** What this document says beyond the common data of the case. */
  readonly data: DocumentData
}

/**
 * Issues a legal document of a case in the transaction of the command that it belongs to: without it the step does not happen
 * (C-03). The program fills in the applicant's name; nobody reads it for that, so no unmasking is recorded.
 */
export async function issueCaseDocument(ctx: Ctx, record: CaseRecord, order: DocumentOrder): Promise<IssuedDocument> {
  const { matter, detail } = record
  const byOffice = officeKinds.includes(order.kind)
  const unit = byOffice ? await getOffice(ctx.db) : await getUnit(ctx.db, matter.leadUnitId ?? order.item.department)
  const applicant = await openSubject({ ...ctx, caller: { kind: 'system', name: 'job' } }, detail.applicant_id, { purpose: 'document', matterId: matter.id })
  const person = applicant.kind === 'person'
  const document = await issueDocument(ctx, {
    matterId: matter.id,
    kind: order.kind,
    template: caseDocuments[order.kind],
    issuerUnitId: unit.id,
    numberPrefix: numberPrefixOf(ctx, unit, order.kind),
    subjectId: detail.applicant_id,
    data: {
      unit: unit.name,
      sealName: byOffice ? texts.seals.acceptance : texts.seals.approval,
      applicant: applicant.name,
      applicantIdentity: person ? applicant.idNumber : applicant.creditCode,
      applicantAddress: applicant.address,
      ...(!person && { representative: applicant.legalRepresentative }),
      you: person ? texts.you.person : texts.you.organisation,
      itemName: order.item.name,
      caseNumber: matter.number,
      contactName: texts.contactWindow,
      contactPhone: unit.phones.consult,
      supervisionPhone: unit.phones.complaint,
      reviewAuthority: texts.remedies.reviewAuthority,
      court: texts.remedies.court,
      appliedOn: dayOf(matter.openedAt),
      receivedOn: dayOf(detail.received_at),
      ...(detail.accepted_at !== null && { acceptedOn: dayOf(detail.accepted_at) }),
      ...(withDeclaration.includes(order.kind) && (await declarationData(ctx, record))),
      ...order.data,
    },
  })
  return { id: document.id, kind: order.kind, number: document.number }
}
