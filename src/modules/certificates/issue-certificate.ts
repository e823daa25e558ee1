import type { Ctx } from '#kernel/contract/operation.ts'
import { sideBySide } from '#kernel/contract/side-by-side.ts'
import { sealContent, storable } from '#kernel/documents/seal.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { certificateIdentifier } from '#kernel/ids/certificate-identifier.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { checkStep } from '#kernel/lifecycle/lifecycle.ts'
import { nextNumber, reserveNumber } from '#kernel/matter/store.ts'
import { type Day, dayOf } from '#kernel/time/day.ts'
import { getUnit } from '#modules/organisation/index.ts'
import { getCertificateType } from './certificate-type.ts'
import { certificateErrors } from './errors.ts'
import { events } from './events.ts'
import { holderToSeal } from './holders.ts'
import { certificateLifecycle, certificateState } from './lifecycle.ts'
import { checkPeriod, nextVersion, orderFields } from './rules.ts'
import { type CertificateContent, envelopeOf } from './signed-content.ts'
import { summaryOf } from './certificate-summary.ts'
import { type CertificateRow, findCertificateRow, lockCertificate } from './store/certificate-rows.ts'
import { insertCertificate } from './store/certificate-steps.ts'

export interface NewCertificate {
  readonly typeKey: string
  readonly holderId: string
  readonly issuerUnitId: string
  /** The matter whose decision grants it. */
  readonly matterId: string
  readonly itemVersionId: string | null
  readonly validFrom: Day
  /** Last day of validity, included; null if it does not expire. */
  readonly validTo: Day | null
  /** Business fields by the labels of the type. */
  readonly fields: Readonly<Record<string, string>>
  /** Identifier of the certificate that this one renews or changes. */
  readonly replaces?: string | undefined
}

/**
 * Issues an electronic certificate in the caller's transaction, so that it exists exactly when the decision does and bears its
 * time (同步签发, C-29): identifier with check character (GB/T 36904, D-03), holder and fields encrypted, SM2 signature over all
 * of it (D-10), the use of the seal recorded. A renewal takes the next version and ends the one before (D-07). Refuses unknown
 * types, holders, units and fields, and 409 when the replaced certificate was ended or replaced before.
 */
export async function issueCertificate(ctx: Ctx, order: NewCertificate): Promise<{ readonly identifier: string; readonly id: string }> {
  const { db, services, now } = ctx
  must(checkPeriod(order.validFrom, order.validTo))
  const type = await getCertificateType(db, order.typeKey)
  const fields = must(orderFields(type.fields, order.fields))
  const issuer = await getUnit(db, order.issuerUnitId)
  const previous = order.replaces === undefined ? undefined : await lockReplaced(ctx, order.replaces)
  const version = previous ? must(nextVersion(summaryOf(previous), order)) : 1
  const serial = previous?.issuer_unit_id === order.issuerUnitId ? previous.serial : await nextSerial(ctx, type.code, issuer.creditCode)
  const row = {
    id: newId(now.getTime()),
    identifier: must(certificateIdentifier({ type: type.code, issuer: issuer.creditCode, serial, version })),
    type_key: type.key,
    version,
    holder_id: order.holderId,
    issuer_unit_id: order.issuerUnitId,
    issuer_name: issuer.name,
    matter_id: order.matterId,
    item_version_id: order.itemVersionId,
    serial,
    valid_from: order.validFrom,
    valid_to: order.validTo,
    issued_at: now,
    previous_identifier: previous?.identifier ?? null,
  }
  const content: CertificateContent = storable({
    identifier: row.identifier,
    title: type.name,
    numberLabel: type.fields[0] ?? '',
    holder: await holderToSeal(ctx, order.holderId, order.matterId),
    fields,
  })
  const seal = await sealContent(envelopeOf(row), content, services.signer)
  await insertCertificate(
    ctx,
    {
      ...row,
      state: certificateState.valid,
      sealed_fields: await services.vault.seal(db, order.holderId, content),
      content_hash: seal.contentHash,
      signature: seal.signature,
      public_key: services.officeKey.publicKey,
    },
    previous,
  )
  ctx.publish(events.issued, { identifier: row.identifier, holderId: row.holder_id, matterId: row.matter_id })
  return { identifier: row.identifier, id: row.id }
}

async function lockReplaced(ctx: Ctx, identifier: string): Promise<CertificateRow> {
  const previous = await lockCertificate(ctx.db, identifier)
  if (previous === undefined) throw new Refusal(certificateErrors.unknown)
  must(checkStep(certificateLifecycle, previous.state, 'replace', certificateState.expired))
  // Read again under the lock: the row that was waited for may have got its successor meanwhile.
  const by = (await findCertificateRow(ctx.db, identifier))?.replaced_by
  if (by) throw new Refusal(certificateErrors.alreadyReplaced, { by })
  return previous
}

/** Serials run on per kind, issuer and year: `2026000123`. */
async function nextSerial(ctx: Ctx, typeCode: string, issuerCode: string): Promise<string> {
  const number = await nextNumber(ctx.db, serialPrefix(ctx, typeCode, issuerCode))
  return `${dayOf(ctx.now).slice(0, 4)}${String(number).padStart(6, '0')}`
}

/** Asks for the serial that the next certificate of this kind and issuer gets; see `reserveNumber`. */
export async function reserveSerial(ctx: Ctx, typeKey: string, issuerUnitId: string): Promise<void> {
  const [type, issuer] = await sideBySide([getCertificateType(ctx.db, typeKey), getUnit(ctx.db, issuerUnitId)])
  reserveNumber(ctx.db, serialPrefix(ctx, type.code, issuer.creditCode))
}

function serialPrefix(ctx: Ctx, typeCode: string, issuerCode: string): string {
  return `certificate/${typeCode}/${issuerCode}/${dayOf(ctx.now).slice(0, 4)}`
}
