import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { fileErrors } from '#kernel/files/errors.ts'
import { readFileFor } from '#kernel/files/read.ts'
import { gridErrors } from '../errors.ts'
import { getEventFor } from '../event-view.ts'
import { EventNumber } from '../schema.ts'
import { listPhotos } from '../store/notes.ts'

/** A photo for whoever sees the event; the reporter sees his own. */
export const getPhoto = defineOperation({
  name: 'grid.get-photo',
  summary: 'Gives a photo of an event',
  kind: 'query',
  http: { method: 'GET', path: '/grid/events/{number}/photos/{fileId}' },
  access: 'signed-in',
  input: z.object({ number: EventNumber, fileId: z.uuid() }),
  output: z.custom<FileAnswer>((value) => value instanceof FileAnswer),
  refusals: [gridErrors.eventUnknown, fileErrors.notFound],
  examples: [{ summary: 'A picture', input: { number: 'WG2026090700001', fileId: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { number, fileId }) {
    const { event, reaches } = await getEventFor(ctx, number, false)
    const photo = (await listPhotos(ctx.db, event.matter.id)).find((one) => one.fileId === fileId)
    if (photo === undefined || (reaches.includes('reporter') && photo.stage !== 'report')) throw new Refusal(fileErrors.notFound, { ids: [fileId] })
    return readFileFor(ctx, fileId, { matterId: event.matter.id, purpose: 'grid.photo' })
  },
})
