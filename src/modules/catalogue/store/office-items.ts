import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'
import type { ItemState } from '../schema/item-version.ts'

/** Where the editors' list of items may be narrowed; `DRAFT` means that a draft stands beside whatever is published. */
export type OfficeState = 'PUBLISHED' | 'DRAFT' | 'SUSPENDED' | 'CANCELLED'

/** What the list may be sorted by. */
export const officeSorts = ['code', 'name', 'edited'] as const
export type OfficeSort = (typeof officeSorts)[number]

export interface OfficeItemSearch {
  readonly day: Day
  readonly words: string | undefined
  readonly department: string | undefined
  readonly state: OfficeState | undefined
  readonly sort: OfficeSort
  readonly descending: boolean
  /** The sorted value and the code of the last item of the page before. */
  readonly after: readonly [value: string, implementCode: string] | undefined
  readonly limit: number
}

/** An item as its editors list it: the version that applies or applied last, and the draft beside it. */
export interface OfficeItem {
  readonly implementCode: string
  readonly name: string
  readonly plainName: string
  readonly department: string
  readonly departmentName: string
  readonly state: ItemState
  readonly version: number
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
  readonly draftVersion: number | null
  readonly editedAt: Date
  /** What the list is sorted by, as text. */
  readonly sorted: string
}

const sortKeys = { code: sql`implement_code`, name: sql`name`, edited: sql`to_char(edited_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')` } as const

/** Items with their drafts in the asked order, one more than `limit` if there are more. */
export async function listOfficeItems(db: Db, search: OfficeItemSearch): Promise<readonly OfficeItem[]> {
  const { words, department = null, state = null, after } = search
  const order = search.descending ? sql`DESC` : sql`ASC`
  const beyond = search.descending ? sql`<` : sql`>`
  const like = words === undefined ? null : `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<OfficeItem>`
    WITH shown AS (
      SELECT DISTINCT ON (v.implement_code) v.implement_code, v.name, v.plain_name, v.department, v.department_name, v.state, v.version, v.effective_from, v.effective_to,
        draft.version AS draft_version, coalesce(draft.edited_at, v.edited_at) AS edited_at
      FROM item_versions v LEFT JOIN item_versions draft ON draft.implement_code = v.implement_code AND draft.state IN ('DRAFT', 'SUBMITTED', 'RETURNED')
      ORDER BY v.implement_code, v.state IN ('DRAFT', 'SUBMITTED', 'RETURNED'), v.effective_from > ${search.day}::date, v.version DESC
    ), sorted AS (SELECT *, ${sortKeys[search.sort]} COLLATE "C" AS sorted FROM shown)
    SELECT implement_code AS "implementCode", name, plain_name AS "plainName", department, department_name AS "departmentName", state, version, effective_from AS "effectiveFrom",
      effective_to AS "effectiveTo", draft_version AS "draftVersion", edited_at AS "editedAt", sorted
    FROM sorted
    WHERE (${department}::text IS NULL OR department = ${department}) AND (${like}::text IS NULL OR name ILIKE ${like} OR plain_name ILIKE ${like} OR implement_code ILIKE ${like})
      AND (${state}::text IS NULL OR state = ${state} OR (${state} = 'DRAFT' AND draft_version IS NOT NULL))
      AND (${after === undefined} OR (sorted, implement_code COLLATE "C") ${beyond} (${after?.[0] ?? ''}::text COLLATE "C", ${after?.[1] ?? ''}::text COLLATE "C"))
    ORDER BY sorted ${order}, implement_code COLLATE "C" ${order} LIMIT ${search.limit + 1}`.execute(db)
  return rows
}
