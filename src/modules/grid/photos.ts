import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { takeFile } from '#kernel/files/take-file.ts'
import { gridErrors } from './errors.ts'
import { applyEffect } from './event-command.ts'
import type { EventState } from './lifecycle.ts'
import { withoutPosition } from './rules/jpeg.ts'
import { photoStageIn } from './rules/handling.ts'
import type { GridEvent } from './store/events.ts'
import { insertPhoto, listPhotos } from './store/notes.ts'

const mostPhotos = 12

/** Keeps a photo with an event, as evidence of what its state asks for. What the camera wrote into it about place and device goes. */
export async function keepPhoto(ctx: Ctx, event: GridEvent, photo: { readonly name: string; readonly bytes: Uint8Array }): Promise<string> {
  const { id, state } = event.matter
  const stage = photoStageIn(state)
  if (stage === undefined) throw new Refusal(gridErrors.photoStageWrong, { state })
  if ((await listPhotos(ctx.db, id)).length >= mostPhotos) throw new Refusal(gridErrors.tooManyPhotos, { most: mostPhotos })
  const file = await takeFile(ctx, { name: photo.name, bytes: withoutPosition(photo.bytes) })
  if (!file.mediaType.startsWith('image/')) throw new Refusal(gridErrors.notAPhoto)
  await insertPhoto(ctx.db, id, { fileId: file.id, stage, takenAt: ctx.now })
  await applyEffect(ctx, event, 'add-photo', { to: state as EventState, detail: { stage, contentHash: file.contentHash } })
  return file.id
}
