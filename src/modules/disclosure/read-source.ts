import type { Ctx } from '#kernel/contract/operation.ts'
import { claimFiles } from '#kernel/files/claim.ts'
import { readFileFor } from '#kernel/files/read.ts'

/** The bytes of an original that this caller uploaded; nobody else's is found. The reading is recorded. */
export async function readSource(ctx: Ctx, matterId: string, fileId: string): Promise<Uint8Array> {
  await claimFiles(ctx, [fileId])
  return (await readFileFor(ctx, fileId, { matterId, purpose: 'disclosure' })).bytes
}
