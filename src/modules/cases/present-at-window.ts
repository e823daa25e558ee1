import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { wasIdentifiedBy } from '#modules/subjects/index.ts'

/** How long somebody who showed his card counts as standing at the window. */
const presentForMinutes = 60

/** Whether a person showed this very clerk his document just now. */
export function isPresent(ctx: Ctx, subjectId: string): Promise<boolean> {
  const since = new Date(ctx.now.getTime() - presentForMinutes * 60_000)
  return wasIdentifiedBy(ctx.db, { subjectIds: [subjectId], actor: actorOf(ctx.caller), since })
}
