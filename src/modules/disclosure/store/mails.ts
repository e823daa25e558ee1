import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { MailState } from '../schema.ts'
import type { DisclosureTables } from '../tables.ts'

export interface MailRow {
  readonly id: string
  readonly unitId: string
  readonly sealedMail: Buffer
  readonly arrivedAt: Date
  readonly state: MailState
  readonly requestNumber: string | null
  readonly setAsideReason: string | null
}

const columns = sql`c.id, c.unit_id AS "unitId", c.sealed_mail AS "sealedMail", c.arrived_at AS "arrivedAt", c.state, (SELECT m.number FROM matters m WHERE m.id = c.request_id) AS "requestNumber", c.set_aside_reason AS "setAsideReason"`

/** Whether the mail was taken before. */
export async function hasMail(db: Db, mailKey: string): Promise<boolean> {
  return (await tables<DisclosureTables>(db).selectFrom('disclosure_mails').select('id').where('mail_key', '=', mailKey).executeTakeFirst()) !== undefined
}

export async function insertMail(db: Db, row: { readonly id: string; readonly unit_id: string; readonly mail_key: string; readonly sealed_mail: Buffer; readonly arrived_at: Date }): Promise<void> {
  await tables<DisclosureTables>(db).insertInto('disclosure_mails').values(row).execute()
}

export async function findMail(db: Db, id: string, forUpdate: boolean): Promise<MailRow | undefined> {
  const { rows } = await sql<MailRow>`SELECT ${columns} FROM disclosure_mails c WHERE c.id = ${id} ${forUpdate ? sql`FOR UPDATE OF c` : sql``}`.execute(db)
  return rows[0]
}

interface Handled {
  readonly by: string
  readonly at: Date
}

export async function registerMail(db: Db, id: string, { by, at, requestNumber }: Handled & { readonly requestNumber: string }): Promise<void> {
  await sql`UPDATE disclosure_mails SET state = 'registered', request_id = (SELECT m.id FROM matters m WHERE m.number = ${requestNumber}), handled_by = ${by}, handled_at = ${at} WHERE id = ${id}`.execute(db)
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
