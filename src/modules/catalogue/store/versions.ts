import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { catalogueErrors } from '../errors.ts'
import { appliesOn, versionForApplication } from '../rules/versions.ts'
import type { ItemVersion } from '../schema/item-version.ts'
import { listStandings, type Standing } from './standings.ts'
import { findCached, keep } from './version-cache.ts'

/** A version with the key under which cases keep it. */
export interface StoredVersion {
  readonly id: string
  readonly item: ItemVersion
}

const unpublished: readonly string[] = ['DRAFT', 'SUBMITTED', 'RETURNED']

/**
 * The version that an application of this day goes by (I-14). Refuses `catalogue.item-unknown`, or `catalogue.item-not-in-force` with the
 * reason: cancelled (I-15), suspended, or no version of that day. One indexed query; the body comes from the process.
 */
export async function getItemInForce(db: Db, implementCode: string, day: Day): Promise<StoredVersion> {
  const standings = await listStandings(db, implementCode)
  mustBePublished(standings, implementCode)
  const verdict = versionForApplication(standings, day)
  if (!verdict.ok) throw new Refusal(catalogueErrors.itemNotInForce, { implementCode, day, reason: verdict.refusal.code, ...verdict.refusal.details })
  return standingVersion(db, verdict.value)
}

/** The version that a guide of this day shows: also of a suspended item. Refuses like `getItemInForce`. */
export async function getItemShownOn(db: Db, standings: readonly Standing[], day: Day): Promise<StoredVersion> {
  mustBePublished(standings)
  const standing = standings.find((one) => !unpublished.includes(one.state) && appliesOn(one, day))
  if (standing === undefined) throw new Refusal(catalogueErrors.itemNotInForce, { day, reason: catalogueErrors.itemNotInForce.code })
  return standingVersion(db, standing)
}

/** An item of which there are drafts only does not exist for whoever goes by the day. */
function mustBePublished(standings: readonly Standing[], implementCode?: string): void {
  if (standings.every(({ state }) => unpublished.includes(state))) throw new Refusal(catalogueErrors.itemUnknown, { implementCode })
}

/** A version by its id, as cases keep it: the record as published. Its state of today is not told; refuses `catalogue.version-unknown`. */
export async function getItemVersion(db: Db, id: string): Promise<StoredVersion> {
  const cached = findCached(id)
  if (cached !== undefined) return { id, item: cached }
  const { rows } = await sql<{ body: ItemVersion; state: string }>`SELECT body, state FROM item_versions WHERE id = ${id}`.execute(db)
  const row = rows[0]
  if (row === undefined) throw new Refusal(catalogueErrors.versionUnknown, { id })
  if (!unpublished.includes(row.state)) keep(id, row.body)
  return { id, item: row.body }
}

/** A version with its state and last day of today; refuses `catalogue.version-unknown`. */
export async function standingVersion(db: Db, standing: Standing): Promise<StoredVersion> {
  const { id, item } = await getItemVersion(db, standing.id)
  const { state, effectiveFrom, effectiveTo } = standing
  return { id, item: { ...item, state, effectiveFrom, effectiveTo } }
}

/** Whether nobody but the catalogue's editors may see it yet. */
export function isUnpublished(standing: Standing): boolean {
  return unpublished.includes(standing.state)
}

/** The versions of several items that apply on a day, by item key: for themes and related items. */
export async function listLightByKeys(db: Db, keys: readonly string[], day: Day): Promise<readonly LightItem[]> {
  const { rows } = await sql<LightItem>`SELECT ${lightColumns} FROM item_versions v WHERE v.item_key = ANY(${[...keys]}::text[]) AND ${shownOn(day)}`.execute(db)
  return rows
}

/** Every version that stands on a day, suspended ones too, with its body: for the blast radius and for the exchange. */
export async function listStanding(db: Db, day: Day, department?: string): Promise<readonly ItemVersion[]> {
  const { rows } = await sql<{ body: ItemVersion }>`SELECT v.body || jsonb_build_object('state', v.state, 'effectiveFrom', v.effective_from, 'effectiveTo', v.effective_to) AS body
    FROM item_versions v WHERE ${appliesOnDay(day)} AND v.state IN ('PUBLISHED', 'SUSPENDED', 'CANCELLED') AND (${department ?? null}::text IS NULL OR v.department = ${department ?? null}) ORDER BY v.implement_code`.execute(db)
  return rows.map((row) => row.body)
}

/** Codes of the items of a type that applied on a day or before: also of those that ended since, whose running cases are finished (I-15). */
export async function listCodesOfType(db: Db, itemType: ItemVersion['itemType'], until: Day): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`SELECT DISTINCT v.implement_code AS code FROM item_versions v
    WHERE v.item_type = ${itemType} AND v.state IN ('PUBLISHED', 'SUSPENDED', 'CANCELLED') AND v.effective_from <= ${until}::date`.execute(db)
  return rows.map(({ code }) => code)
}

/** Keys and names of the items of a day. */
export async function listNames(db: Db, day: Day): Promise<readonly { readonly key: string; readonly name: string }[]> {
  const { rows } = await sql<{ key: string; name: string }>`SELECT v.item_key AS key, v.name FROM item_versions v WHERE ${shownOn(day)} ORDER BY v.department, v.item_key`.execute(db)
  return rows
}

/** An item in a list. */
export interface LightItem {
  readonly itemKey: string
  readonly implementCode: string
  readonly name: string
  readonly plainName: string
  readonly department: string
  readonly departmentName: string
  readonly itemType: ItemVersion['itemType']
  readonly handlingKind: ItemVersion['handlingKind']
  readonly promisedLimit: ItemVersion['promisedLimit']
  readonly onlineDepth: number
  readonly maxVisits: number
}

export const lightColumns = sql`v.item_key AS "itemKey", v.implement_code AS "implementCode", v.name, v.plain_name AS "plainName", v.department, v.department_name AS "departmentName",
  v.item_type AS "itemType", v.handling_kind AS "handlingKind", v.promised_limit AS "promisedLimit", v.online_depth AS "onlineDepth", v.max_visits AS "maxVisits"`

/** In force on a day; a cancelled item is, until its last day. */
export function shownOn(day: Day) {
  return sql`v.state IN ('PUBLISHED', 'CANCELLED') AND ${appliesOnDay(day)}`
}

function appliesOnDay(day: Day) {
  return sql`v.effective_from <= ${day}::date AND (v.effective_to IS NULL OR v.effective_to > ${day}::date)`
}
