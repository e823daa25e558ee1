import type { Ctx } from '#kernel/contract/operation.ts'
import { getSubject, openSubject } from '#modules/subjects/index.ts'
import type { SealedHolder } from './signed-content.ts'

/**
 * The holder as the certificate will name him (D-04: by identity number or credit code). The program writes it down; nobody
 * reads it for that, so no unmasking is recorded.
 */
export async function holderToSeal(ctx: Ctx, holderId: string, matterId: string): Promise<SealedHolder> {
  const { maskedName } = await getSubject(ctx.db, holderId)
  const facts = await openSubject({ ...ctx, caller: { kind: 'system', name: 'job' } }, holderId, { purpose: 'certificate', matterId })
  if (facts.kind === 'person') return { name: facts.name, maskedName, codeKind: 'idNumber', code: facts.idNumber }
  return { name: facts.name, maskedName, codeKind: 'creditCode', code: facts.creditCode }
}
