import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { pictureOf } from '#kernel/drawing/picture.ts'
import { addEvidence } from '#kernel/evidence/evidence.ts'
import { takeFile } from '#kernel/files/take-file.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { isSignaturePath, SIGNATURE } from '#ui/signature-strokes.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

/** Who signed for a result in the clerk's presence (签收): drawn on the screen, or on the printed receipt. */
export const ReceiptSignature = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('drawing'), name: z.string().min(1).max(50), path: z.string().refine(isSignaturePath) }),
  z.strictObject({ by: z.literal('paper'), name: z.string().min(1).max(50) }),
])
export type ReceiptSignature = z.infer<typeof ReceiptSignature>

/** What the drawn signature is evidence of. */
export const receiptRequirement = 'receipt-signature'

/** Keeps a drawn signature as evidence of the case, read like every other; gives what the ledger says of it: how it was signed, and the hash of the drawing. */
export async function keepSignature(ctx: Ctx, matterId: string, signature: ReceiptSignature): Promise<{ readonly by: ReceiptSignature['by']; readonly hash?: string }> {
  if (signature.by === 'paper') return { by: 'paper' }
  const file = await takeFile(ctx, { name: texts.receiptSignature.file, bytes: await pictureOf(drawingOf(signature.path)) })
  await addEvidence(ctx.db, matterId, [{ id: newId(ctx.now.getTime()), requirement: receiptRequirement, state: 'accepted', source: 'scan', fileId: file.id, provenance: { kind: 'signature' }, providedAt: ctx.now }])
  return { by: 'drawing', hash: file.contentHash }
}

function drawingOf(path: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIGNATURE.width}" height="${SIGNATURE.height}"><path d="${path}" fill="none" stroke="#000" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`
}
