import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Services } from '#kernel/contract/services.ts'
import { signCheckpoint } from '#kernel/ledger/checkpoint.ts'
import { eventHash, genesisHash, type LedgerEvent } from '#kernel/ledger/hash-chain.ts'
import { appendLeaves, emptyFrontier, frontierRoot } from '#kernel/ledger/merkle.ts'

// A volume is made by copying whole matters with all that hangs on them, under new ids: what a clock, a step or a figure says of a
// copy is what the operations wrote for its original. Only the ledger is worked out anew, because the hash of an event covers its matter.

/** Tables with the columns whose ids become those of the copy and the matter that a row is of, parents first. */
const copied: readonly { readonly table: string; readonly ids: readonly string[]; readonly of: string; readonly set?: Readonly<Record<string, string>> }[] = [
  // The applicant of a copy is somebody else, who is not registered: nobody has a thousand cases.
  { table: 'cases', ids: ['id', 'applicant_id'], of: 't.id', set: { parties: 'ARRAY(SELECT bench_copy(p, k) FROM unnest(t.parties) p)' } },
  { table: 'case_steps', ids: ['case_id'], of: 't.case_id' },
  { table: 'timers', ids: ['id', 'matter_id'], of: 't.matter_id', set: { body: `jsonb_set(t.body, '{id}', to_jsonb(bench_copy(t.id, k)))` } },
  { table: 'timer_segments', ids: ['timer_id'], of: '(SELECT matter_id FROM timers WHERE id = t.timer_id)' },
  { table: 'assignments', ids: ['id', 'matter_id'], of: 't.matter_id' },
  { table: 'evidence', ids: ['id', 'matter_id'], of: 't.matter_id' },
  { table: 'service_events', ids: ['id', 'matter_id'], of: 't.matter_id', set: { case_number: `t.case_number || 'Z' || lpad(upper(to_hex(k)), 6, '0')` } },
]

/** What an office has in hand does not grow with its years: of open cases there are no more copies than this. */
const openCopies = 1_000

/** The id of a copy: the original's instant, so that ids keep coming in the order of time, and the rest from a digest. */
function copyOf(id: string, copy: number): string {
  const hex = `${id.replaceAll('-', '').slice(0, 12)}${createHash('md5').update(`${id}/${copy}`).digest('hex').slice(12)}`
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

interface Original {
  readonly id: string
  readonly open: boolean
  readonly events: readonly LedgerEvent[]
}

/** Copies every case `copies` times, an open one less often. The connection is the owner's: keys and triggers are off while it writes, and indexes are made afterwards. */
export async function copyCases(owner: pg.Client, services: Pick<Services, 'officeKey'>, copies: number): Promise<void> {
  await owner.query(`SET session_replication_role = replica; SET maintenance_work_mem = '1GB'; SET synchronous_commit = off`)
  await owner.query(`CREATE OR REPLACE FUNCTION bench_copy(id uuid, k int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (left(replace(id::text, '-', ''), 12) || substr(md5(id::text || '/' || k), 13))::uuid $$`)
  await owner.query(`CREATE TEMP TABLE bench_open AS SELECT id FROM matters WHERE kind = 'case' AND closed_at IS NULL`)
  const indexes = await dropIndexes(owner)
  await copyLedger(owner, services, copies)
  await owner.query(`INSERT INTO matters (id, number, kind, state, region_code, subject_id, item_version_id, lead_unit_id, channel, hall_id, opened_at, closed_at, outcome, version, head_seq, head_hash)
    SELECT bench_copy(t.id, k), t.number || 'Z' || lpad(upper(to_hex(k)), 6, '0'), t.kind, t.state, t.region_code, bench_copy(t.subject_id, k), t.item_version_id, t.lead_unit_id, t.channel, t.hall_id, t.opened_at, t.closed_at, t.outcome, t.version, t.head_seq, e.hash
    FROM matters t CROSS JOIN generate_series(1, ${copies}) k JOIN matter_events e ON e.matter_id = bench_copy(t.id, k) AND e.seq = t.head_seq WHERE t.kind = 'case'`)
  for (const { table, ids, of, set = {} } of copied) {
    const columns = (await owner.query<{ name: string }>(`SELECT attname::text AS name FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = ''`)).rows.map(({ name }) => name)
    const values = columns.map((name) => set[name] ?? (ids.includes(name) ? `bench_copy(t.${name}, k)` : `t.${name}`))
    await owner.query(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table} t CROSS JOIN generate_series(1, ${copies}) k WHERE k <= ${openCopies} OR ${of} NOT IN (SELECT id FROM bench_open)`)
  }
  for (const definition of indexes) await owner.query(definition)
  await owner.query('VACUUM ANALYZE')
  await owner.query('CHECKPOINT')
}

const copiesAtOnce = 200

/** Chains, leaves and tree of the copies, and the signed root over all of it. */
async function copyLedger(owner: pg.Client, services: Pick<Services, 'officeKey'>, copies: number): Promise<void> {
  const originals = await readOriginals(owner)
  const { rows: leaves } = await owner.query<{ hash: Buffer }>('SELECT hash FROM ledger_leaves ORDER BY leaf_no')
  let { frontier } = appendLeaves(emptyFrontier, leaves.map(({ hash }) => hash))
  for (let first = 1; first <= copies; first += copiesAtOnce) {
    const rows: { matter: string; original: string; seq: number; hash: string; prev: string }[] = []
    for (let copy = first; copy < first + copiesAtOnce && copy <= copies; copy++) {
      for (const { id, open, events } of originals) {
        if (open && copy > openCopies) continue
        const matter = copyOf(id, copy)
        let prev = genesisHash(matter)
        for (const event of events) {
          const hash = eventHash(prev, { ...event, matterId: matter })
          rows.push({ matter, original: id, seq: event.seq, hash, prev })
          prev = hash
        }
      }
    }
    const grown = appendLeaves(frontier, rows.map(({ hash }) => Buffer.from(hash, 'hex')))
    const columns = [rows.map(({ matter }) => matter), rows.map(({ original }) => original), rows.map(({ seq }) => seq), rows.map(({ hash }) => hash), rows.map(({ prev }) => prev)]
    await owner.query(
      `WITH new AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[]) WITH ORDINALITY AS n(matter, original, seq, hash, prev, place)), leaves AS (
         INSERT INTO ledger_leaves (leaf_no, matter_id, seq, hash) SELECT $6::bigint + place - 1, matter, seq, decode(hash, 'hex') FROM new)
       INSERT INTO matter_events (matter_id, seq, at, actor, command, from_state, to_state, detail, prev_hash, hash)
       SELECT n.matter, e.seq, e.at, e.actor, e.command, e.from_state, e.to_state, e.detail, decode(n.prev, 'hex'), decode(n.hash, 'hex') FROM new n JOIN matter_events e ON e.matter_id = n.original AND e.seq = n.seq`,
      [...columns, frontier.size],
    )
    await owner.query('INSERT INTO ledger_nodes (level, index, hash) SELECT * FROM unnest($1::int[], $2::bigint[], $3::bytea[])', [grown.completed.map(({ level }) => level), grown.completed.map(({ index }) => index), grown.completed.map(({ hash }) => hash)])
    frontier = grown.frontier
  }
  const { rows: [last] } = await owner.query<{ at: Date }>('SELECT max(signed_at) AS at FROM checkpoints')
  const checkpoint = signCheckpoint({ treeSize: frontier.size, root: frontierRoot(frontier), signedAt: last?.at ?? new Date(0) }, services.officeKey)
  await owner.query('INSERT INTO checkpoints (tree_size, root, signed_at, signature, public_key) VALUES ($1, $2, $3, $4, $5)', [checkpoint.treeSize, checkpoint.root, checkpoint.signedAt, checkpoint.signature, checkpoint.publicKey])
}

async function readOriginals(owner: pg.Client): Promise<readonly Original[]> {
  const { rows } = await owner.query<Omit<LedgerEvent, 'at'> & { readonly at: Date; readonly open: boolean }>(`
    SELECT m.closed_at IS NULL AS open, e.matter_id AS "matterId", e.seq, e.at, e.actor, e.command, e.from_state AS "from", e.to_state AS "to", e.detail
    FROM matter_events e JOIN matters m ON m.id = e.matter_id WHERE m.kind = 'case' ORDER BY e.matter_id, e.seq`)
  const byMatter = Map.groupBy(rows, ({ matterId }) => matterId)
  return [...byMatter].map(([id, events]) => ({ id, open: events[0]?.open ?? false, events: events.map(({ open: _open, ...event }) => ({ ...event, at: event.at.toISOString() })) }))
}

/** Drops the indexes that no constraint needs; returns what makes them again. */
async function dropIndexes(owner: pg.Client): Promise<readonly string[]> {
  const names = ['matters', 'matter_events', 'ledger_leaves', ...copied.map(({ table }) => table)]
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
     WHERE i.indrelid = ANY($1::regclass[]) AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
    [names],
  )
  for (const { name } of rows) await owner.query(`DROP INDEX ${name}`)
  return rows.map(({ definition }) => definition)
}
