import { sql } from 'kysely'
import type { Ctx } from '#kernel/contract/operation.ts'
import { sm3Hex } from '#kernel/crypto/sm3.ts'
import type { Db } from '#kernel/db/pool.ts'
import { type Envelope, sealContent, sealUseEntry } from '#kernel/documents/seal.ts'
import { canonicalJson } from '#kernel/ledger/canonical-json.ts'

/** A published figure as a seal lists it. */
export interface ListedFigure {
  readonly id: string
  readonly metric: string
  readonly from: string
  readonly to: string
  /** SM3 over all that counts of the figure; null for what was published before there were seals. */
  readonly hash: string | null
}

/** The figures of one publication under the office's signature; number 0 has none. */
export interface FigureSeal {
  readonly number: number
  readonly sealedAt: Date
  readonly figures: readonly ListedFigure[]
  readonly signature: Buffer | null
}

/** What the signature binds beside the list of figures: its place, its instant and the list before it, so that no publication can be taken out. */
export function envelopeOf({ number, sealedAt }: Pick<FigureSeal, 'number' | 'sealedAt'>, before: FigureSeal | undefined): Envelope {
  return { sealed: 'figures', number, sealedAt: sealedAt.toISOString(), before: before === undefined ? null : sm3Hex(canonicalJson(before.figures)) }
}

/** Seals the figures of a publication after the seals there are, and records the use of the seal; nothing for none. One publication at a time. */
export async function sealFigures(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const { db, now, services } = ctx
  if (ids.length === 0) return
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('figure_seals', 0))`.execute(db)
  const before = (await listSeals(db, 1)).at(0)
  const number = (before?.number ?? 0) + 1
  const figures = await listFigures(db, ids)
  const { contentHash, signature } = await sealContent(envelopeOf({ number, sealedAt: now }, before), figures, services.signer)
  await sql`
    WITH seal_use AS (${sealUseEntry(ctx, { sealed: 'figures', id: String(number), contentHash, subjectId: null, matterId: null })})
    INSERT INTO figure_seals (number, sealed_at, figures, signature) VALUES (${number}, ${now}, ${JSON.stringify(figures)}::jsonb, ${signature})`.execute(db)
}

/** The seals, the last first. */
export async function listSeals(db: Db, limit: number | null): Promise<readonly FigureSeal[]> {
  const { rows } = await sql<FigureSeal>`SELECT number, sealed_at AS "sealedAt", figures, signature FROM figure_seals ORDER BY number DESC LIMIT ${limit}::int`.execute(db)
  return rows
}

/** These figures as they stand now, with their hashes. Numbers and instants are hashed as the database writes them, to the last digit. */
export async function listFigures(db: Db, ids: readonly string[]): Promise<readonly ListedFigure[]> {
  const { rows } = await sql<Omit<ListedFigure, 'hash'> & { readonly counts: string | null }>`
    SELECT id, metric, definition_version AS "definitionVersion", period_from AS "from", period_to AS "to", filter, numerator::text AS numerator, denominator::text AS denominator,
      value_text AS "valueText", extract(epoch FROM cut_off)::text AS "cutOff", tree_size::text AS "treeSize", extract(epoch FROM published_at)::text AS "publishedAt", published_by AS "publishedBy", counts
    FROM figures WHERE id = ANY(${ids}::uuid[]) ORDER BY id`.execute(db)
  // Figures of before their words were kept hash as they did.
  return rows.map(({ counts, ...row }) => ({ id: row.id, metric: row.metric, from: row.from, to: row.to, hash: sm3Hex(canonicalJson(counts === null ? row : { ...row, counts })) }))
}

/** The first published figure that no seal lists. */
export async function findUnlistedFigure(db: Db): Promise<Omit<ListedFigure, 'hash'> | undefined> {
  const { rows } = await sql<Omit<ListedFigure, 'hash'>>`
    SELECT id, metric, period_from AS "from", period_to AS "to" FROM figures
    WHERE id NOT IN (SELECT (listed->>'id')::uuid FROM figure_seals, jsonb_array_elements(figures) AS listed WHERE listed->>'id' IS NOT NULL) ORDER BY id LIMIT 1`.execute(db)
  return rows[0]
}
