import pg from 'pg'
import { openTestOffice } from '#test/harness/office.ts'
import { liveBase } from './volume/base.ts'
import { copyCases } from './volume/clone.ts'
const office = await openTestOffice({ with: 'city' })
const owner = new pg.Client({ connectionString: office.ownerUrl, options: '-c search_path=yimen,public -c jit=off' })
await owner.connect()
await liveBase(office); await copyCases(owner, office.app.services, 50)
const { rows } = await owner.query('select id from matters order by id limit 500')
const r = await owner.query(`explain (analyze) SELECT e.matter_id AS "matterId", e.seq, regexp_replace(to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '000$', '') || 'Z' AS at,
      e.actor, e.command, e.from_state AS "from", e.to_state AS "to", e.detail, encode(e.prev_hash, 'hex') AS "prevHash", encode(e.hash, 'hex') AS hash,
      encode(coalesce(l.hash, p.hash), 'hex') AS "knownHash"
    FROM matter_events e LEFT JOIN ledger_leaves l USING (matter_id, seq) LEFT JOIN ledger_pending p USING (matter_id, seq)
    WHERE e.matter_id = ANY($1::uuid[]) ORDER BY e.matter_id, e.seq`, [rows.map(r => r.id)])
for (const x of r.rows) console.log(x['QUERY PLAN'].slice(0, 160))
const { verifyLedger } = await import('#kernel/ledger/verify.ts')
const { lifecycles } = await import('#app')
const t = performance.now(); const v = await verifyLedger(office.database.db, { publicKey: office.app.services.officeKey.publicKey, lifecycles }); console.log(v.counts, performance.now() - t)
await owner.end(); await office.close(); process.exit()
