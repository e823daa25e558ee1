import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { ConsultedKind, Opinion } from '../schema.ts'
import type { DisclosureTables } from '../tables.ts'

export interface Consultation {
  readonly id: string
  readonly askedKind: ConsultedKind
  readonly sealedParty: Buffer
  readonly askedAt: Date
  readonly dueAt: Date
  readonly endedAt: Date | null
  readonly opinion: Opinion | null
  readonly sealedText: Buffer | null
}

/** Whom an application was discussed with, oldest first. */
export async function listConsultations(db: Db, requestId: string): Promise<readonly Consultation[]> {
  const { rows } = await sql<Consultation>`
    SELECT id, asked_kind AS "askedKind", sealed_party AS "sealedParty", asked_at AS "askedAt", due_at AS "dueAt", ended_at AS "endedAt", opinion, sealed_text AS "sealedText"
    FROM disclosure_consultations WHERE request_id = ${requestId} ORDER BY id`.execute(db)
  return rows
}

export interface NewConsultation {
  readonly id: string
  readonly request_id: string
  readonly asked_kind: ConsultedKind
  readonly sealed_party: Buffer
  readonly asked_at: Date
  readonly due_at: Date
}

export async function insertConsultation(db: Db, row: NewConsultation): Promise<void> {
  await tables<DisclosureTables>(db).insertInto('disclosure_consultations').values(row).execute()
}

export async function endConsultation(db: Db, id: string, end: { readonly ended_at: Date; readonly opinion: Opinion; readonly sealed_text: Buffer | null }): Promise<void> {
  await tables<DisclosureTables>(db).updateTable('disclosure_consultations').set(end).where('id', '=', id).where('ended_at', 'is', null).execute()
}

/** Consultations whose time is over without an opinion. */
export async function listSilent(db: Db, now: Date, limit: number): Promise<readonly { readonly id: string; readonly number: string }[]> {
  const { rows } = await sql<{ id: string; number: string }>`
    SELECT c.id, m.number FROM disclosure_consultations c JOIN matters m ON m.id = c.request_id
    WHERE c.ended_at IS NULL AND c.due_at < ${now} AND m.state = 'consulting' ORDER BY c.due_at, c.id LIMIT ${limit}`.execute(db)
  return rows
}
