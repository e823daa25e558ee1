import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kernel/time/day.ts'

/** Of `role_assignments a`: in force on the day, both ends included. */
export function inForce(day: Day): RawBuilder<boolean> {
  return sql<boolean>`(a.from_on <= ${day}::date AND (a.to_on IS NULL OR a.to_on >= ${day}::date))`
}

/** Of `staff s`: in office on the day. Who has left holds no role, whatever the assignments say. */
export function employed(day: Day): RawBuilder<boolean> {
  return sql<boolean>`(s.employed_from_on <= ${day}::date AND (s.employed_to_on IS NULL OR s.employed_to_on >= ${day}::date))`
}

/** Of `head_agencies h`: in force on the day; it falls when the head who granted it is no longer head of the unit. */
export function agencyInForce(day: Day): RawBuilder<boolean> {
  return sql<boolean>`(h.from_on <= ${day}::date AND h.to_on >= ${day}::date AND (h.ended_on IS NULL OR h.ended_on > ${day}::date)
    AND EXISTS (SELECT FROM role_assignments a JOIN staff s ON s.id = a.staff_id
      WHERE a.staff_id = h.head_id AND a.unit_id = h.unit_id AND a.role = 'unitHead' AND ${inForce(day)} AND ${employed(day)}))`
}
