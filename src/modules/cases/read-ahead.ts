import type { Ctx } from '#kernel/contract/operation.ts'
import { getCertificateType } from '#modules/certificates/index.ts'
import { getOffice, getUnit } from '#modules/organisation/index.ts'
import { getSubject } from '#modules/subjects/index.ts'

interface Ahead {
  readonly applicantId?: string | undefined
  /** The unit whose name stands in the documents; the office unless told. */
  readonly unitId?: string | undefined
  readonly certificateType?: string | null
}

/**
 * Reads what the rest of a command will ask for in one burst with what is read beside it: each is read once in a transaction. One
 * that is not there is refused where it is used, not here.
 */
export async function readAhead({ db }: Ctx, ahead: Ahead): Promise<void> {
  const { applicantId, unitId, certificateType } = ahead
  await Promise.allSettled([
    unitId === undefined ? getOffice(db) : getUnit(db, unitId),
    ...(applicantId === undefined ? [] : [getSubject(db, applicantId)]),
    ...(certificateType === undefined || certificateType === null ? [] : [getCertificateType(db, certificateType)]),
  ])
}
