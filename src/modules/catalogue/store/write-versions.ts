import { sql } from 'kysely'
import { sm3Hex } from '#kernel/crypto/sm3.ts'
import type { Db } from '#kernel/db/pool.ts'
import { canonicalJson } from '#kernel/ledger/canonical-json.ts'
import { toVector } from '#kernel/search/search-text.ts'
import type { ItemVersion } from '../schema/item-version.ts'
import type { ThemePackage } from '../schema/theme.ts'
import { searchTerms } from '../search-terms.ts'

/** A version to be written, with who wrote it. */
export interface VersionToWrite {
  readonly id: string
  readonly item: ItemVersion
  readonly editedBy: string
  readonly editedAt: Date
}

/** Adds items that are new; those that stand are left alone. */
export async function insertItems(db: Db, items: readonly Pick<ItemVersion, 'implementCode' | 'itemKey' | 'basicCode'>[], at: Date): Promise<void> {
  await sql`INSERT INTO items (implement_code, item_key, basic_code, created_at)
    SELECT "implementCode", "itemKey", "basicCode", ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(items.map(({ implementCode, itemKey, basicCode }) => ({ implementCode, itemKey, basicCode })))}::jsonb)
      AS r("implementCode" text, "itemKey" text, "basicCode" text)
    ON CONFLICT (implement_code) DO NOTHING`.execute(db)
}

/** The item of a code or of a key, whichever is there: to see whether the two belong together. */
export async function findItemIdentities(db: Db, implementCode: string, itemKey: string): Promise<readonly { readonly implementCode: string; readonly itemKey: string }[]> {
  const { rows } = await sql<{ implementCode: string; itemKey: string }>`SELECT implement_code AS "implementCode", item_key AS "itemKey" FROM items
    WHERE implement_code = ${implementCode} OR item_key = ${itemKey}`.execute(db)
  return rows
}

/**
 * Writes versions, a draft over the draft that stands under the same number; one statement for any number of them.
 * Returns how many it wrote: a number that is already published is left alone.
 */
export async function writeVersions(db: Db, versions: readonly VersionToWrite[], themes: readonly ThemePackage[]): Promise<number> {
  const rows = versions.map((version) => rowOf(version, themes))
  const result = await sql`INSERT INTO item_versions (id, implement_code, item_key, basic_code, version, state, effective_from, effective_to, department, department_name, name, plain_name,
      item_type, handling_kind, promised_limit, online_depth, max_visits, audiences, themes, synonyms, body, content_hash, search, edited_by, edited_at, editors)
    SELECT id, body->>'implementCode', body->>'itemKey', body->>'basicCode', (body->>'version')::int, body->>'state', (body->>'effectiveFrom')::date, (body->>'effectiveTo')::date,
      body->>'department', body->'implementingBody'->>'name', body->>'name', body->>'plainName', body->>'itemType', body->>'handlingKind', body->'promisedLimit',
      (body->>'onlineDepth')::int, (body->>'maxVisits')::int, audiences, themes, synonyms, body, hash, search::tsvector, "editedBy", "editedAt", ARRAY["editedBy"]
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, audiences text[], themes text[], synonyms text[], body jsonb, hash text, search text, "editedBy" text, "editedAt" timestamptz)
    ON CONFLICT (implement_code, version) DO UPDATE SET state = excluded.state, effective_from = excluded.effective_from, effective_to = excluded.effective_to,
      department = excluded.department, department_name = excluded.department_name, name = excluded.name, plain_name = excluded.plain_name, item_type = excluded.item_type,
      handling_kind = excluded.handling_kind, promised_limit = excluded.promised_limit, online_depth = excluded.online_depth, max_visits = excluded.max_visits,
      audiences = excluded.audiences, themes = excluded.themes, synonyms = excluded.synonyms, body = excluded.body, content_hash = excluded.content_hash,
      search = excluded.search, edited_by = excluded.edited_by, edited_at = excluded.edited_at,
      editors = ARRAY(SELECT DISTINCT unnest(item_versions.editors || excluded.editors) ORDER BY 1)
    WHERE item_versions.state IN ('DRAFT', 'SUBMITTED', 'RETURNED')`.execute(db)
  return Number(result.numAffectedRows ?? 0)
}

function rowOf({ id, item, editedBy, editedAt }: VersionToWrite, themes: readonly ThemePackage[]) {
  return {
    id,
    audiences: [...new Set(item.serviceObjects.map((code) => (code === '1' ? 'person' : 'organisation')))],
    themes: item.themes,
    synonyms: item.synonyms,
    body: item,
    hash: sm3Hex(canonicalJson(item)),
    search: toVector(searchTerms(item, themes)),
    editedBy,
    editedAt,
  }
}
