import { signSm2, verifySm2, type Sm2KeyPair } from '#kernel/crypto/sm2.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { canonicalJson } from './canonical-json.ts'

/** A root of the ledger's tree at the size it had then, with the instant of signing to the second. */
export interface TreeHead {
  readonly treeSize: number
  readonly root: Uint8Array
  readonly signedAt: Date
}

/** A tree head under the office's SM2 signature (64 bytes, r then s); `publicKey` has 65 bytes. */
export interface Checkpoint extends TreeHead {
  readonly signature: Buffer
  readonly publicKey: Buffer
}

/** The text that a checkpoint's signature covers; whoever holds a receipt can write it down from the API's answer alone. */
export function checkpointText({ treeSize, root, signedAt }: TreeHead): string {
  return `yimen/ledger/checkpoint/1\0${canonicalJson({ root: Buffer.from(root).toString('hex'), signedAt: instantText(signedAt), treeSize })}`
}

/** Signs a tree head; fractions of a second are dropped from its instant, because the API does not show them. */
export function signCheckpoint(head: TreeHead, keys: Sm2KeyPair): Checkpoint {
  const shown = { ...head, signedAt: new Date(Math.floor(head.signedAt.getTime() / 1000) * 1000) }
  return { ...shown, signature: signSm2(checkpointText(shown), keys), publicKey: keys.publicKey }
}

/** Whether the signature over size, root and instant was made with the key of `publicKey`, whatever key the checkpoint itself names. */
export function verifyCheckpoint(checkpoint: Omit<Checkpoint, 'publicKey'>, publicKey: Uint8Array): boolean {
  return verifySm2(checkpointText(checkpoint), checkpoint.signature, publicKey)
}
