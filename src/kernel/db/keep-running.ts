import type { Log } from '#kernel/log/log.ts'
import type { EmbeddedServer } from './embedded.ts'

export interface Keeper {
  /** Stops looking; waits for a start that is under way. */
  stop(): Promise<void>
}

/**
 * Looks every `everyMs` milliseconds whether the embedded server lives and starts it again when it was killed or crashed; a
 * start that fails is tried again at the next look. Until then calls are answered 503 and so is /healthz.
 */
export function keepRunning(server: Pick<EmbeddedServer, 'isAlive' | 'revive'>, log: Log, everyMs = 500): Keeper {
  let reviving: Promise<void> | undefined
  const look = (): void => {
    if (reviving !== undefined || server.isAlive()) return
    log.warn('database server died; starting it again')
    reviving = server
      .revive()
      .then(() => log.warn('database server runs again'))
      .catch((fault: unknown) => log.error('database server did not start again', fault))
      .finally(() => (reviving = undefined))
  }
  const timer = setInterval(look, everyMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await reviving
    },
  }
}
