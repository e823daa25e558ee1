import { z } from 'zod'
import { anonymous } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { fileErrors } from '#kernel/files/errors.ts'
import { gridErrors } from '../errors.ts'
import { mustHoldCode } from '../follow.ts'
import { keepPhoto } from '../photos.ts'
import { EventNumber, QueryCode } from '../schema.ts'
import { PhotoBytes, PhotoName } from './add-photo.ts'

/** A photo by whoever reported, before the report is filed. */
export const attachPhoto = defineOperation({
  name: 'grid.attach-photo',
  summary: 'Attaches a photo to what one has reported, with number and code',
  kind: 'command',
  http: { method: 'POST', path: '/grid/progress/{number}/photos', status: 201, body: 'bytes' },
  access: 'public',
  rate: { perMinute: 10 },
  input: z.object({ number: EventNumber, code: QueryCode.optional(), name: PhotoName, bytes: PhotoBytes }),
  output: z.object({ fileId: z.uuid() }),
  refusals: [gridErrors.queryCodeWrong, gridErrors.photoStageWrong, gridErrors.tooManyPhotos, gridErrors.notAPhoto, fileErrors.empty, fileErrors.tooLarge, fileErrors.typeNotAllowed, fileErrors.typeMismatch],
  examples: [{ summary: 'A picture', input: { number: 'WG2026090700001', code: '123456', name: 'photo.png', bytes: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB3p6hlgAAAABJRU5ErkJggg==', 'base64') } }],
  async run(ctx, { number, code, name, bytes }) {
    const event = await mustHoldCode(ctx, number, code, true)
    if (event.matter.state !== 'reported') throw new Refusal(gridErrors.photoStageWrong, { state: event.matter.state })
    return { fileId: await keepPhoto({ ...ctx, caller: anonymous }, event, { name, bytes }) }
  },
})
