import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { attachments, mayTakeFile } from '../accepted-files.ts'
import { safeFileName } from '../content-disposition.ts'
import { fileErrors } from '../errors.ts'
import { sniffFileType } from '../file-type.ts'
import { insertFile } from '../store.ts'

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
  async run({ db, caller, now, services }, { name, bytes }) {
    const type = await sniffFileType(bytes)
    must(mayTakeFile({ name, size: bytes.length, type }, attachments))
    const { hash, size } = await services.files.put(bytes)
    const file = { id: newId(now.getTime()), contentHash: hash, mediaType: type.mediaType, sizeBytes: size, name: safeFileName(name, 'file'), owner: actorOf(caller), uploadedAt: now }
    await insertFile(db, file)
    return { id: file.id, name: file.name, mediaType: file.mediaType, size }
  },
})
