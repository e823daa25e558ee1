import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { getActingHeads, type HeadPower } from '#modules/organisation/index.ts'
import { caseErrors } from './errors.ts'

/** The rank in which the caller uses a power of a unit's head today; refuses whoever is neither the head nor acts for him with that power. */
export async function mustBeHead(ctx: Ctx, unitId: string, power: HeadPower): Promise<'head' | 'actingHead'> {
  const heads = await getActingHeads(ctx.db, { unitId, day: dayOf(ctx.now), power })
  const own = heads.find((head) => ctx.caller.kind === 'staff' && head.staffId === ctx.caller.id)
  if (own === undefined) throw new Refusal(caseErrors.notHead, { unitId, power })
  return own.rank
}
