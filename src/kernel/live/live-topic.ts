import type { Caller } from '#kernel/access/caller.ts'
import type { Permission } from '#kernel/access/permissions.ts'
import type { Db } from '#kernel/db/pool.ts'

/** Who asks, and when. */
export interface Watching {
  readonly db: Db
  readonly caller: Caller
  readonly now: Date
}

/** Something that an open page watches. A watcher learns only that it changed, and then asks for the page again as himself. */
export interface LiveTopic {
  /** `module.thing`; a page names it, with `~subject` behind it where it means one of many. */
  readonly name: string
  readonly permission: Permission
  /** What exactly this caller watches. Refuses a subject that he may not read, like any reading of it. */
  readonly keysOf: (ctx: Watching, subject: string) => Promise<readonly string[]>
  /** The states of many keys in one statement: any text that differs once the thing has changed. */
  readonly readStates: (db: Db, keys: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

/** A topic with the keys that one caller watches of it. */
export interface Watched {
  readonly topic: LiveTopic
  /** As the page named it. */
  readonly asked: string
  readonly keys: readonly string[]
}
