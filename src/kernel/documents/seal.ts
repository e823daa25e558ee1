import { sql, type RawBuilder } from 'kysely'
import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import type { Signer } from '#kernel/crypto/signer.ts'
import { verifySm2 } from '#kernel/crypto/sm2.ts'
import { sm3 } from '#kernel/crypto/sm3.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { canonicalJson } from '#kernel/ledger/canonical-json.ts'
import { documentErrors } from './errors.ts'

/** What everybody may know of a sealed thing: number, kind, issuer, times. Plain values only. */
export type Envelope = Readonly<Record<string, string | number | null>>

export interface Seal {
  /** SM3 of the canonical content, 32 bytes. */
  readonly contentHash: Buffer
  /** SM2 over the canonical envelope with the content hash in it, 64 bytes. */
  readonly signature: Buffer
}

/**
 * Seals a content with the office's key (电子签名法 art. 13, after the model of GB/T 38540; rule D-10). The signature binds
 * the envelope and, through its hash, the content; so it can still be checked when the content was forgotten (个人信息保护法 art. 47).
 */
export async function sealContent(envelope: Envelope, content: unknown, signer: Signer): Promise<Seal> {
  const contentHash = sm3(canonicalJson(content))
  return { contentHash, signature: await signer.sign(signedText(envelope, contentHash)) }
}

/** Whether envelope and content hash are the ones that were signed. */
export function sealHolds(envelope: Envelope, seal: Seal, publicKey: Uint8Array): boolean {
  return verifySm2(signedText(envelope, seal.contentHash), seal.signature, publicKey)
}

/** Whether the content is the one that was hashed. */
export function contentIsWhole(content: unknown, contentHash: Uint8Array): boolean {
  return sm3(canonicalJson(content)).equals(contentHash)
}

/** A value as the database will give it back: without undefined members and lone surrogates, so that it hashes the same. */
export function storable<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_name, part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part)) as T
}

/** What a seal was used for; all of it is written down (GB/T 33481: each use of a seal is recorded). */
export interface SealUse {
  /** What kind of thing was sealed: `document`, `certificate`, `figures`. */
  readonly sealed: string
  readonly id: string
  readonly contentHash: Buffer
  readonly subjectId: string | null
  readonly matterId: string | null
}

/** The INSERT that records one use of the seal with its operator, to stand in the statement that stores what was sealed. Refuses an anonymous operator. */
export function sealUseEntry(ctx: Ctx, use: SealUse): RawBuilder<unknown> {
  if (ctx.caller.kind === 'anonymous') throw new Refusal(documentErrors.sealNotAuthorised)
  const detail = JSON.stringify({ sealed: use.sealed, id: use.id, contentHash: use.contentHash.toString('hex') })
  return sql`INSERT INTO access_log (at, actor, act, subject_id, matter_id, purpose, detail)
    VALUES (${ctx.now}, ${actorOf(ctx.caller)}, 'use-seal', ${use.subjectId}, ${use.matterId}, ${use.sealed}, ${detail}::jsonb)`
}

function signedText(envelope: Envelope, contentHash: Buffer): string {
  return canonicalJson({ ...envelope, contentHash: contentHash.toString('hex') })
}
