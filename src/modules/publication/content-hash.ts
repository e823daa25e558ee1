import { sm3Hex } from '#kernel/crypto/sm3.ts'
import type { Edition } from './store/records.ts'

/** SM3 of what the public will read of an edition: it ties the review and the publication in the ledger to this text. */
export function contentHash({ title, summary, body, docNo, createdOn, effectiveOn, validUntil }: Edition): string {
  return sm3Hex(JSON.stringify([title, summary, body, docNo, createdOn, effectiveOn, validUntil]))
}
