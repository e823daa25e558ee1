import type { Ctx } from '#kernel/contract/operation.ts'
import { handlesReviewOf } from '#modules/evaluations/index.ts'
import { canSee, mustSee } from './access.ts'
import { withPartiesOfNow } from './ended-agency.ts'
import { type CaseRecord, findCase } from './store/cases.ts'

/** A case as somebody may read it: `review` without its papers, for whoever puts a bad review of it right. */
export interface ReachedCase {
  readonly record: CaseRecord
  readonly reach: 'own' | 'review'
}

/** Reads a case for whoever sees it, or handles an open review of it (E-02); for everybody else there is none. */
export async function reachCase(ctx: Ctx, number: string): Promise<ReachedCase> {
  const record = await withPartiesOfNow(ctx, await findCase(ctx.db, number, false))
  if (record !== undefined && !canSee(ctx.caller, record) && (await handlesReviewOf(ctx, number))) return { record, reach: 'review' }
  return { record: mustSee(ctx.caller, record), reach: 'own' }
}
