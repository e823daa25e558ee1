import type { LiveTopic } from '#kernel/live/live-topic.ts'
import { receptionPermissions } from './access.ts'
import { atHall } from './at-hall.ts'
import { listStates } from './store/tickets.ts'

/** Today's numbers of the caller's hall. */
const hall: LiveTopic = {
  name: 'reception.hall',
  permission: receptionPermissions['reception:watch'],
  async keysOf(ctx) {
    const { hallId, day } = atHall(ctx)
    return [`${hallId}~${day}`]
  },
  readStates: listStates,
}

export const receptionTopics: readonly LiveTopic[] = [hall]
