import { rolesOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { reachOf } from './access.ts'
import { listOpenOfCase } from './store/rectifications.ts'

/**
 * Whether the caller puts an open review of this case right, so that he reads the case to check it (E-02): given under a name, and none of the
 * open ones about himself (E-06).
 */
export async function handlesReviewOf(ctx: Ctx, caseNumber: string): Promise<boolean> {
  if (ctx.caller.kind !== 'staff' || !rolesOf(ctx.caller).has('reviewHandler')) return false
  const [office, open] = [await getOffice(ctx.db), await listOpenOfCase(ctx.db, caseNumber)]
  const reaches = open.map((whose) => ({ ...whose, reach: reachOf(ctx.caller, whose, office.id) }))
  return !reaches.some(({ reach }) => reach === 'evaluated') && reaches.some(({ reach, anonymous }) => !anonymous && (reach === 'handler' || reach === 'office'))
}
