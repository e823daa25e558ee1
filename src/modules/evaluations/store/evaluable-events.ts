import { sql } from 'kysely'
import { type Db, later } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'
import type { ServiceEventKind } from '../schema.ts'

/** A service event (服务事件) and whether it has been evaluated. */
export interface ServiceEvent {
  readonly id: string
  readonly matterId: string
  readonly caseNumber: string
  readonly serviceNumber: number
  readonly kind: ServiceEventKind
  readonly unitId: string
  readonly staffId: string | null
  readonly windowId: string | null
  readonly hallId: string | null
  readonly itemName: string | null
  readonly itemType: string
  readonly personId: string
  readonly queryCodeHash: string | null
  readonly happenedAt: Date
  readonly reviewId: string | null
}

export interface NewServiceEvent {
  readonly id: string
  readonly matterId: string
  readonly caseNumber: string
  readonly kind: ServiceEventKind
  readonly unitId: string
  readonly staffId: string | null
  readonly windowId: string | null
  readonly hallId: string | null
  readonly itemVersionId: string
  readonly itemName: string | null
  readonly itemType: string
  readonly personId: string
  readonly queryCodeHash: string | null
  readonly happenedAt: Date
}

/** Adds the next service of a case, numbered from 1; the caller holds the case, so that two services get two numbers. */
export async function insertServiceEvent(db: Db, event: NewServiceEvent): Promise<void> {
  await later(db, sql`
    INSERT INTO service_events (id, matter_id, case_number, service_number, kind, unit_id, staff_id, window_id, hall_id,
      item_version_id, item_name, item_type, person_id, query_code_hash, happened_at)
    SELECT ${event.id}, ${event.matterId}, ${event.caseNumber},
      coalesce((SELECT max(e.service_number) FROM service_events e WHERE e.case_number = ${event.caseNumber}), 0) + 1,
      ${event.kind}, ${event.unitId}, ${event.staffId}, ${event.windowId}, ${event.hallId},
      ${event.itemVersionId}, ${event.itemName}, ${event.itemType}, ${event.personId}, ${event.queryCodeHash}, ${event.happenedAt}`)
}

/** The services of a case, in order. */
export async function listServiceEvents(db: Db, caseNumber: string): Promise<readonly ServiceEvent[]> {
  const { rows } = await sql<ServiceEvent>`
    SELECT e.id, e.matter_id AS "matterId", e.case_number AS "caseNumber", e.service_number AS "serviceNumber", e.kind, e.unit_id AS "unitId",
      e.staff_id AS "staffId", e.window_id AS "windowId", e.hall_id AS "hallId", e.item_name AS "itemName", e.item_type AS "itemType",
      e.person_id AS "personId", e.query_code_hash AS "queryCodeHash", e.happened_at AS "happenedAt", r.id AS "reviewId"
    FROM service_events e LEFT JOIN service_reviews r ON r.event_id = e.id
    WHERE e.case_number = ${caseNumber} ORDER BY e.service_number`.execute(db)
  return rows
}

export interface Invitee {
  readonly matterId: string
  readonly eventId: string
  readonly caseNumber: string
  readonly itemName: string | null
  readonly personId: string
}

/**
 * Marks as invited the cases closed on that day or before of which no service was evaluated, and returns them; a case that
 * was invited before is never returned again (E-07).
 */
export async function takeInvitees(db: Db, page: { readonly closedBy: Day; readonly itemTypes: readonly string[]; readonly now: Date; readonly limit: number }): Promise<readonly Invitee[]> {
  const { rows } = await sql<Invitee>`
    WITH due AS (
      SELECT DISTINCT ON (e.matter_id) e.matter_id, e.id, e.case_number, e.item_name, e.person_id
      FROM service_events e
      WHERE e.kind = 'close' AND e.happened_at < (${page.closedBy}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AND e.item_type = ANY(${[...page.itemTypes]})
        AND NOT EXISTS (SELECT FROM review_invitations i WHERE i.matter_id = e.matter_id)
        AND NOT EXISTS (SELECT FROM service_events s JOIN service_reviews r ON r.event_id = s.id WHERE s.matter_id = e.matter_id)
      ORDER BY e.matter_id, e.happened_at LIMIT ${page.limit}
    ), taken AS (
      INSERT INTO review_invitations (matter_id, event_id, invited_at) SELECT matter_id, id, ${page.now} FROM due
      ON CONFLICT DO NOTHING RETURNING matter_id
    )
    SELECT due.matter_id AS "matterId", due.id AS "eventId", due.case_number AS "caseNumber", due.item_name AS "itemName", due.person_id AS "personId"
    FROM due JOIN taken USING (matter_id)`.execute(db)
  return rows
}
