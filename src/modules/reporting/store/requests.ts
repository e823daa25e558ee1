import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'
import type { ReportFormat, ReportKind } from '../schema.ts'

export interface ReportRequest {
  readonly id: string
  readonly kind: ReportKind
  readonly format: ReportFormat
  readonly from: Day
  readonly to: Day
  readonly requestedAt: Date
  readonly requestedBy: string
  /** Null until the job has written it. */
  readonly writtenAt: Date | null
  readonly contentHash: string | null
  readonly sizeBytes: number | null
}

const columns = sql`id, kind, format, period_from AS "from", period_to AS "to", requested_at AS "requestedAt", requested_by AS "requestedBy",
  written_at AS "writtenAt", content_hash AS "contentHash", size_bytes::float8 AS "sizeBytes"`

export async function insertRequest(db: Db, request: Omit<ReportRequest, 'writtenAt' | 'contentHash' | 'sizeBytes'>): Promise<void> {
  await sql`
    INSERT INTO report_requests (id, kind, format, period_from, period_to, requested_at, requested_by)
    VALUES (${request.id}, ${request.kind}, ${request.format}, ${request.from}::date, ${request.to}::date, ${request.requestedAt}, ${request.requestedBy})`.execute(db)
}

/** The request of that id, whoever asked. */
export async function findRequest(db: Db, id: string): Promise<ReportRequest | undefined> {
  const { rows } = await sql<ReportRequest>`SELECT ${columns} FROM report_requests WHERE id = ${id}::uuid`.execute(db)
  return rows[0]
}

/** The requests of one person, newest first, before a request of the page before. */
export async function listRequests(db: Db, page: { readonly by: string; readonly before: string | undefined; readonly limit: number }): Promise<readonly ReportRequest[]> {
  const { rows } = await sql<ReportRequest>`
    SELECT ${columns} FROM report_requests WHERE requested_by = ${page.by} ${page.before === undefined ? sql`` : sql`AND id < ${page.before}::uuid`}
    ORDER BY id DESC LIMIT ${page.limit}`.execute(db)
  return rows
}

/** Keeps what was written for a request; a request that is written stays as it is. */
export async function markWritten(db: Db, id: string, written: { readonly at: Date; readonly hash: string; readonly size: number }): Promise<void> {
  await sql`
    UPDATE report_requests SET written_at = ${written.at}, content_hash = ${written.hash}, size_bytes = ${written.size}
    WHERE id = ${id}::uuid AND written_at IS NULL`.execute(db)
}
