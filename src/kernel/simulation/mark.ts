import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'

/** What is written of a simulated city: which one it is, and how far it has lived. */
export interface SimulationMark {
  readonly profile: string
  readonly seed: string
  readonly firstDay: Day
  readonly lastDay: Day
  readonly livedUntil: Day | null
}

/** The mark of the database, or undefined in a real one. */
export async function findSimulationMark(db: Db): Promise<SimulationMark | undefined> {
  const { rows } = await sql<SimulationMark>`
    SELECT profile, seed, first_day AS "firstDay", last_day AS "lastDay", lived_until AS "livedUntil" FROM simulated_city`.execute(db)
  return rows[0]
}

/**
 * Marks an empty database for ever, or finds it marked for the same city; a later last day lets the city live on. Throws for a
 * database in which a matter was opened without the mark, and for one that holds another simulated city.
 */
export async function markSimulated(db: Db, city: Omit<SimulationMark, 'livedUntil'>, at: Date): Promise<SimulationMark> {
  const before = await findSimulationMark(db)
  if (before === undefined) {
    const { rows } = await sql<{ used: boolean }>`SELECT EXISTS (SELECT FROM matters) OR EXISTS (SELECT FROM subject_keys) AS used`.execute(db)
    if (rows[0]?.used) throw new Error('this database holds an office; a simulated city needs an empty one')
    await sql`INSERT INTO simulated_city (profile, seed, first_day, last_day, marked_at) VALUES (${city.profile}, ${city.seed}, ${city.firstDay}, ${city.lastDay}, ${at})`.execute(db)
    return { ...city, livedUntil: null }
  }
  if (before.profile !== city.profile || before.seed !== city.seed || before.firstDay !== city.firstDay) {
    throw new Error(`this database holds another city: ${before.profile} from ${before.firstDay}, seed ${before.seed}`)
  }
  await sql`UPDATE simulated_city SET last_day = greatest(last_day, ${city.lastDay}::date)`.execute(db)
  return { ...city, livedUntil: before.livedUntil }
}

/** The matters whose plans are over before their last act, by the names of the plans. */
export async function listOvertaken(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`SELECT unnest(overtaken) AS name FROM simulated_city`.execute(db)
  return rows.map(({ name }) => name)
}

/** Writes down, once, that a plan is over: a city that goes on after a stop must not take up its other acts again. */
export async function markOvertaken(db: Db, name: string): Promise<void> {
  await sql`UPDATE simulated_city SET overtaken = array_append(overtaken, ${name}) WHERE NOT ${name} = ANY(overtaken)`.execute(db)
}

/** The idempotency key of an act of a day: until the day was lived to its end, a repeat gives back the earlier answer. */
export function actKey(act: string): string {
  return `act:${act}`
}

/** Writes down that a day was lived to its end; nobody repeats its acts any more, so their answers are forgotten. */
export async function markLived(db: Db, day: Day): Promise<void> {
  await sql`UPDATE simulated_city SET lived_until = ${day}`.execute(db)
  await sql`DELETE FROM idempotency_keys WHERE key LIKE 'act:%'`.execute(db)
}
