import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { MailState } from '../schema.ts'
import type { DisclosureTables } from '../tables.ts'

export interface MailRow {
  readonly id: string
  readonly unitId: string
  /** Under whose vault key it is sealed: its own, from its registration on that of the applicant; of an old registered mail still its own. */
  readonly subjectId: string
  /** The application that it became. */
  readonly matterId: string | null
  readonly sealedMail: Buffer
  readonly arrivedAt: Date
  readonly state: MailState
  readonly requestNumber: string | null
  readonly setAsideReason: string | null
}

const columns = sql`c.id, c.unit_id AS "unitId", c.sealed_for AS "subjectId", c.request_id AS "matterId", c.sealed_mail AS "sealedMail", c.arrived_at AS "arrivedAt", c.state, (SELECT m.number FROM matters m WHERE m.id = c.request_id) AS "requestNumber", c.set_aside_reason AS "setAsideReason"`

/** Lets one job at a time look into the mail boxes: held until commit. */
export async function holdMailBoxes(db: Db): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.disclosure-mails', 0))`.execute(db)
}

/** Whether the mail was taken before. */
export async function hasMail(db: Db, mailKey: string): Promise<boolean> {
  return (await tables<DisclosureTables>(db).selectFrom('disclosure_mails').select('id').where('mail_key', '=', mailKey).executeTakeFirst()) !== undefined
}

/** A mail arrives under a key of its own. */
export async function insertMail(db: Db, row: { readonly id: string; readonly unit_id: string; readonly mail_key: string; readonly sealed_mail: Buffer; readonly arrived_at: Date }): Promise<void> {
  await tables<DisclosureTables>(db).insertInto('disclosure_mails').values({ ...row, sealed_for: row.id }).execute()
}

export async function findMail(db: Db, id: string, forUpdate: boolean): Promise<MailRow | undefined> {
  const { rows } = await sql<MailRow>`SELECT ${columns} FROM disclosure_mails c WHERE c.id = ${id} ${forUpdate ? sql`FOR UPDATE OF c` : sql``}`.execute(db)
  return rows[0]
}

interface Handled {
  readonly by: string
  readonly at: Date
}

/** The mail belongs to an application from now on, and is sealed for its applicant. */
export async function registerMail(db: Db, id: string, { by, at, requestNumber, sealedMail, sealedFor }: Handled & { readonly requestNumber: string; readonly sealedMail: Buffer; readonly sealedFor: string }): Promise<void> {
  await sql`UPDATE disclosure_mails SET state = 'registered', sealed_mail = ${sealedMail}, sealed_for = ${sealedFor}, request_id = (SELECT m.id FROM matters m WHERE m.number = ${requestNumber}), handled_by = ${by}, handled_at = ${at} WHERE id = ${id}`.execute(db)
}

export async function setMailAside(db: Db, id: string, { by, at, reason }: Handled & { readonly reason: string }): Promise<void> {
  await tables<DisclosureTables>(db).updateTable('disclosure_mails').set({ state: 'setAside', set_aside_reason: reason, handled_by: by, handled_at: at }).where('id', '=', id).execute()
}

/** The mails of some units, or of all, newest first; one more than `limit` if there are more. */
export async function listMailRows(db: Db, page: { readonly units: readonly string[] | null; readonly state: MailState; readonly before: string | null; readonly limit: number }): Promise<readonly MailRow[]> {
  const units = page.units === null ? null : [...page.units]
  const { rows } = await sql<MailRow>`
    SELECT ${columns} FROM disclosure_mails c
    WHERE (${units}::text[] IS NULL OR c.unit_id = ANY(${units}::text[])) AND c.state = ${page.state} AND (${page.before}::uuid IS NULL OR c.id < ${page.before}::uuid)
    ORDER BY c.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}
