import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { VisibleCase } from '../access.ts'
import { type CaseRow, caseRow } from './lists.ts'

/** A line of a list with what decides who sees it. */
export interface NumberedCase extends VisibleCase {
  readonly line: CaseRow
}

interface Row extends CaseRow {
  readonly parties: readonly string[]
  readonly governmentId: string | null
  readonly units: readonly string[]
}

/** The case of a number: one or none. */
export function listByNumber(db: Db, number: string): Promise<readonly NumberedCase[]> {
  return listWhere(db, sql`m.number = ${number}`)
}

/** The cases of one day whose numbers end alike: at most one of each item. The day is in the index, the ending is not. */
export function listByEnding(db: Db, { ending, from, until }: { readonly ending: string; readonly from: Date; readonly until: Date }): Promise<readonly NumberedCase[]> {
  return listWhere(db, sql`m.opened_at >= ${from} AND m.opened_at < ${until} AND right(m.number, ${ending.length}) = ${ending}`)
}

async function listWhere(db: Db, condition: ReturnType<typeof sql>): Promise<readonly NumberedCase[]> {
  const { rows } = await sql<Row>`
    SELECT ${caseRow}, c.parties, c.government_id AS "governmentId", ARRAY(SELECT s.unit_id FROM case_steps s WHERE s.case_id = c.id) AS units
    FROM matters m JOIN cases c ON c.id = m.id
    WHERE m.kind = 'case' AND ${condition}
    ORDER BY c.item_name, m.number`.execute(db)
  return rows.map(({ parties, governmentId, units, ...line }) => ({
    line,
    matter: { leadUnitId: line.department, closedAt: line.closedAt },
    detail: { parties, government_id: governmentId },
    steps: units.map((unitId) => ({ unitId })),
  }))
}
