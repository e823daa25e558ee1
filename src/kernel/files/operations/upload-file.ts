import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { fileErrors } from '../errors.ts'
import { takeFile } from '../take-file.ts'

/** Takes a file before it is attached to anything; only its uploader sees it until a matter claims it. */
export const uploadFile = defineOperation({
  name: 'kernel.upload-file',
  summary: 'Takes a file (PDF, OFD, picture, Office document, drawing) to be attached later; the body is the file itself',
  kind: 'command',
  http: { method: 'POST', path: '/files', status: 201, body: 'bytes' },
  access: 'signed-in',
  rate: { perMinute: 60 },
  input: z.object({
    name: z.string().min(1).max(255).describe('file name with its extension'),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array).describe('the content'),
  }),
  output: z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.int() }),
  refusals: [fileErrors.empty, fileErrors.tooLarge, fileErrors.typeNotAllowed, fileErrors.typeMismatch],
  examples: [{ summary: 'A plan as PDF', input: { name: 'plan.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n') } }],
  async run(ctx, { name, bytes }) {
    const file = await takeFile(ctx, { name, bytes })
    return { id: file.id, name: file.name, mediaType: file.mediaType, size: file.sizeBytes }
  },
})
