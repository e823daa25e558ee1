import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#kernel/db/pool.ts'
import { Day } from '#kernel/time/day.ts'
import type { SettingChange } from './change.ts'

const Changed = z.object({ validFrom: Day, value: z.union([z.number(), z.string()]), reason: z.string(), document: z.string() })
const Withdrawn = z.object({ validFrom: Day, reason: z.string() })

interface EventRow {
  readonly key: string
  readonly at: Date
  readonly actor: string
  readonly command: string
  readonly detail: unknown
}

/** Every change of every local rule, oldest first, by the rule's key. The ledger is the only place that has them. */
export async function readChanges(db: Db): Promise<ReadonlyMap<string, readonly SettingChange[]>> {
  const { rows } = await sql<EventRow>`
    SELECT m.number AS key, e.at, e.actor, e.command, e.detail FROM matters m JOIN matter_events e ON e.matter_id = m.id
    WHERE m.kind = 'local-rule' ORDER BY m.number, e.seq`.execute(db)
  const byKey = Map.groupBy(rows, ({ key }) => key)
  return new Map([...byKey].map(([key, events]) => [key, events.reduce(withEvent, [])]))
}

/** Holds a rule against other changes until commit, also one that the ledger does not have yet. */
export async function holdRule(db: Db, key: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.local-rule.' || ${key}, 0))`.execute(db)
}

function withEvent(changes: readonly SettingChange[], event: EventRow): readonly SettingChange[] {
  if (event.command === 'withdraw') {
    const { validFrom, reason } = Withdrawn.parse(event.detail)
    return changes.map((change) => (change.validFrom === validFrom && change.withdrawn === null ? { ...change, withdrawn: { at: event.at, by: event.actor, reason } } : change))
  }
  return [...changes, { ...Changed.parse(event.detail), decidedAt: event.at, by: event.actor, withdrawn: null }]
}
