import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { fileErrors } from './errors.ts'
import { findUpload, type UploadRow } from './upload-store.ts'

/** The caller's own upload, with what of it is really there: a disk that lost its draft begins anew. Somebody else's is not found. */
export async function ownUpload(ctx: Ctx, id: string, held = false): Promise<UploadRow> {
  const upload = await findUpload(ctx.db, { id, owner: actorOf(ctx.caller) }, held)
  if (upload === undefined) throw new Refusal(fileErrors.uploadUnknown)
  return withWhatIsThere(ctx, upload)
}

/** Rows are counted before the disk: what a crash left on the disk beyond the row does not count either. */
export async function withWhatIsThere({ services }: Pick<Ctx, 'services'>, upload: UploadRow): Promise<UploadRow> {
  return { ...upload, receivedBytes: Math.min(upload.receivedBytes, await services.fileParts.sizeOf(upload.id)) }
}
