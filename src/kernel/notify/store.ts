import { sql } from 'kysely'
import { type Db, later } from '#kernel/db/pool.ts'
import type { ChannelKind, SendingChannelKind } from './channel.ts'

/** Tries before a message is given up, and the pause after the first; each later pause is twice as long: 1, 2, 4 … 64 minutes. */
export const mostAttempts = 8
const firstPauseSeconds = 60

export interface NewMessage {
  readonly id: string
  readonly recipient: string
  readonly subjectId: string | null
  readonly matterId: string | null
  readonly channel: ChannelKind
  readonly template: string
  readonly sealed: Buffer
}

export async function insertMessages(db: Db, messages: readonly NewMessage[], now: Date): Promise<void> {
  if (messages.length === 0) return
  const rows = messages.map(({ sealed, ...row }) => ({ ...row, sealed: sealed.toString('hex') }))
  await later(db, sql`
    INSERT INTO notifications (id, recipient, subject_id, matter_id, channel, template, sealed_text, created_at, sent_at, next_attempt_at)
    SELECT id, recipient, "subjectId", "matterId", channel, template, decode(sealed, 'hex'), ${now}::timestamptz,
      CASE WHEN channel = 'in-app' THEN ${now}::timestamptz END, CASE WHEN channel <> 'in-app' THEN ${now}::timestamptz END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id uuid, recipient text, "subjectId" uuid, "matterId" uuid, channel text, template text, sealed text)`)
}

export interface ClaimedMessage {
  readonly id: string
  readonly recipient: string
  readonly channel: SendingChannelKind
  readonly subjectId: string | null
  readonly sealed: Buffer
}

export interface Claim {
  readonly channels: readonly SendingChannelKind[]
  readonly limit: number
}

/**
 * Takes due messages for one try: counts it and puts the next one off, before anything is sent, so that no other worker
 * takes them too. Of one matter a recipient is told in order: the next message waits until the one before it went out or was
 * given up. After the last try nothing is put off any more: the message is given up.
 */
export async function claimMessages(db: Db, { channels, limit }: Claim, now: Date): Promise<readonly ClaimedMessage[]> {
  const { rows } = await sql<ClaimedMessage>`
    UPDATE notifications SET attempts = attempts + 1,
      next_attempt_at = CASE WHEN attempts + 1 < ${mostAttempts}::int THEN ${now}::timestamptz + make_interval(secs => ${firstPauseSeconds} * 2 ^ attempts) END
    WHERE id IN (
      SELECT id FROM notifications n
      WHERE next_attempt_at <= ${now} AND channel = ANY(${[...channels]}::text[])
        AND NOT EXISTS (
          SELECT FROM notifications earlier WHERE earlier.matter_id = n.matter_id AND earlier.recipient = n.recipient AND earlier.channel = n.channel
            AND earlier.next_attempt_at IS NOT NULL AND (earlier.created_at, earlier.id) < (n.created_at, n.id)
        )
      ORDER BY next_attempt_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    RETURNING id, recipient, channel, subject_id AS "subjectId", sealed_text AS sealed`.execute(db)
  return rows
}

/** Marks messages as sent, each once: a second mark changes nothing. */
export async function markSent(db: Db, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await sql`UPDATE notifications SET sent_at = ${now}, next_attempt_at = NULL WHERE id = ANY(${[...ids]}::uuid[]) AND sent_at IS NULL`.execute(db)
}

/** Gives up a message that can never be read again. */
export async function giveUp(db: Db, id: string): Promise<void> {
  await sql`UPDATE notifications SET next_attempt_at = NULL WHERE id = ${id}`.execute(db)
}

export interface MessageRow {
  readonly id: string
  readonly recipient: string
  readonly channel: ChannelKind
  readonly template: string
  readonly subjectId: string | null
  readonly sealed: Buffer
  readonly matterKind: string | null
  readonly matterNumber: string | null
  readonly createdAt: Date
  readonly sentAt: Date | null
  readonly readAt: Date | null
  readonly attempts: number
}

export interface Page {
  readonly limit: number
  /** Id of the last message of the page before. */
  readonly cursor?: string | undefined
}

/** Messages in the app for these recipients, newest first. */
export async function listInApp(db: Db, recipients: readonly string[], page: Page & { readonly unreadOnly: boolean }): Promise<readonly MessageRow[]> {
  return listRows(db, sql`n.channel = 'in-app' AND n.recipient = ANY(${[...recipients]}::text[]) ${page.unreadOnly ? sql`AND n.read_at IS NULL` : sql``}`, page)
}

/** Everything that left or is to leave by SMS or e-mail, newest first. */
export async function listOutbox(db: Db, page: Page): Promise<readonly MessageRow[]> {
  return listRows(db, sql`n.channel <> 'in-app'`, page)
}

async function listRows(db: Db, condition: ReturnType<typeof sql>, { limit, cursor }: Page): Promise<readonly MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    SELECT n.id, n.recipient, n.channel, n.template, n.subject_id AS "subjectId", n.sealed_text AS sealed, m.kind AS "matterKind", m.number AS "matterNumber",
      n.created_at AS "createdAt", n.sent_at AS "sentAt", n.read_at AS "readAt", n.attempts
    FROM notifications n LEFT JOIN matters m ON m.id = n.matter_id
    WHERE ${condition} ${cursor === undefined ? sql`` : sql`AND (n.created_at, n.id) < (SELECT created_at, id FROM notifications WHERE id = ${cursor})`}
    ORDER BY n.created_at DESC, n.id DESC LIMIT ${limit}`.execute(db)
  return rows
}

/** Marks a message in the app as read, the first reading standing, and says what it is about; undefined if it is not one of these recipients'. */
export async function markRead(db: Db, id: string, recipients: readonly string[], now: Date): Promise<Pick<MessageRow, 'matterKind' | 'matterNumber'> | undefined> {
  const { rows } = await sql<Pick<MessageRow, 'matterKind' | 'matterNumber'>>`
    WITH marked AS (
      UPDATE notifications SET read_at = coalesce(read_at, ${now})
      WHERE id = ${id} AND channel = 'in-app' AND recipient = ANY(${[...recipients]}::text[]) RETURNING matter_id
    )
    SELECT m.kind AS "matterKind", m.number AS "matterNumber" FROM marked LEFT JOIN matters m ON m.id = marked.matter_id`.execute(db)
  return rows[0]
}
