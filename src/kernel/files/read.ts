import { actorOf } from '#kernel/access/caller.ts'
import { type Ctx, FileAnswer } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { recordAccess } from '#kernel/session/access-log.ts'
import { fileErrors } from './errors.ts'
import { type FileRow, findFiles } from './store.ts'

/** What a file is read for; stands in the access log. */
export interface ReadingReason {
  readonly matterId?: string | undefined
  readonly subjectId?: string | undefined
  readonly purpose?: string | undefined
}

/** What browsers show by themselves without running anything. */
const shownInBrowser: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp'])

/**
 * A file with its bytes, for a module that has decided that the caller may see it, for example as evidence of a matter.
 * A reading by staff is recorded. Refuses `files.not-found`; damaged bytes are a fault.
 */
export async function readFileFor(ctx: Pick<Ctx, 'db' | 'caller' | 'now' | 'services'>, fileId: string, reason: ReadingReason = {}): Promise<FileAnswer> {
  const [file] = await findFiles(ctx.db, [fileId])
  if (file === undefined) throw new Refusal(fileErrors.notFound, { ids: [fileId] })
  const chunks: Uint8Array[] = []
  for await (const chunk of await ctx.services.files.get(file.contentHash)) chunks.push(chunk)
  if (ctx.caller.kind === 'staff') await recordAccess(ctx.db, { at: ctx.now, actor: actorOf(ctx.caller), act: 'read-file', ...reason, detail: { fileId } })
  return answerOf(file, Buffer.concat(chunks))
}

function answerOf({ mediaType, name }: FileRow, bytes: Uint8Array): FileAnswer {
  return new FileAnswer(bytes, mediaType, name, shownInBrowser.has(mediaType) ? 'inline' : 'attachment')
}
