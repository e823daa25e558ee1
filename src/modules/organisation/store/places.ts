import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { ItemScope, Unit } from '../schema.ts'
import type { HallFields, UnitFields, WindowFields } from '../schema/records.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

/** A window as it is stored: its scope follows from the units that it serves. */
export interface StoredWindow extends Omit<WindowFields, 'units'> {
  readonly scope: ItemScope
}

/** False if the key is in use. */
export async function insertUnit(db: Db, id: string, kind: Unit['kind'], unit: UnitFields): Promise<boolean> {
  const { rows } = await sql`INSERT INTO units (id, name, short_name, kind, parent_id, region_code, level, credit_code, management, consult_phone, complaint_phone)
    VALUES (${id}, ${unit.name}, ${unit.shortName}, ${kind}, ${unit.parentId}, ${unit.regionCode}, ${unit.level}, ${unit.creditCode}, ${unit.management}, ${unit.phones.consult}, ${unit.phones.complaint})
    ON CONFLICT (id) DO NOTHING RETURNING 1`.execute(db)
  return rows.length > 0
}

/** Writes what the administrator changed of a unit; key and kind stay. */
export async function updateUnit(db: Db, id: string, unit: UnitFields): Promise<void> {
  await sql`UPDATE units SET name = ${unit.name}, short_name = ${unit.shortName}, parent_id = ${unit.parentId}, region_code = ${unit.regionCode}, level = ${unit.level},
    credit_code = ${unit.creditCode}, management = ${unit.management}, consult_phone = ${unit.phones.consult}, complaint_phone = ${unit.phones.complaint} WHERE id = ${id}`.execute(db)
}

/** False if the key is in use. A new hall takes every item. */
export async function insertHall(db: Db, id: string, hall: HallFields): Promise<boolean> {
  const { rows } = await sql`INSERT INTO halls (id, name, kind, unit_id, region_code, address, area_square_metres, phone, opening_hours, scope, zones)
    VALUES (${id}, ${hall.name}, ${hall.kind}, ${hall.unitId}, ${hall.regionCode}, ${hall.address}, ${hall.areaSquareMetres}, ${hall.phone}, ${json(hall.openingHours)}, '{"kind": "all"}', ${json(hall.zones)})
    ON CONFLICT (id) DO NOTHING RETURNING 1`.execute(db)
  return rows.length > 0
}

/** Writes what the administrator changed of a hall; what it takes stays. */
export async function updateHall(db: Db, id: string, hall: HallFields): Promise<void> {
  await sql`UPDATE halls SET name = ${hall.name}, kind = ${hall.kind}, unit_id = ${hall.unitId}, region_code = ${hall.regionCode}, address = ${hall.address},
    area_square_metres = ${hall.areaSquareMetres}, phone = ${hall.phone}, opening_hours = ${json(hall.openingHours)}, zones = ${json(hall.zones)} WHERE id = ${id}`.execute(db)
}

/** False if the key is in use. */
export async function insertWindow(db: Db, id: string, hallId: string, window: StoredWindow): Promise<boolean> {
  const { rows } = await sql`INSERT INTO windows (id, hall_id, zone, number, name, kind, scope, low_counter)
    VALUES (${id}, ${hallId}, ${window.zone}, ${window.number}, ${window.name}, ${kindOf(window)}, ${json(window.scope)}, ${window.lowCounter})
    ON CONFLICT (id) DO NOTHING RETURNING 1`.execute(db)
  return rows.length > 0
}

export async function updateWindow(db: Db, id: string, window: StoredWindow): Promise<void> {
  await sql`UPDATE windows SET zone = ${window.zone}, number = ${window.number}, name = ${window.name}, kind = ${kindOf(window)}, scope = ${json(window.scope)}, low_counter = ${window.lowCounter} WHERE id = ${id}`.execute(db)
}

function kindOf({ scope }: StoredWindow): 'GENERAL' | 'DEDICATED' {
  return scope.kind === 'all' ? 'GENERAL' : 'DEDICATED'
}

/** Whether a hall has another open barrier-free window than this one (S-20). */
export async function hasOtherLowCounter(db: Db, hallId: string, windowId: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM windows WHERE hall_id = ${hallId} AND id <> ${windowId} AND low_counter AND closed_at IS NULL LIMIT 1`.execute(db)
  return rows.length > 0
}
