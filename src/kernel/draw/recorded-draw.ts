import { sql } from 'kysely'
import type { Ctx } from '#kernel/contract/operation.ts'
import { type Db, later } from '#kernel/db/pool.ts'
import { randomness } from '#kernel/crypto/randomness.ts'
import { sm3, sm3Hex } from '#kernel/crypto/sm3.ts'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { canonicalJson } from '#kernel/ledger/canonical-json.ts'
import { commitDraw, runDraw, type DrawCommitment, type DrawTranscript, type Exclusion } from './draw.ts'

/** A draw that is to be kept. Candidates are references such as staff numbers, in a fixed order; reasons of exclusions are codes: the transcript is public. */
export interface DrawOrder {
  readonly matterId: string
  /** What is drawn for, such as `cases.dispatch`. */
  readonly purpose: string
  readonly candidates: readonly string[]
  readonly count: number
  readonly exclude?: readonly Exclusion[]
}

/** Who was drawn. The step that follows puts `drawId` and `transcriptDigest` into its event, so that the ledger holds the draw fast. */
export interface RecordedDraw {
  readonly drawId: string
  readonly selected: readonly string[]
  readonly transcriptDigest: string
}

export interface StoredDraw {
  readonly id: string
  readonly purpose: string
  readonly drawnAt: Date
  readonly commitment: Buffer
  readonly transcript: DrawTranscript
}

/**
 * Commits to a random seed and the list, draws, and keeps commitment and transcript, all in the transaction of `ctx` (M-06, B-09).
 * Refuses what `runDraw` refuses, such as more than are eligible (`draw.too-few-eligible`).
 */
export async function recordedDraw(ctx: Ctx, order: DrawOrder): Promise<RecordedDraw> {
  const { matterId, purpose, candidates, count, exclude = [] } = order
  const seed = randomness().bytes(32)
  const commitment = must(commitDraw({ seed, candidates, matter: matterId, publicSource: 'none' }))
  const transcript = must(runDraw({ commitment, seed, candidates, count, exclude, context: { matter: matterId, publicValue: '' } }))
  const drawId = newId(ctx.now.getTime())
  await later(ctx.db, sql`INSERT INTO draws (id, matter_id, purpose, drawn_at, commitment, transcript)
    VALUES (${drawId}, ${matterId}, ${purpose}, ${ctx.now}, ${commitmentDigest(commitment)}, ${JSON.stringify(transcript)}::jsonb)`)
  return { drawId, selected: transcript.selected, transcriptDigest: transcriptDigest(transcript) }
}

/** What the column `commitment` holds: SM3 over a label and the commitment in canonical JSON. */
export function commitmentDigest(commitment: DrawCommitment): Buffer {
  return sm3(`yimen/draw/commitment/1\0${canonicalJson({ ...commitment })}`)
}

/** SM3 over a label and the transcript in canonical JSON, in hexadecimal: what a ledger event says of a draw. */
export function transcriptDigest(transcript: DrawTranscript): string {
  return sm3Hex(`yimen/draw/transcript/1\0${canonicalJson(transcript)}`)
}

/** A kept draw by its id. */
export async function findDraw(db: Db, id: string): Promise<StoredDraw | undefined> {
  const { rows } = await sql<StoredDraw>`SELECT id, purpose, drawn_at AS "drawnAt", commitment, transcript FROM draws WHERE id = ${id}`.execute(db)
  return rows[0]
}
