import { sql } from 'kysely'
import { onceIn } from '#kernel/db/once-in.ts'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { CertificateType } from '../schema.ts'
import type { CertificatesTables, CertificateTypeTable } from '../tables.ts'

export function findCertificateType(db: Db, key: string): Promise<CertificateTypeTable | undefined> {
  return onceIn(db, `certificate-type:${key}`, () => readCertificateType(db, key))
}

async function readCertificateType(db: Db, key: string): Promise<CertificateTypeTable | undefined> {
  return tables<CertificatesTables>(db).selectFrom('certificate_types').selectAll().where('key', '=', key).executeTakeFirst()
}

/** The codes that are taken, by key. */
export async function listTypeCodes(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await tables<CertificatesTables>(db).selectFrom('certificate_types').select(['key', 'code']).execute()
  return new Map(rows.map(({ key, code }) => [key, code]))
}

/** Adds the kinds or brings them up to date; a code once given stays. One statement. */
export async function saveTypes(db: Db, types: readonly (CertificateType & { readonly code: string })[]): Promise<void> {
  await sql`
    INSERT INTO certificate_types (key, code, name, holder_kind, issued_by, fields, validity, electronic)
    SELECT key, code, name, "holderKind", ARRAY(SELECT jsonb_array_elements_text("issuedBy")), ARRAY(SELECT jsonb_array_elements_text(fields)), validity, electronic
    FROM jsonb_to_recordset(${JSON.stringify(types)}::jsonb)
      AS r(key text, code text, name text, "holderKind" text, "issuedBy" jsonb, fields jsonb, validity jsonb, electronic boolean)
    ON CONFLICT (key) DO UPDATE SET name = excluded.name, holder_kind = excluded.holder_kind, issued_by = excluded.issued_by,
      fields = excluded.fields, validity = excluded.validity, electronic = excluded.electronic`.execute(db)
}
