import type { LiveTopic } from '#kernel/live/live-topic.ts'
import { getHall } from '#modules/organisation/index.ts'
import { receptionPermissions } from './access.ts'
import { hallLookedAt } from './at-hall.ts'
import { listStates } from './store/tickets.ts'

/** Today's numbers of the caller's hall, or for supervisors of the one that they name. */
const hall: LiveTopic = {
  name: 'reception.hall',
  permission: receptionPermissions['reception:watch'],
  async keysOf(ctx, subject) {
    const { hallId, day } = hallLookedAt(ctx, subject === '' ? undefined : subject)
    await getHall(ctx.db, hallId)
    return [`${hallId}~${day}`]
  },
  readStates: listStates,
}

export const receptionTopics: readonly LiveTopic[] = [hall]
