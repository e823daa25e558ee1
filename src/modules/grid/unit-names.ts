import type { Ctx } from '#kernel/contract/operation.ts'
import { listUnitRows, type UnitRow } from '#modules/organisation/index.ts'

const mostUnits = 2_000

export async function unitsIn(ctx: Pick<Ctx, 'db'>): Promise<readonly UnitRow[]> {
  return listUnitRows(ctx.db, { kind: undefined, after: undefined, limit: mostUnits })
}

/** What the units are called in a file, by key. */
export async function unitNamesIn(ctx: Pick<Ctx, 'db'>): Promise<ReadonlyMap<string, string>> {
  return new Map((await unitsIn(ctx)).map(({ id, name }) => [id, name]))
}
