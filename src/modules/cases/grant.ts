import type { Ctx } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import { issueCertificate, reserveSerial } from '#modules/certificates/index.ts'
import { answersOf } from './item-of.ts'
import { certificateFields, lastDayOfValidity } from './rules/certificate.ts'
import type { CaseRecord } from './store/cases.ts'

/** Issues the certificate of a granted case in the transaction of the decision, so that both exist or neither does (C-29). Null for a result that is no certificate. */
export async function issueResult(ctx: Ctx, record: CaseRecord, item: ItemVersion, form: Readonly<Record<string, unknown>>): Promise<string | null> {
  const { result } = item
  if (result.certificateType === null) return null
  const validFrom = dayOf(ctx.now)
  const validTo = result.validity.limit === null ? null : lastDayOfValidity(validFrom, result.validity.limit)
  const { identifier } = await issueCertificate(ctx, {
    typeKey: result.certificateType,
    holderId: record.detail.applicant_id,
    issuerUnitId: record.matter.leadUnitId ?? item.department,
    matterId: record.matter.id,
    itemVersionId: record.matter.itemVersionId,
    validFrom,
    validTo,
    fields: certificateFields(item, answersOf(record), form),
    ...(record.detail.renews !== null && { replaces: record.detail.renews }),
  })
  return identifier
}

/** Asks for the certificate's number early, in one burst with the document's. */
export async function reserveResult(ctx: Ctx, record: CaseRecord, { result, department }: ItemVersion): Promise<void> {
  if (result.certificateType === null || record.detail.renews !== null) return
  await reserveSerial(ctx, result.certificateType, record.matter.leadUnitId ?? department)
}
