import pg from 'pg'
import type { TestOffice } from '#test/harness/office.ts'

/** Not part of the comparison: being asked leaves a session and lines in the access log, also when the answer is no. */
const leftAside = ['sessions', 'access_log']

/** How many rows each table has and how far the matters have moved; equal before and after a refused command. */
export async function fingerprint(office: TestOffice): Promise<Readonly<Record<string, number>>> {
  const client = new pg.Client({ connectionString: office.ownerUrl, options: '-c search_path=yimen' })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; n: string }>(
      `SELECT c.relname AS name, (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', c.relname), false, true, '')))[1]::text AS n
       FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace WHERE s.nspname = 'yimen' AND c.relkind = 'r' AND NOT c.relname = ANY($1)
       UNION ALL SELECT 'versions of matters', coalesce(sum(version), 0)::text FROM matters
       ORDER BY name`,
      [leftAside],
    )
    return Object.fromEntries(rows.map(({ name, n }) => [name, Number(n)]))
  } finally {
    await client.end()
  }
}
