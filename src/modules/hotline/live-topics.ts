import type { LiveTopic } from '#kernel/live/live-topic.ts'
import { permissions } from './access.ts'
import { openCallsState } from './store/calls.ts'

/** What rings, for every seat. */
const calls: LiveTopic = {
  name: 'hotline.calls',
  permission: permissions['hotline:read-seats'],
  keysOf: async () => ['calls'],
  readStates: async (db) => new Map([['calls', await openCallsState(db)]]),
}

export const hotlineTopics: readonly LiveTopic[] = [calls]
