import { randomUUID } from 'node:crypto'
import type pg from 'pg'

// What one command writes, taken from the database itself: every row that carries the command's transaction id. From that come
// SQL functions that write the same rows, in the same tables with the same indexes, triggers and foreign keys, and nothing else.

type Row = Readonly<Record<string, unknown>>

interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
  /** Columns of unique indexes; what stands there must be new for each lifecycle. */
  readonly unique: ReadonlySet<string>
}

interface TableRows {
  readonly table: Table
  readonly inserted: readonly Row[]
  readonly updated: readonly Row[]
}

/** The rows of one command, in an order that the foreign keys allow. */
export interface CapturedStep {
  readonly name: string
  readonly rows: readonly TableRows[]
}

/** Reads the tables of the schema that a lifecycle may write, parents before children. */
export async function readTables(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] | null; uniques: string[] | null; parents: string[] | null }>(`
    SELECT c.relname AS name,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity <> 'a') AS columns,
      (SELECT array_agg(a.attname::text) FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY(i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
      (SELECT array_agg(DISTINCT a.attname::text) FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY(i.indkey) WHERE i.indrelid = c.oid AND i.indisunique) AS uniques,
      (SELECT array_agg(DISTINCT p.relname::text) FROM pg_constraint k JOIN pg_class p ON p.oid = k.confrelid WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS parents
    FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'`)
  const byName = new Map(rows.map((row) => [row.name, row]))
  const depthOf = (name: string, seen: ReadonlySet<string> = new Set()): number =>
    seen.has(name) ? 0 : Math.max(0, ...(byName.get(name)?.parents ?? []).map((parent) => 1 + depthOf(parent, new Set([...seen, name]))))
  return rows
    .toSorted((one, other) => depthOf(one.name) - depthOf(other.name) || one.name.localeCompare(other.name))
    .map(({ name, columns, key, uniques }) => ({ name, columns, key: key ?? [], unique: new Set(uniques ?? []) }))
}

/** Everything that the newest transaction of a matter wrote. */
export async function captureStep(client: pg.Client, name: string, tables: readonly Table[], known: Set<string>): Promise<CapturedStep> {
  const { rows: [last] } = await client.query<{ xid: string }>('SELECT xmin::text AS xid FROM matter_events ORDER BY at DESC, seq DESC LIMIT 1')
  const rows: TableRows[] = []
  for (const table of tables) {
    const found = await client.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM ${table.name} t WHERE t.xmin::text = $1`, [last?.xid])
    if (found.rows.length === 0) continue
    const all = found.rows.map(({ row }) => row)
    const idOf = (row: Row): string => `${table.name} ${table.key.map((column) => String(row[column])).join(' ')}`
    const isKnown = (row: Row): boolean => table.name === 'number_sequences' || (table.key.length > 0 && known.has(idOf(row)))
    rows.push({ table, inserted: all.filter((row) => !isKnown(row)), updated: all.filter(isKnown) })
    for (const row of all) known.add(idOf(row))
  }
  return { name, rows }
}

/** A function `bench.<name>(jsonb)` that writes the rows it is given, first holding the matter as every command does. */
export function functionOf({ name, rows }: CapturedStep, schema: string): string {
  const writes = rows.flatMap(({ table, inserted, updated }) => {
    const columns = table.columns.map((column) => `"${column}"`)
    const source = (key: string): string => `jsonb_populate_recordset(NULL::${schema}.${table.name}, given -> '${key}')`
    const insert = `INSERT INTO ${schema}.${table.name} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM ${source(table.name)};`
    const others = columns.filter((column) => !table.key.includes(column.slice(1, -1)))
    const changes = table.name === 'number_sequences' ? 'last = t.last + 1' : others.map((column) => `${column} = r.${column}`).join(', ')
    // One row at a time by its key: a join with rows whose number nobody knows may be planned as a scan of the whole table.
    const update = `FOR r IN SELECT * FROM ${source(`${table.name} changed`)} LOOP
    UPDATE ${schema}.${table.name} t SET ${changes} WHERE ${table.key.map((column) => `t."${column}" = r."${column}"`).join(' AND ')};
  END LOOP;`
    return [...(inserted.length > 0 ? [insert] : []), ...(updated.length > 0 ? [update] : [])]
  })
  return `CREATE FUNCTION bench.${name}(given jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  r record;
BEGIN
  PERFORM 1 FROM ${schema}.matters WHERE id = (given ->> 'matter')::uuid FOR UPDATE;
  ${writes.join('\n  ')}
END $$`
}

/** The steps of another lifecycle: the same rows under new keys. */
export function lifecycleMaker(steps: readonly CapturedStep[], matterId: string): () => readonly string[] {
  const template = JSON.stringify(steps.map(({ rows }) => ({
    matter: matterId,
    ...Object.fromEntries(rows.flatMap(({ table, inserted, updated }) => [[table.name, inserted], [`${table.name} changed`, updated]])),
  })))
  const own = [...new Set(steps.flatMap(({ rows }) => rows.flatMap(({ table, inserted }) => inserted.flatMap((row) => [...table.unique].map((column) => row[column])))))]
    .filter((value): value is string => typeof value === 'string' && value.length >= 8)
    .toSorted((one, other) => other.length - one.length)
  // One pass over the text: between every two places that change stands what does not.
  const pattern = new RegExp(own.map((value) => JSON.stringify(value).slice(1, -1).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g')
  return () => {
    const fresh = new Map(own.map((value) => [JSON.stringify(value).slice(1, -1), renewed(value)]))
    const text = template.replaceAll(pattern, (value) => fresh.get(value) ?? value)
    return (JSON.parse(text) as readonly unknown[]).map((step) => JSON.stringify(step))
  }
}

let count = 0

function renewed(value: string): string {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(value)) return `${value.slice(0, 15)}${randomUUID().slice(15)}`
  if (/^[0-9a-f]{8}-/.test(value)) return randomUUID()
  if (/^\\x[0-9a-f]+$/.test(value)) return `\\x${randomUUID().replaceAll('-', '')}${value.slice(34)}`
  return `${value}~${(count++).toString(36)}`
}
