import type { OfficeState } from './office-state.ts'

/** `ready`: this process can serve. A check is `ok`, `late` (the office works, a part of it behind), or `wrong` and `away` (it cannot serve). */
export interface Readiness {
  readonly ready: boolean
  readonly checks: { readonly database: Check; readonly migrations: Check; readonly clock: Check; readonly ledger: Check; readonly jobs: Check }
}

type Check = 'ok' | 'late' | 'wrong' | 'away' | 'unknown'

/** Events are signed every minute, jobs looked for every second; what is this late has nobody who does it. */
export const latestSeconds = { ledger: 600, jobs: 300 } as const

/** What could be found out just now. */
export interface Findings {
  /** Undefined when the database did not answer. */
  readonly state: OfficeState | undefined
  readonly migrationsMissing: number
  readonly clockRight: boolean
}

/**
 * Judges what was found. A ledger or a queue that is late is told, and does not make a process unready: every process sees the
 * same lateness, so a balancer would take the whole office away because a worker is.
 */
export function judgeReadiness({ state, migrationsMissing, clockRight }: Findings): Readiness {
  if (state === undefined) return { ready: false, checks: { database: 'away', migrations: 'unknown', clock: 'unknown', ledger: 'unknown', jobs: 'unknown' } }
  const checks = {
    database: 'ok',
    migrations: migrationsMissing === 0 ? 'ok' : 'wrong',
    clock: clockRight ? 'ok' : 'wrong',
    ledger: state.eventsUnsignedSeconds > latestSeconds.ledger ? 'late' : 'ok',
    jobs: state.jobsLateSeconds > latestSeconds.jobs ? 'late' : 'ok',
  } as const
  return { ready: checks.migrations === 'ok' && checks.clock === 'ok', checks }
}
