import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

/** That a card was read: by whom, at which window, on which device. Whose it was stands there as a blind index only. */
export interface CardReading {
  readonly id: string
  readonly at: Date
  readonly actor: string
  readonly windowId: string | null
  readonly device: string
  readonly numberIndex: string
}

export async function insertCardReading(db: Db, reading: CardReading): Promise<void> {
  await sql`
    INSERT INTO card_readings (id, read_at, actor, window_id, device, number_index)
    VALUES (${reading.id}, ${reading.at}, ${reading.actor}, ${reading.windowId}, ${reading.device}, ${reading.numberIndex})`.execute(db)
}
