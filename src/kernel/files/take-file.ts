import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { attachments, mayTakeFile } from './accepted-files.ts'
import { safeFileName } from './content-disposition.ts'
import { sniffFileType } from './file-type.ts'
import { type FileRow, insertFile } from './store.ts'

/** Keeps a file as the caller's own until a matter claims it. Refuses as `files.*`: empty, too large, not of an accepted type, not what its name says. */
export async function takeFile({ db, caller, now, services }: Ctx, { name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Promise<FileRow> {
  const type = await sniffFileType(bytes)
  must(mayTakeFile({ name, size: bytes.length, type }, attachments))
  const { hash, size } = await services.files.put(bytes)
  const file = { id: newId(now.getTime()), contentHash: hash, mediaType: type.mediaType, sizeBytes: size, name: safeFileName(name, 'file'), owner: actorOf(caller), uploadedAt: now }
  await insertFile(db, file)
  return file
}
