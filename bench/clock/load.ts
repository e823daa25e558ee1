import { sql } from 'kysely'
import { type Db, openDatabase } from '#kernel/db/pool.ts'
import { must } from '#kernel/errors/refusal.ts'
import { genesisHash } from '#kernel/ledger/hash-chain.ts'
import { systemClock } from '#kernel/time/clock-source.ts'
import { arm, dueOf, type Timer } from '#kernel/time/timer.ts'
import type { TestOffice } from '#test/harness/office.ts'

/** The day of the measurement: before the notice of the next year. */
export const today = new Date('2026-12-14T09:00:00+08:00')

const newYear = new Date('2027-01-01T00:00:00+08:00')

interface Shape {
  readonly no: number
  readonly body: Timer
  readonly dueAt: Date
  readonly provisional: boolean
}

/**
 * Loads matters with one clock each, anchored over the last 90 days with 20 to 59 working days, all due in the next year, so that
 * none can be left out: two inserts from a series, without indexes, which are made afterwards.
 */
export async function loadClocks(office: TestOffice, clocks: number): Promise<{ readonly seconds: number }> {
  const began = systemClock.now()
  const owner = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 1, asApplication: false, patient: true })
  const { db } = owner
  const shapes = shapesOf(office)
  await sql`CREATE UNLOGGED TABLE bench_shapes (no int PRIMARY KEY, body jsonb, due_at timestamptz, provisional boolean)`.execute(db)
  await sql`INSERT INTO bench_shapes SELECT no, body, "dueAt", provisional FROM jsonb_to_recordset(${JSON.stringify(shapes)}::jsonb) AS s(no int, body jsonb, "dueAt" timestamptz, provisional boolean)`.execute(db)
  const indexes = await dropIndexes(db)
  // The look-up of every clock's matter would be half of the loading; the rows are made from one series.
  await sql`ALTER TABLE timers DROP CONSTRAINT timers_matter_id_fkey`.execute(db)
  await sql`
    INSERT INTO matters (id, number, kind, state, region_code, channel, opened_at, version, head_seq, head_hash)
    SELECT lpad(to_hex(i), 32, '0')::uuid, 'B' || i, 'errand', 'asked', '440114', 'window', ${today}, 1, 1, decode(${genesisHash('bench')}, 'hex') FROM generate_series(1, ${clocks}::int) i`.execute(db)
  await sql`
    INSERT INTO timers (id, matter_id, purpose, name, body, due_at, provisional, counted_with)
    SELECT ('1' || lpad(to_hex(i), 31, '0'))::uuid, lpad(to_hex(i), 32, '0')::uuid, 'legal', 'answer', s.body, s.due_at, s.provisional, 1
    FROM generate_series(1, ${clocks}::int) i JOIN bench_shapes s ON s.no = i % ${shapes.length}::int`.execute(db)
  for (const definition of indexes) await sql.raw(definition).execute(db)
  await sql`ALTER TABLE timers ADD CONSTRAINT timers_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES matters`.execute(db)
  await sql`VACUUM ANALYZE matters, timers`.execute(db)
  await sql`CHECKPOINT`.execute(db)
  await owner.close()
  return { seconds: (systemClock.now().getTime() - began.getTime()) / 1000 }
}

function shapesOf(office: TestOffice): readonly Shape[] {
  const { calendar } = office.app.services
  const all = Array.from({ length: 90 * 40 }, (_, index) => {
    const anchorAt = new Date(today.getTime() - (index % 90) * 86_400_000)
    const body = must(arm({ id: 'shape', purpose: 'legal', name: 'answer', budget: { value: 20 + Math.floor(index / 90), unit: 'WORKING_DAY' }, anchorAt, party: { kind: 'unit', id: 'u' } }))
    const { dueAt, provisional } = dueOf(body, calendar)
    return { body, dueAt: dueAt ?? today, provisional }
  })
  return all.filter(({ dueAt }) => dueAt >= newYear).map((each, no) => ({ no, ...each }))
}

/** Drops the indexes that no constraint needs; returns what makes them again. */
async function dropIndexes(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; definition: string }>`
    SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
    WHERE i.indrelid IN ('matters'::regclass, 'timers'::regclass) AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)`.execute(db)
  for (const { name } of rows) await sql.raw(`DROP INDEX ${name}`).execute(db)
  return rows.map(({ definition }) => definition)
}
