import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { HeadAgency, Hall, Post, Region, RoleDefinition, StaffMember, Unit, Window } from '../schema.ts'

// One statement for each table: the rows travel as one JSON document. A second load with the same content changes nothing.
const json = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::jsonb`

export async function loadRegions(db: Db, regions: readonly Region[]): Promise<void> {
  await sql`INSERT INTO regions (code, name, level, parent_code)
    SELECT code, name, level, parent FROM jsonb_to_recordset(${json(regions)}) AS r(code text, name text, level text, parent text)
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level, parent_code = excluded.parent_code`.execute(db)
}

export async function loadUnits(db: Db, units: readonly Unit[]): Promise<void> {
  await sql`INSERT INTO units (id, name, short_name, kind, parent_id, region_code, level, credit_code, management, consult_phone, complaint_phone)
    SELECT key, name, "shortName", kind, "parentKey", "regionCode", level, "creditCode", management, phones->>'consult', phones->>'complaint'
    FROM jsonb_to_recordset(${json(units)}) AS r(key text, name text, "shortName" text, kind text, "parentKey" text, "regionCode" text, level text, "creditCode" text, management text, phones jsonb)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, short_name = excluded.short_name, kind = excluded.kind, parent_id = excluded.parent_id,
      region_code = excluded.region_code, level = excluded.level, credit_code = excluded.credit_code, management = excluded.management,
      consult_phone = excluded.consult_phone, complaint_phone = excluded.complaint_phone`.execute(db)
}

export async function loadHalls(db: Db, halls: readonly Hall[]): Promise<void> {
  await sql`INSERT INTO halls (id, name, kind, unit_id, region_code, address, area_square_metres, phone, opening_hours, scope, zones)
    SELECT key, name, kind, "unitKey", "regionCode", address, "areaSquareMetres", phone, "openingHours", scope, zones
    FROM jsonb_to_recordset(${json(halls)}) AS r(key text, name text, kind text, "unitKey" text, "regionCode" text, address text, "areaSquareMetres" double precision, phone text,
      "openingHours" jsonb, scope jsonb, zones jsonb)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, unit_id = excluded.unit_id, region_code = excluded.region_code, address = excluded.address,
      area_square_metres = excluded.area_square_metres, phone = excluded.phone, opening_hours = excluded.opening_hours, scope = excluded.scope, zones = excluded.zones`.execute(db)
}

export async function loadWindows(db: Db, windows: readonly Window[]): Promise<void> {
  await sql`INSERT INTO windows (id, hall_id, zone, number, name, kind, scope, low_counter)
    SELECT key, "hallKey", "zoneKey", number, name, kind, scope, "lowCounter"
    FROM jsonb_to_recordset(${json(windows)}) AS r(key text, "hallKey" text, "zoneKey" text, number int, name text, kind text, scope jsonb, "lowCounter" boolean)
    ON CONFLICT (id) DO UPDATE SET hall_id = excluded.hall_id, zone = excluded.zone, number = excluded.number, name = excluded.name, kind = excluded.kind,
      scope = excluded.scope, low_counter = excluded.low_counter`.execute(db)
}

export async function loadPosts(db: Db, posts: readonly Post[]): Promise<void> {
  await sql`INSERT INTO posts (id, unit_id, name, rank, powers)
    SELECT key, "unitKey", name, rank, powers FROM jsonb_to_recordset(${json(posts)}) AS r(key text, "unitKey" text, name text, rank text, powers text[])
    ON CONFLICT (id) DO UPDATE SET unit_id = excluded.unit_id, name = excluded.name, rank = excluded.rank, powers = excluded.powers`.execute(db)
}

export async function loadRoleDefinitions(db: Db, roles: readonly RoleDefinition[]): Promise<void> {
  await sql`INSERT INTO role_definitions (role, reach, read_only, excludes)
    SELECT key, reach, "readOnly", excludes FROM jsonb_to_recordset(${json(roles)}) AS r(key text, reach text, "readOnly" boolean, excludes text[])
    ON CONFLICT (role) DO UPDATE SET reach = excluded.reach, read_only = excluded.read_only, excludes = excluded.excludes`.execute(db)
}

export async function loadStaff(db: Db, staff: readonly StaffMember[]): Promise<void> {
  await sql`INSERT INTO staff (id, name, sign_in_name, unit_id, post_id, hall_id, window_id, employed_from_on, employed_to_on)
    SELECT "staffNo", name, "signInName", "unitKey", "postKey", "hallKey", "windowKey", (employed->>'from')::date, (employed->>'to')::date
    FROM jsonb_to_recordset(${json(staff)}) AS r("staffNo" text, name text, "signInName" text, "unitKey" text, "postKey" text, "hallKey" text, "windowKey" text, employed jsonb)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, unit_id = excluded.unit_id, post_id = excluded.post_id, hall_id = excluded.hall_id, window_id = excluded.window_id,
      employed_from_on = excluded.employed_from_on, employed_to_on = excluded.employed_to_on`.execute(db)
}

/** Adds role assignments that are new; those that stand are changed by the operations for it, never by a load. */
export async function loadRoleAssignments(db: Db, staff: readonly StaffMember[], by: string, now: Date): Promise<void> {
  const assignments = staff.flatMap((member) => member.roles.map((held) => ({ staffNo: member.staffNo, ...held })))
  await sql`INSERT INTO role_assignments (staff_id, role, unit_id, from_on, to_on, assigned_by, assigned_at)
    SELECT "staffNo", role, "unitKey", "from", "to", ${by}, ${now}::timestamptz FROM jsonb_to_recordset(${json(assignments)}) AS r("staffNo" text, role text, "unitKey" text, "from" date, "to" date)
    ON CONFLICT DO NOTHING`.execute(db)
}

export async function loadHeadAgencies(db: Db, agencies: readonly HeadAgency[], now: Date): Promise<void> {
  const rows = agencies.map((agency) => ({ ...agency, powers: agency.powers === 'all' ? null : agency.powers }))
  await sql`INSERT INTO head_agencies (id, unit_id, head_id, deputy_id, powers, from_on, to_on, granted_at)
    SELECT key, "unitKey", "headStaffNo", "deputyStaffNo", powers, "from", "to", ${now}::timestamptz
    FROM jsonb_to_recordset(${json(rows)}) AS r(key text, "unitKey" text, "headStaffNo" text, "deputyStaffNo" text, powers text[], "from" date, "to" date)
    ON CONFLICT DO NOTHING`.execute(db)
}
