import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { fileErrors } from '../errors.ts'
import { ownUpload } from '../own-upload.ts'

/** How far a file is, for whoever sends it. */
export const getUpload = defineOperation({
  name: 'kernel.get-upload',
  summary: 'Says how much of a file that is sent in pieces has arrived: the offset of the next piece',
  kind: 'query',
  http: { method: 'GET', path: '/uploads/{id}' },
  access: 'signed-in',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), name: z.string(), size: z.int(), received: z.int() }),
  refusals: [fileErrors.uploadUnknown],
  examples: [{ summary: 'A file on its way', input: { id: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { id }) {
    const { name, sizeBytes, receivedBytes } = await ownUpload(ctx, id)
    return { id, name, size: sizeBytes, received: receivedBytes }
  },
})
