import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { getStaff } from '#modules/organisation/index.ts'

/** Names of the members of staff among these actors (`staff:HD0003`); the program itself, and whoever is not in the staff list, has none. */
export async function actorNames(ctx: Ctx, actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const actor of new Set(actors)) {
    const [kind, id] = actor.split(':')
    const name = kind === 'staff' && id !== undefined ? await findStaffName(ctx, id) : undefined
    if (name !== undefined) names.set(actor, name)
  }
  return names
}

async function findStaffName(ctx: Ctx, staffId: string): Promise<string | undefined> {
  try {
    return (await getStaff(ctx.db, staffId)).name
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
