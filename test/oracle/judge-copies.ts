import { lifecycles } from '#app'
import { law } from '#kernel/access/caller.ts'
import { verifyLedger } from '#kernel/ledger/verify.ts'
import type { TestOffice } from '#test/harness/office.ts'

/** The ledger verifies, and the present of every matter is what its events say. */
export async function judgeLedger({ app, database }: TestOffice): Promise<readonly string[]> {
  const outcome = await verifyLedger(database.db, { publicKey: app.services.officeKey.publicKey, lifecycles })
  if (outcome.ok && outcome.counts.events === 0) return ['the ledger is empty']
  return outcome.ok ? [] : [JSON.stringify(outcome.fault)]
}

/** Whose time it was is what the clocks say: row by row the same stretches. */
export async function judgeSegments({ database: { pool } }: TestOffice): Promise<readonly string[]> {
  const { rows } = await pool.query<{ number: string; name: string; seq: string }>(`
    WITH told AS (
      SELECT t.id, s.seq, s.part ->> 'kind' AS kind, s.part ->> 'cause' AS cause, s.part -> 'party' ->> 'kind' AS party_kind, s.part -> 'party' ->> 'id' AS party_id,
        (s.part ->> 'startedAt')::timestamptz AS started_at, (s.part ->> 'endedAt')::timestamptz AS ended_at
      FROM timers t CROSS JOIN LATERAL jsonb_array_elements(t.body -> 'segments') WITH ORDINALITY AS s(part, seq)
    ), kept AS (
      SELECT timer_id AS id, row_number() OVER (PARTITION BY timer_id ORDER BY seq) AS seq, kind, cause, party_kind, party_id, started_at, ended_at FROM timer_segments
    ), differing AS (
      (SELECT * FROM told EXCEPT ALL SELECT * FROM kept) UNION ALL (SELECT * FROM kept EXCEPT ALL SELECT * FROM told)
    )
    SELECT DISTINCT m.number, t.name, d.seq FROM differing d JOIN timers t ON t.id = d.id JOIN matters m ON m.id = t.matter_id ORDER BY 1, 2, 3`)
  return rows.map(({ number, name, seq }) => `${number} ${name}: stretch ${seq} is kept otherwise than its clock says`)
}

/** The roll-ups of every night, thrown away and built again from the ledger, are the same rows. */
export async function judgeRollups({ app, database: { pool } }: TestOffice): Promise<readonly string[]> {
  const rollups = async (): Promise<readonly string[]> => {
    const { rows } = await pool.query<{ line: string }>(`SELECT to_jsonb(r)::text AS line FROM figure_rollups r UNION ALL SELECT jsonb_build_array(metric, definition_version, rolled_to)::text FROM figure_rollup_marks ORDER BY 1`)
    return rows.map(({ line }) => line)
  }
  const kept = await rollups()
  if (kept.length === 0) return ['no day was rolled up']
  await app.call('reporting.rebuild-rollups', law, {})
  const rebuilt = await rollups()
  const [before, after] = [new Set(kept), new Set(rebuilt)]
  return [...kept.filter((line) => !after.has(line)).map((line) => `only kept: ${line}`), ...rebuilt.filter((line) => !before.has(line)).map((line) => `only rebuilt: ${line}`)]
}
