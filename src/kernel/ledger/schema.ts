import { z } from 'zod'
import { instantText } from '#kernel/time/instant-text.ts'
import type { Checkpoint } from './checkpoint.ts'

/** A digest as the API shows it: 64 lower-case hexadecimal digits. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A signed root as the API shows it; bytes in hexadecimal. */
export const SignedRoot = z.object({
  treeSize: z.number().int().positive(),
  root: Hash,
  signedAt: z.string(),
  signature: z.string(),
  publicKey: z.string(),
})
export type SignedRoot = z.infer<typeof SignedRoot>

export function signedRoot({ treeSize, root, signedAt, signature, publicKey }: Checkpoint): SignedRoot {
  return { treeSize, root: Buffer.from(root).toString('hex'), signedAt: instantText(signedAt), signature: signature.toString('hex'), publicKey: publicKey.toString('hex') }
}
