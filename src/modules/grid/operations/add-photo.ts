import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { fileErrors } from '#kernel/files/errors.ts'
import { gridErrors } from '../errors.ts'
import { getEventFor, partOf } from '../event-view.ts'
import { keepPhoto } from '../photos.ts'
import { checkPart } from '../rules/handling.ts'
import { EventNumber } from '../schema.ts'

export const PhotoName = z.string().min(1).max(255).describe('file name with its extension')
export const PhotoBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array).describe('the picture')

/** A photo by those who work on an event; of what it is evidence follows from the state. */
export const addPhoto = defineOperation({
  name: 'grid.add-photo',
  summary: 'Adds a photo to an event: of the problem, of the treatment or of the verification, by its state',
  kind: 'command',
  http: { method: 'POST', path: '/grid/events/{number}/photos', status: 201, body: 'bytes' },
  access: { permission: 'grid:photograph' },
  input: z.object({ number: EventNumber, name: PhotoName, bytes: PhotoBytes }),
  output: z.object({ fileId: z.uuid() }),
  refusals: [gridErrors.eventUnknown, gridErrors.notYourPart, gridErrors.photoStageWrong, gridErrors.tooManyPhotos, gridErrors.notAPhoto, fileErrors.empty, fileErrors.tooLarge, fileErrors.typeNotAllowed, fileErrors.typeMismatch],
  examples: [{ summary: 'A picture', input: { number: 'WG2026090700001', name: 'photo.png', bytes: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB3p6hlgAAAABJRU5ErkJggg==', 'base64') } }],
  async run(ctx, { number, name, bytes }) {
    const reached = await getEventFor(ctx, number, true)
    must(checkPart('add-photo', partOf(ctx.caller, reached)))
    return { fileId: await keepPhoto(ctx, reached.event, { name, bytes }) }
  },
})
