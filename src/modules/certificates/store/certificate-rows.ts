import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'
import type { CertificatesTables, CertificateTable } from '../tables.ts'

/** A certificate as it is stored. */
export type StoredCertificate = CertificateTable

/** A certificate with the name of its kind and the identifier of the one that replaced it. */
export interface CertificateRow extends CertificateTable {
  readonly type_name: string
  readonly replaced_by: string | null
}

const withType = sql`SELECT c.*, t.name AS type_name,
  (SELECT n.identifier FROM certificates n WHERE n.previous_identifier = c.identifier) AS replaced_by
  FROM certificates c JOIN certificate_types t ON t.key = c.type_key`

/** One indexed query. */
export async function findCertificateRow(db: Db, identifier: string): Promise<CertificateRow | undefined> {
  return (await sql<CertificateRow>`${withType} WHERE c.identifier = ${identifier}`.execute(db)).rows[0]
}

/** Holds the certificate against other changes of its state until commit. */
export async function lockCertificate(db: Db, identifier: string): Promise<CertificateRow | undefined> {
  return (await sql<CertificateRow>`${withType} WHERE c.identifier = ${identifier} FOR UPDATE OF c`.execute(db)).rows[0]
}

/** A certificate, and whether its use was recorded for this matter. */
export async function findCertificateWithUse(db: Db, identifier: string, matterId: string): Promise<(CertificateRow & { readonly used: boolean }) | undefined> {
  const { rows } = await sql<CertificateRow & { readonly used: boolean }>`
    SELECT f.*, EXISTS (SELECT 1 FROM certificate_uses u WHERE u.certificate_id = f.id AND u.matter_id = ${matterId}) AS used
    FROM (${withType} WHERE c.identifier = ${identifier}) f`.execute(db)
  return rows[0]
}

/** Newest first; `cursor` is the id of the last one of the page before. */
export async function listCertificatesOf(db: Db, page: { readonly holderId: string; readonly limit: number; readonly cursor?: string | undefined }): Promise<readonly CertificateRow[]> {
  const after = page.cursor === undefined ? sql`` : sql`AND c.id < ${page.cursor}`
  return (await sql<CertificateRow>`${withType} WHERE c.holder_id = ${page.holderId} ${after} ORDER BY c.id DESC LIMIT ${page.limit}`.execute(db)).rows
}

/** The holder's certificates that hold on the day (D-05), newest first; of these kinds, or of all. */
export async function listHolding(db: Db, search: { readonly holderId: string; readonly typeKeys?: readonly string[]; readonly day: Day }): Promise<readonly CertificateRow[]> {
  const ofKinds = search.typeKeys === undefined ? sql`` : sql`AND c.type_key = ANY(${[...search.typeKeys]})`
  const { rows } = await sql<CertificateRow>`
    ${withType} WHERE c.holder_id = ${search.holderId} ${ofKinds} AND c.state = '01'
    AND c.valid_from <= ${search.day} AND (c.valid_to IS NULL OR c.valid_to >= ${search.day}) ORDER BY c.id DESC`.execute(db)
  return rows
}

/** Which of these kinds the holder has a certificate of that holds on the day. One look into the index for each kind: an EXISTS is planned as a join with all that he holds. */
export async function listHeldKinds(db: Db, search: { readonly holderId: string; readonly typeKeys: readonly string[]; readonly day: Day }): Promise<readonly string[]> {
  if (search.typeKeys.length === 0) return []
  const { rows } = await sql<{ key: string }>`
    SELECT k.key FROM unnest(${[...search.typeKeys]}::text[]) AS k(key), LATERAL (
      SELECT FROM certificates c WHERE c.holder_id = ${search.holderId} AND c.type_key = k.key AND c.state = '01' AND c.valid_from <= ${search.day} AND (c.valid_to IS NULL OR c.valid_to >= ${search.day})
      LIMIT 1) AS held`.execute(db)
  return rows.map(({ key }) => key)
}

export interface CertificateEvent {
  readonly seq: number
  readonly at: Date
  readonly actor: string
  readonly command: string
  readonly toState: string
}

/** What happened to a certificate, in order. */
export async function listCertificateEvents(db: Db, certificateId: string): Promise<readonly CertificateEvent[]> {
  return tables<CertificatesTables>(db)
    .selectFrom('certificate_events')
    .select(['seq', 'at', 'actor', 'command', 'to_state as toState'])
    .where('certificate_id', '=', certificateId)
    .orderBy('seq')
    .execute()
}
