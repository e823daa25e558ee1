import { sql } from 'kysely'
import { onceIn } from '#kernel/db/once-in.ts'
import type { Db } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { subjectErrors } from '../errors.ts'
import type { SubjectKind } from '../schema.ts'

/** A person or organisation without anything personal: references and masks. */
export interface SubjectRow {
  readonly id: string
  readonly kind: SubjectKind
  readonly maskedName: string
  readonly maskedNumber: string
  /** 0 to 4: how surely the subject was known at registration. */
  readonly assuranceLevel: number
  /** Of an organisation; null for a person. */
  readonly legalRepresentativeId: string | null
  readonly regionCode: string
  readonly forgotten: boolean
}

export interface SealedSubject extends SubjectRow {
  readonly sealedFacts: Buffer | null
  /** Null after the subject was forgotten. */
  readonly phoneIndex: string | null
}

const columns = sql`id, kind, masked_name AS "maskedName", masked_number AS "maskedNumber", assurance_level AS "assuranceLevel",
  legal_representative_id AS "legalRepresentativeId", region_code AS "regionCode", forgotten_at IS NOT NULL AS forgotten`

/** The subject of that id, read once in a transaction; refuses `subjects.unknown`. */
export async function getSubject(db: Db, id: string): Promise<SubjectRow> {
  const { sealedFacts: _sealed, phoneIndex: _index, ...subject } = await getSealedSubject(db, id)
  return subject
}

/** The subject with its sealed facts, read once in a transaction; refuses `subjects.unknown`. */
export async function getSealedSubject(db: Db, id: string): Promise<SealedSubject> {
  return onceIn(db, `subject:${id}`, () => readSealedSubject(db, id))
}

async function readSealedSubject(db: Db, id: string): Promise<SealedSubject> {
  const { rows } = await sql<SealedSubject>`SELECT ${columns}, sealed_facts AS "sealedFacts", phone_index AS "phoneIndex" FROM subjects WHERE id = ${id}`.execute(db)
  if (rows[0] === undefined) throw new Refusal(subjectErrors.unknown)
  return rows[0]
}

export async function lockSubject(db: Db, id: string): Promise<SubjectRow> {
  const { rows } = await sql<SubjectRow>`SELECT ${columns} FROM subjects WHERE id = ${id} FOR UPDATE`.execute(db)
  if (rows[0] === undefined) throw new Refusal(subjectErrors.unknown)
  return rows[0]
}

export async function findByNumberIndex(db: Db, kind: SubjectKind, numberIndex: string): Promise<SubjectRow | undefined> {
  const { rows } = await sql<SubjectRow>`SELECT ${columns} FROM subjects WHERE kind = ${kind} AND number_index = ${numberIndex}`.execute(db)
  return rows[0]
}

export async function listPersonsByPhoneIndex(db: Db, phoneIndex: string): Promise<readonly SubjectRow[]> {
  const { rows } = await sql<SubjectRow>`SELECT ${columns} FROM subjects WHERE kind = 'person' AND phone_index = ${phoneIndex} ORDER BY id LIMIT 2`.execute(db)
  return rows
}

export async function findByDemoKey(db: Db, key: string): Promise<SubjectRow | undefined> {
  const { rows } = await sql<SubjectRow>`SELECT ${columns} FROM subjects WHERE demo_key = ${key}`.execute(db)
  return rows[0]
}

/** Ids of demo subjects by their keys. */
export async function listDemoKeys(db: Db): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; key: string }>`SELECT id, kind || '/' || demo_key AS key FROM subjects WHERE demo_key IS NOT NULL`.execute(db)
  return new Map(rows.map((row) => [row.key, row.id]))
}

/** Organisations whose legal representative the person is. */
export async function listRepresented(db: Db, personId: string): Promise<readonly SubjectRow[]> {
  const { rows } = await sql<SubjectRow>`SELECT ${columns} FROM subjects WHERE legal_representative_id = ${personId} AND forgotten_at IS NULL ORDER BY id`.execute(db)
  return rows
}

export interface NewSubject {
  readonly id: string
  readonly kind: SubjectKind
  readonly sealedFacts: Buffer
  readonly maskedName: string
  readonly maskedNumber: string
  readonly numberIndex: string
  readonly phoneIndex: string
  readonly legalRepresentativeId: string | null
  readonly assuranceLevel: number
  readonly regionCode: string
  readonly registeredAt: Date
  readonly registeredBy: string
  readonly demoKey: string | null
}

/** Whether the subject was inserted: false when the number is registered already. */
export async function insertSubject(db: Db, subject: NewSubject): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO subjects (id, kind, sealed_facts, masked_name, masked_number, number_index, phone_index, legal_representative_id, assurance_level, region_code, registered_at, registered_by, demo_key)
    VALUES (${subject.id}, ${subject.kind}, ${subject.sealedFacts}, ${subject.maskedName}, ${subject.maskedNumber}, ${subject.numberIndex}, ${subject.phoneIndex},
      ${subject.legalRepresentativeId}, ${subject.assuranceLevel}, ${subject.regionCode}, ${subject.registeredAt}, ${subject.registeredBy}, ${subject.demoKey})
    ON CONFLICT (kind, number_index) DO NOTHING RETURNING 1`.execute(db)
  return rows.length === 1
}

/** Leaves the row, so that every reference stays whole, and takes out everything that could tell who it was. */
export async function eraseSubject(db: Db, id: string, now: Date): Promise<void> {
  await sql`UPDATE subjects SET sealed_facts = NULL, number_index = NULL, phone_index = NULL, masked_name = '**', masked_number = '****', demo_key = NULL, forgotten_at = ${now}
    WHERE id = ${id}`.execute(db)
}
