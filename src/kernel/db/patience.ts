import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'

/** Between two attempts. */
const againMs = 100

/**
 * Waits for a database that takes no connections just now: while a standby takes the place of the primary in good order, for some
 * seconds there is none. Nothing was sent yet, so that trying again repeats nothing.
 */
export class Patience {
  readonly #mostMs: number
  /** How many wait between two attempts. */
  waiting = 0

  constructor(mostMs: number) {
    this.#mostMs = mostMs
  }

  async connect(pool: pg.Pool): Promise<pg.PoolClient> {
    const until = performance.now() + this.#mostMs
    for (;;) {
      try {
        return await pool.connect()
      } catch (error) {
        if (!mayComeBack(error) || performance.now() + againMs > until) throw error
      }
      this.waiting += 1
      await pause(againMs)
      this.waiting -= 1
    }
  }
}

/** Nobody listens, the line broke, or the server says itself that it stops or begins (57P01 to 57P03). Not who was refused for what he is, and not who waited long already. */
function mayComeBack(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return /^(?:57P0[123]|E[A-Z]+)$/.test('code' in error ? String(error.code) : '') || error.message.startsWith('Connection terminated unexpectedly')
}

/** Whether a failure says that no connection was to be had: nothing was sent, and asking once more would only wait again. */
export function wasNotReached(error: unknown): boolean {
  return error instanceof Error && (('syscall' in error && error.syscall === 'connect') || /timeout exceeded when trying to connect/i.test(error.message))
}
