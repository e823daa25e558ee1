import type { CalendarSource } from '#kernel/calendar/calendar-source.ts'
import type { Db } from '#kernel/db/pool.ts'
import type { SettingsSource } from '#kernel/settings/settings-source.ts'
import type { Clock } from '#kernel/time/clock-source.ts'
import { newestVersions } from './store.ts'

/** How long a process may go on with a calendar or local rules that another process has replaced. */
const freshMs = 2_000

/** Keeps what a process knows of the office up to date: one statement for all of it, at most every two seconds. */
export interface Freshness {
  keepFresh(db: Db): Promise<void>
  /** Tells that this process is changing something: for two seconds every call looks. */
  expectChange(): void
}

/** `clock` is the machine's, also in a simulated city. */
export function createFreshness(clock: Clock, known: { readonly calendar: CalendarSource; readonly settings: SettingsSource }): Freshness {
  let lookedAt = Number.NEGATIVE_INFINITY
  let hurriedUntil = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | undefined

  async function look(db: Db): Promise<void> {
    const newest = await newestVersions(db)
    await known.calendar.renew(db, newest.calendar)
    await known.settings.renew(db, newest.settings)
    lookedAt = clock.now().getTime()
  }

  return {
    async keepFresh(db) {
      const now = clock.now().getTime()
      if (now >= hurriedUntil && now - lookedAt < freshMs) return
      looking ??= look(db).finally(() => (looking = undefined))
      await looking
    },
    expectChange() {
      hurriedUntil = clock.now().getTime() + freshMs
    },
  }
}
