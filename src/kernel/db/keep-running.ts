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
  let looking: Promise<void> | undefined
  const look = async (): Promise<void> => {
    if (await server.isAlive()) return
    log.warn('database server died; starting it again')
    await server.revive()
    log.warn('database server runs again')
  }
  const timer = setInterval(() => {
    looking ??= look()
      .catch((fault: unknown) => log.error('database server did not start again', fault))
      .finally(() => (looking = undefined))
  }, everyMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await looking
    },
  }
}
