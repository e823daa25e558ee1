import type { LiveTopic } from '#kernel/live/live-topic.ts'
import { dayOf } from '#kernel/time/day.ts'
import { waitingStates } from '#modules/reception/index.ts'
import { reportingPermissions } from './access.ts'

/** Who waits in the halls today, as the wall counts them: no ledger tells of that. */
const halls: LiveTopic = {
  name: 'reporting.halls',
  permission: reportingPermissions['reporting:read-wall'],
  keysOf: async ({ now }) => [dayOf(now)],
  readStates: waitingStates,
}

export const reportingTopics: readonly LiveTopic[] = [halls]
