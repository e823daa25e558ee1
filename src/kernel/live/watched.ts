import type { Caller } from '#kernel/access/caller.ts'
import { isPermitted } from '#kernel/access/permissions.ts'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { sm3Hex } from '#kernel/crypto/sm3.ts'
import type { Db } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { liveErrors } from './errors.ts'
import type { LiveTopic, Watched, Watching } from './live-topic.ts'

/** What a page asks to watch: topics, each with `~subject` behind it where it is one of many. */
export const askedTopics = /^[a-z-]+\.[a-z-]+(?:~[\w-]{1,60})?(?:,[a-z-]+\.[a-z-]+(?:~[\w-]{1,60})?){0,3}$/

/** Finds out what a caller watches. Refuses what he may not read and what does not exist alike, as a reading of it would. */
export async function watchedBy(ctx: Watching, topics: ReadonlyMap<string, LiveTopic>, asked: string): Promise<readonly Watched[]> {
  const watched: Watched[] = []
  for (const each of asked.split(',')) {
    const [name = '', subject = ''] = each.split('~')
    const topic = topics.get(name)
    if (topic === undefined) throw new Refusal(liveErrors.topicUnknown)
    mustBePermitted(topic, ctx.caller)
    watched.push({ topic, asked: each, keys: await topic.keysOf(ctx, subject) })
  }
  return watched
}

function mustBePermitted({ name, permission }: LiveTopic, caller: Caller): void {
  if (!isPermitted({ [name]: permission }, name, caller)) throw new Refusal(caller.kind === 'anonymous' ? contractRefusals.signInRequired : contractRefusals.notPermitted)
}

/** The states of everything that is watched, one statement for each topic however many watch it. */
export async function readStates(db: Db, all: readonly Watched[]): Promise<ReadonlyMap<LiveTopic, ReadonlyMap<string, string>>> {
  const states = new Map<LiveTopic, ReadonlyMap<string, string>>()
  for (const [topic, watched] of Map.groupBy(all, (each) => each.topic)) {
    const keys = [...new Set(watched.flatMap((each) => each.keys))]
    states.set(topic, keys.length === 0 ? new Map() : await topic.readStates(db, keys))
  }
  return states
}

/** What one watcher has seen of all that he watches, as a short text: the same states give the same token in every process. */
export function tokenOf(watched: readonly Watched[], states: ReadonlyMap<LiveTopic, ReadonlyMap<string, string>>): string {
  return sm3Hex(watched.map(({ topic, asked, keys }) => [asked, ...keys.map((key) => `${key}=${states.get(topic)?.get(key) ?? ''}`)].join('\n')).join('\n\n')).slice(0, 24)
}
