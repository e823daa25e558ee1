import type { Db } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Log } from '#kernel/log/log.ts'
import { liveErrors } from './errors.ts'
import type { Watched } from './live-topic.ts'
import { readStates, tokenOf } from './watched.ts'

/** One page that is kept up to date. */
export interface Watcher {
  /** Who is counted. */
  readonly owner: string
  readonly watched: readonly Watched[]
  /** What its page has seen; a watcher that has seen less is told at the next look. */
  readonly seen: string
  changed(token: string): void
  /** Its time is over: it comes again, as whoever it is then. */
  end(): void
}

/** Looks for changes on behalf of all open pages of this process. */
export interface LiveHub {
  /** Refuses who has too many pages open already. Returns how to leave. */
  join(watcher: Watcher): () => void
  /** Ends all watchers and takes no more. */
  close(): void
}

/** How often is looked, how long one connection lasts before its owner's rights are looked at anew, and how many are kept. */
export interface LivePace {
  readonly lookMs: number
  readonly lifeMs: number
  readonly mostOfOne: number
  readonly most: number
}

export const livePace: LivePace = { lookMs: 2_000, lifeMs: 5 * 60_000, mostOfOne: 4, most: 2_000 }

interface Place {
  readonly watcher: Watcher
  seen: string
  looksLeft: number
}

/**
 * One look serves everybody, one statement for each topic, and nobody looks while nobody watches: a thousand open pages cost the
 * database what one does. The database is asked rather than told to speak up (NOTIFY), because every commit that notifies waits for
 * every other one.
 */
export function createLiveHub(db: Db, log: Log, pace: LivePace = livePace): LiveHub {
  const places = new Set<Place>()
  let timer: NodeJS.Timeout | undefined
  let closed = false

  async function look(): Promise<void> {
    try {
      const now = [...places]
      const states = await readStates(db, now.flatMap(({ watcher }) => watcher.watched))
      for (const place of now) tell(place, tokenOf(place.watcher.watched, states))
    } catch (error) {
      log.warn('open pages were not told of changes', { reason: error instanceof Error ? error.message : String(error) })
    }
    for (const place of places) if ((place.looksLeft -= 1) <= 0) leave(place)
    timer = places.size > 0 ? lookLater() : undefined
  }

  function tell(place: Place, token: string): void {
    if (token === place.seen || !places.has(place)) return
    place.seen = token
    place.watcher.changed(token)
  }

  function leave(place: Place): void {
    if (places.delete(place)) place.watcher.end()
  }

  const lookLater = (): NodeJS.Timeout => setTimeout(() => void look(), pace.lookMs).unref()

  return {
    join(watcher) {
      const own = [...places].filter(({ watcher: { owner } }) => owner === watcher.owner).length
      if (closed || places.size >= pace.most || own >= pace.mostOfOne) throw new Refusal(liveErrors.tooManyWatching)
      const place: Place = { watcher, seen: watcher.seen, looksLeft: Math.ceil(pace.lifeMs / pace.lookMs) }
      places.add(place)
      timer ??= lookLater()
      return () => leave(place)
    },
    close() {
      closed = true
      clearTimeout(timer)
      for (const place of places) leave(place)
    },
  }
}
