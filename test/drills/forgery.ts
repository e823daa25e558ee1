import type pg from 'pg'
import { lifecycles } from '#app'
import { anonymous, law } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { eventHash } from '#kernel/ledger/hash-chain.ts'
import { verifyMatters } from '#kernel/ledger/verify-matters.ts'
import { aSubmittedCase } from '#test/harness/cases.ts'
import type { TestOffice } from '#test/harness/office.ts'

interface EventRow {
  readonly matter_id: string
  readonly seq: number
  readonly [column: string]: unknown
}

/** What somebody may do to events at any place, as the superuser; each is undone afterwards. */
const acts = {
  edit: (columns: readonly string[], random: Random) => {
    const column = columns[random(columns.length)] ?? 'actor'
    return { what: `edit of ${column}`, sql: `UPDATE matter_events SET ${column} = ${editOf[column] ?? `${column} || 'x'`} WHERE matter_id = $1 AND seq = $2` }
  },
  remove: () => ({ what: 'deletion', sql: 'DELETE FROM matter_events WHERE matter_id = $1 AND seq = $2' }),
  /** The end of a matter is cut off, and the matter set back to where it was then, as if nothing more had happened. */
  truncate: () => ({
    what: 'truncation',
    sql: `WITH cut AS (DELETE FROM matter_events WHERE matter_id = $1 AND seq >= $2 RETURNING 1)
      UPDATE matters m SET head_seq = e.seq, version = e.seq, head_hash = e.hash, state = e.to_state, closed_at = NULL, outcome = NULL FROM matter_events e WHERE m.id = $1 AND e.matter_id = $1 AND e.seq = $2::int - 1`,
  }),
  swap: () => ({ what: 'swap', sql: `UPDATE matter_events a SET command = b.command, detail = b.detail, actor = b.actor FROM matter_events b WHERE a.matter_id = $1 AND b.matter_id = $1 AND (a.seq, b.seq) IN (($2::int, $2::int - 1), ($2::int - 1, $2::int))` }),
} as const

const editOf: Readonly<Record<string, string>> = {
  at: `at + interval '1 millisecond'`,
  detail: `detail || '{"forged": true}'`,
  prev_hash: `set_byte(prev_hash, 7, get_byte(prev_hash, 7) # 1)`,
  hash: `set_byte(hash, 7, get_byte(hash, 7) # 1)`,
  from_state: `coalesce(from_state, '') || 'x'`,
}
const editedColumns = ['at', 'actor', 'command', 'from_state', 'to_state', 'detail', 'prev_hash', 'hash'] as const

type Random = (bound: number) => number

export interface Forger {
  readonly office: TestOffice
  readonly owner: pg.Client
  readonly look: () => Promise<string | undefined>
  readonly random: Random
}

/** So many times something is done to an event that chance picks; returns what was not found or not named by its case. */
export async function touchAtRandom({ owner, look, random }: Forger, times: number): Promise<readonly string[]> {
  const faults: string[] = []
  const { rows: events } = await owner.query<EventRow & { number: string }>('SELECT e.matter_id, e.seq, m.number FROM matter_events e JOIN matters m ON m.id = e.matter_id WHERE e.seq > 1 ORDER BY 1, 2')
  for (let time = 0; time < times; time++) {
    const event = events[random(events.length)]
    if (event === undefined) throw new Error('there is nothing to touch')
    const act = acts[(['edit', 'remove', 'truncate', 'swap'] as const)[random(4)] ?? 'edit'](editedColumns, random)
    const undo = await rowsOf(owner, event.matter_id)
    await owner.query(act.sql, [event.matter_id, event.seq])
    const said = await look()
    if (said === undefined) faults.push(`not found: ${act.what} at ${event.seq} of ${event.number}`)
    else if (!said.includes(event.number) && !said.includes(event.matter_id)) faults.push(`${act.what} at ${event.seq} of ${event.number} was called: ${said}`)
    await undo()
  }
  if ((await look()) !== undefined) faults.push('what was undone is still accused')
  return faults
}

/** Remembers a matter with its events; gives back what restores them. */
async function rowsOf(owner: pg.Client, matterId: string): Promise<() => Promise<void>> {
  const kept = async (table: string, key: string) => (await owner.query<{ rows: string }>(`SELECT jsonb_agg(to_jsonb(t))::text AS rows FROM ${table} t WHERE ${key} = $1`, [matterId])).rows[0]?.rows
  const tables = [['matter_events', 'matter_id'], ['matters', 'id'], ['ledger_leaves', 'matter_id']] as const
  const copies: (string | undefined)[] = []
  for (const [table, key] of tables) copies.push(await kept(table, key))
  return async () => {
    for (const [place, [table, key]] of tables.entries()) {
      await owner.query(`DELETE FROM ${table} WHERE ${key} = $1`, [matterId])
      await owner.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [copies[place]])
    }
  }
}

/**
 * Somebody who knows how the ledger is made changes an event and everything that follows from it in the matter: hashes, chain, leaves, head.
 * Only the tree, whose roots are signed, shows it. Returns what a verifier says that checks everything, and what one says that leaves the tree out.
 */
export async function forgeWholeChain({ office, owner, look }: Forger, number: string): Promise<{ readonly whole: string | undefined; readonly withoutTree: string | undefined }> {
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM matters WHERE number = $1', [number])
  const matterId = rows[0]?.id ?? ''
  const undo = await rowsOf(owner, matterId)
  const { rows: events } = await owner.query<{ seq: number; at: string; actor: string; command: string; from: string | null; to: string; detail: Record<string, unknown>; prev: string }>(
    `SELECT seq, regexp_replace(to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '000$', '') || 'Z' AS at, actor, command, from_state AS "from", to_state AS "to", detail, encode(prev_hash, 'hex') AS prev
     FROM matter_events WHERE matter_id = $1 ORDER BY seq`, [matterId])
  let head = events[0]?.prev ?? ''
  for (const { seq, prev: _, ...event } of events) {
    const detail = seq === 2 ? { ...event.detail, forged: true } : event.detail
    const hash = eventHash(head, { ...event, matterId, seq, detail })
    await owner.query(`UPDATE matter_events SET detail = $3, prev_hash = decode($4, 'hex'), hash = decode($5, 'hex') WHERE matter_id = $1 AND seq = $2`, [matterId, seq, JSON.stringify(detail), head, hash])
    await owner.query(`UPDATE ledger_leaves SET hash = decode($3, 'hex') WHERE matter_id = $1 AND seq = $2`, [matterId, seq, hash])
    head = hash
  }
  await owner.query(`UPDATE matters SET head_hash = decode($2, 'hex') WHERE id = $1`, [matterId, head])
  const fault = await verifyMatters(office.database.db, lifecycles, () => undefined)
  const found = { whole: await look(), withoutTree: fault && fault.fault }
  await undo()
  return found
}

/** The newest checkpoint is removed with everything that it brought. The database alone is whole again, as of then; whoever kept its root sees that the office denies it. */
export async function removeBatch({ office, owner, look }: Forger): Promise<readonly string[]> {
  const before = await newestSize(owner)
  await aSubmittedCase(office)
  await office.call('kernel.make-checkpoint', law, {})
  const after = await newestSize(owner)
  await owner.query('DELETE FROM checkpoints WHERE tree_size > $1', [before])
  await owner.query('DELETE FROM ledger_nodes WHERE (index + 1) * (1::bigint << level) > $1', [before])
  await owner.query('WITH gone AS (DELETE FROM ledger_leaves WHERE leaf_no >= $1 RETURNING matter_id, seq), events AS (DELETE FROM matter_events e USING gone g WHERE e.matter_id = g.matter_id AND e.seq = g.seq) DELETE FROM matters m USING gone g WHERE m.id = g.matter_id AND g.seq = 1', [before])
  const inside = await look()
  const proof: unknown = await office.call('kernel.get-consistency-proof', anonymous, { from: after }).then(() => undefined, (error: unknown) => error)
  return inside !== undefined || proof instanceof Refusal ? [] : ['a whole batch was removed, and the holder of its root was not refused']
}

async function newestSize(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ size: string }>('SELECT max(tree_size) AS size FROM checkpoints')
  return Number(rows[0]?.size)
}
