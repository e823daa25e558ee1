import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { fileErrors } from './errors.ts'
import { type FileRow, findFiles } from './store.ts'

/**
 * The files that a caller wants to attach to something, in the order asked for. Refuses `files.not-found` with the ids
 * that do not exist or that somebody else uploaded; which of the two it is stays unsaid.
 */
export async function claimFiles(ctx: Pick<Ctx, 'db' | 'caller'>, ids: readonly string[]): Promise<readonly FileRow[]> {
  const owner = actorOf(ctx.caller)
  const own = new Map((await findFiles(ctx.db, ids)).filter((file) => file.owner === owner).map((file) => [file.id, file]))
  const missing = ids.filter((id) => !own.has(id))
  if (missing.length > 0) throw new Refusal(fileErrors.notFound, { ids: missing })
  return ids.flatMap((id) => own.get(id) ?? [])
}
