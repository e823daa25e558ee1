import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { editsFor } from './access.ts'
import { publicationErrors } from './errors.ts'
import { findPower, type PowerVersion } from './store/powers.ts'

/** An entry of the list of the caller's own unit that still stands, held until commit. */
export async function getOwnPower(ctx: Ctx, id: string): Promise<PowerVersion> {
  const power = await findPower(ctx.db, id, true)
  if (power === undefined || !editsFor(ctx.caller, power.unitId)) throw new Refusal(publicationErrors.powerUnknown)
  if (power.change === 'removed') throw new Refusal(publicationErrors.powerRemoved)
  return power
}
