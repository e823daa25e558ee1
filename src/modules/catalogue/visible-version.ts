import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { maySeeDrafts } from './access.ts'
import { catalogueErrors } from './errors.ts'
import type { Standing } from './store/standings.ts'
import { isUnpublished, standingVersion, type StoredVersion } from './store/versions.ts'

/** A version of an item by its number. A draft does not exist for those who may not see drafts. */
export async function visibleVersion(ctx: Ctx, standings: readonly Standing[], version: number): Promise<StoredVersion> {
  const standing = standings.find((one) => one.version === version)
  if (standing === undefined || (isUnpublished(standing) && !maySeeDrafts(ctx.caller))) throw new Refusal(catalogueErrors.versionUnknown, { version })
  return standingVersion(ctx.db, standing)
}
