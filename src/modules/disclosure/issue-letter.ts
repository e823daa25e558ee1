import type { Ctx } from '#kernel/contract/operation.ts'
import { type IssuedDocument, issueDocument } from '#kernel/documents/issue.ts'
import type { DocumentData } from '#kernel/documents/template.ts'
import { dayOf, yearOf } from '#kernel/time/day.ts'
import { getUnit } from '#modules/organisation/index.ts'
import { type DisclosureDocumentKind, disclosureDocuments } from './documents/templates.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }
import { ANSWER_KINDS, type ApplicantFacts, type WantedRecord } from './schema.ts'
import type { DisclosureRequest } from './store/requests.ts'

type Letter = Pick<DisclosureRequest, 'matter' | 'applicantId' | 'applicantKind' | 'sealedFacts' | 'sealedRecord' | 'receivedOn'>

/** Issues a numbered letter of an application in the transaction of its command; the program fills in names, so nobody has read them. */
export async function issueLetter(ctx: Ctx, request: Letter, kind: DisclosureDocumentKind, data: DocumentData): Promise<IssuedDocument> {
  const { vault } = ctx.services
  const unit = await getUnit(ctx.db, unitOf(request))
  const facts = await vault.open<ApplicantFacts>(ctx.db, request.applicantId, request.sealedFacts)
  const record = await vault.open<WantedRecord>(ctx.db, request.applicantId, request.sealedRecord)
  const { letters, numberPrefix } = texts
  const series = (ANSWER_KINDS as readonly string[]).includes(kind) ? numberPrefix.answer : numberPrefix.notice
  return issueDocument(ctx, {
    matterId: request.matter.id,
    kind,
    template: disclosureDocuments[kind],
    issuerUnitId: unit.id,
    numberPrefix: `${unit.shortName}${series.replace('{year}', String(yearOf(dayOf(ctx.now))))}`,
    subjectId: request.applicantId,
    data: {
      unit: unit.name,
      sealName: letters.sealName,
      applicant: facts?.name,
      you: request.applicantKind === 'person' ? letters.person : letters.organisation,
      requestNumber: request.matter.number,
      recordTitle: record?.title,
      receivedOn: request.receivedOn ?? undefined,
      contactPhone: unit.phones.consult,
      supervisionPhone: unit.phones.complaint,
      reviewAuthority: letters.reviewAuthority,
      court: letters.court,
      ...data,
    },
  })
}

/** The agency that was asked. */
export function unitOf({ matter }: Pick<DisclosureRequest, 'matter'>): string {
  if (matter.leadUnitId === null) throw new Error(`${matter.number} was asked of nobody`)
  return matter.leadUnitId
}
