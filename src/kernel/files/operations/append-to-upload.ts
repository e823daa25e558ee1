import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { fileErrors } from '../errors.ts'
import { ownUpload } from '../own-upload.ts'
import type { FileRow } from '../store.ts'
import { takeFile } from '../take-file.ts'
import { endUpload, moveUpload, type UploadRow } from '../upload-store.ts'

/** Adds the next piece of a file. With the last one the file is compared, taken like any other and given its number. */
export const appendToUpload = defineOperation({
  name: 'kernel.append-to-upload',
  summary: 'Adds the piece that begins at `offset`; the last one ends the upload and gives the file',
  kind: 'command',
  http: { method: 'PUT', path: '/uploads/{id}', body: 'bytes' },
  access: 'signed-in',
  rate: { perMinute: 600 },
  input: z.object({
    id: z.uuid(),
    offset: z.coerce.number().int().min(0).describe('how much came before, in bytes'),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length > 0).describe('the piece'),
  }),
  output: z.object({
    received: z.int(),
    file: z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.int() }).nullable().describe('once all of it is there'),
  }),
  refusals: [fileErrors.uploadUnknown, fileErrors.offsetWrong, fileErrors.uploadDiffers, fileErrors.tooLarge, fileErrors.typeNotAllowed, fileErrors.typeMismatch],
  examples: [{ summary: 'The whole of a small file', input: { id: '01999999-0000-7000-8000-000000000000', offset: 0, bytes: new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n') } }],
  async run(ctx, { id, offset, bytes }) {
    const upload = await ownUpload(ctx, id, true)
    if (offset !== upload.receivedBytes) throw new Refusal(fileErrors.offsetWrong, { received: upload.receivedBytes })
    const received = offset + bytes.length
    if (received > upload.sizeBytes) throw new Refusal(fileErrors.uploadDiffers)
    await ctx.services.fileParts.append(id, offset, bytes)
    if (received < upload.sizeBytes) {
      await moveUpload(ctx.db, id, received, ctx.now)
      return { received, file: null }
    }
    const file = await takeWhole(ctx, upload)
    return { received, file: { id: file.id, name: file.name, mediaType: file.mediaType, size: file.sizeBytes } }
  },
})

/** A file that is not what was promised, or not of a kind that is taken, begins anew: what came is of no use. */
async function takeWhole(ctx: Ctx, upload: UploadRow): Promise<FileRow> {
  const { fileParts } = ctx.services
  ctx.afterRefusal(async (db) => {
    await endUpload(db, upload.id)
    await fileParts.remove(upload.id)
  })
  const bytes = await fileParts.read(upload.id)
  if (createHash('sha256').update(bytes).digest('hex') !== upload.sha256) throw new Refusal(fileErrors.uploadDiffers)
  const file = await takeFile(ctx, { name: upload.name, bytes })
  await endUpload(ctx.db, upload.id)
  await fileParts.remove(upload.id)
  return file
}
