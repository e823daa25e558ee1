import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import { allowedVisits } from './rules/visits.ts'
import type { CaseRecord } from './store/cases.ts'
import { insertViolation } from './store/notices.ts'
import { insertVisit, type VisitPurpose } from './store/visits.ts'

/** Notes that the applicant came to a hall for the case; one visit more than the item promises is a violation of the office (C-32). Returns how often he came. */
export async function noteVisit(ctx: Ctx, record: CaseRecord, item: ItemVersion, purpose: VisitPurpose): Promise<number> {
  const hallId = ctx.caller.kind === 'staff' ? (ctx.caller.hallId ?? null) : null
  const visits = await insertVisit(ctx.db, { id: newId(ctx.now.getTime()), caseId: record.matter.id, at: ctx.now, purpose, hallId, recordedBy: actorOf(ctx.caller) })
  const allowed = allowedVisits(item, record.matter.channel)
  if (visits > allowed) {
    await insertViolation(ctx.db, { id: newId(ctx.now.getTime()), caseId: record.matter.id, kind: 'too-many-visits', at: ctx.now, actor: actorOf(ctx.caller), detail: { visits, allowed, purpose } })
  }
  return visits
}
