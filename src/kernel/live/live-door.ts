import type { Caller } from '#kernel/access/caller.ts'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import type { Services } from '#kernel/contract/services.ts'
import type { Db } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { liveErrors } from './errors.ts'
import { eventStream } from './event-stream.ts'
import { createLiveHub, type LivePace } from './live-hub.ts'
import { askedTopics, watchedBy } from './watched.ts'

/** `topics` as the page names them; `seen` the token of what it shows; `owner` under whom its open pages are counted. */
export interface LiveRequest {
  readonly caller: Caller
  readonly topics: string
  readonly seen: string
  readonly owner: string
}

/** GET /live: tells the open pages of those who are signed in that something changed. */
export interface LiveDoor {
  answer(request: LiveRequest): Promise<Response>
  /** Ends every stream, so that the server can close. */
  close(): void
}

export function createLiveDoor({ db, services }: { readonly db: Db; readonly services: Services }, pace?: LivePace): LiveDoor {
  const hub = createLiveHub(db, services.log, pace)
  return {
    async answer({ caller, topics, seen, owner }) {
      if (caller.kind === 'anonymous') throw new Refusal(contractRefusals.signInRequired)
      if (!askedTopics.test(topics)) throw new Refusal(liveErrors.topicUnknown)
      const watched = await watchedBy({ db, caller, now: services.clock.now() }, services.liveTopics, topics)
      return eventStream(hub, { owner, watched, seen })
    },
    close: () => hub.close(),
  }
}
