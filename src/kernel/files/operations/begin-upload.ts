import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { largestAttachment } from '../accepted-files.ts'
import { safeFileName } from '../content-disposition.ts'
import { fileErrors } from '../errors.ts'
import { withWhatIsThere } from '../own-upload.ts'
import { beginUpload as begin, countUploads } from '../upload-store.ts'

/** So that nobody fills the disk with beginnings. */
const mostAtOnce = 30

/** Begins a file that comes in pieces. The same file begun again, also on another day, goes on where it stopped. */
export const beginUpload = defineOperation({
  name: 'kernel.begin-upload',
  summary: 'Begins a file that is sent in pieces; the same file begun again goes on where it stopped',
  kind: 'command',
  http: { method: 'POST', path: '/uploads' },
  access: 'signed-in',
  rate: { perMinute: 60 },
  input: z.object({
    name: z.string().min(1).max(255).describe('file name with its extension'),
    size: z.int().min(1).max(largestAttachment).describe('bytes of the whole file'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/).describe('SHA-256 of the whole file, compared at its end'),
  }),
  output: z.object({ id: z.uuid(), received: z.int() }),
  refusals: [fileErrors.tooManyUploads, fileErrors.uploadDiffers],
  examples: [{ summary: 'A plan as PDF', input: { name: 'plan.pdf', size: 45, sha256: '5a838678058f6de375e8635b5f2fea47a4e5f07cb1a882a44b10f39abc6f34ff' } }],
  async run(ctx, { name, size, sha256 }) {
    const owner = actorOf(ctx.caller)
    const row = await begin(ctx.db, { id: newId(ctx.now.getTime()), owner, name: safeFileName(name, 'file'), sizeBytes: size, sha256 }, ctx.now)
    if (row.sizeBytes !== size) throw new Refusal(fileErrors.uploadDiffers)
    if ((await countUploads(ctx.db, owner)) > mostAtOnce) throw new Refusal(fileErrors.tooManyUploads, { most: mostAtOnce })
    return { id: row.id, received: (await withWhatIsThere(ctx, row)).receivedBytes }
  },
})
