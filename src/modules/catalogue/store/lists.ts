import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { catalogueErrors } from '../errors.ts'
import type { LintContext } from '../rules/finding.ts'
import type { CertificateType, PermitListEntry, ProofItem, SharedResource } from '../schema/lists.ts'
import type { ThemePackage } from '../schema/theme.ts'

export type ListName = 'permit' | 'proof' | 'sharedResource' | 'certificateType' | 'basicCatalogue'

export interface ListEntry {
  readonly list: ListName
  readonly key: string
  readonly body: unknown
}

/** Writes entries of the lists, replacing those of the same key; what a new list leaves out stays. */
export async function writeLists(db: Db, entries: readonly ListEntry[]): Promise<void> {
  await sql`INSERT INTO catalogue_lists (list, key, body)
    SELECT list, key, body FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS r(list text, key text, body jsonb)
    ON CONFLICT (list, key) DO UPDATE SET body = excluded.body`.execute(db)
}

export async function writeThemes(db: Db, themes: readonly ThemePackage[]): Promise<void> {
  await sql`INSERT INTO themes (key, name, body)
    SELECT body->>'key', body->>'name', body FROM jsonb_array_elements(${JSON.stringify(themes)}::jsonb) AS body
    ON CONFLICT (key) DO UPDATE SET name = excluded.name, body = excluded.body`.execute(db)
}

/** All themes in the order of their keys: a district has some dozens. */
export async function readThemes(db: Db): Promise<readonly ThemePackage[]> {
  const { rows } = await sql<{ body: ThemePackage }>`SELECT body FROM themes ORDER BY key`.execute(db)
  return rows.map((row) => row.body)
}

/** A theme; refuses `catalogue.theme-unknown`. */
export async function getThemePackage(db: Db, key: string): Promise<ThemePackage> {
  const { rows } = await sql<{ body: ThemePackage }>`SELECT body FROM themes WHERE key = ${key}`.execute(db)
  if (rows[0] === undefined) throw new Refusal(catalogueErrors.themeUnknown, { key })
  return rows[0].body
}

/** A kind of certificate as the catalogue knows it; refuses `catalogue.certificate-type-unknown`. */
export async function getCertificateType(db: Db, key: string): Promise<CertificateType> {
  const { rows } = await sql<{ body: CertificateType }>`SELECT body FROM catalogue_lists WHERE list = 'certificateType' AND key = ${key}`.execute(db)
  if (rows[0] === undefined) throw new Refusal(catalogueErrors.certificateTypeUnknown, { key })
  return rows[0].body
}

/** The lists that the linter compares an item with. */
export async function readLintLists(db: Db): Promise<Omit<LintContext, 'otherVersions'>> {
  const { rows } = await sql<{ list: ListName; bodies: unknown[] }>`SELECT list, jsonb_agg(body ORDER BY key) AS bodies FROM catalogue_lists WHERE list <> 'basicCatalogue' GROUP BY list`.execute(db)
  const entries = <T>(list: ListName): readonly T[] => (rows.find((row) => row.list === list)?.bodies ?? []) as readonly T[]
  return {
    permitList: entries<PermitListEntry>('permit'),
    proofItems: entries<ProofItem>('proof'),
    sharedResources: entries<SharedResource>('sharedResource'),
    certificateTypes: entries<CertificateType>('certificateType'),
  }
}
