import type { LiveTopic } from './live-topic.ts'
import { ledgerSize, taskStates } from './store.ts'

/** The open tasks of the units for which the caller holds a role. */
const tasks: LiveTopic = {
  name: 'kernel.tasks',
  permission: { roles: ['staff'] },
  keysOf: async ({ caller }) => (caller.kind === 'staff' ? [...new Set(caller.roles.map(({ unitId }) => unitId))] : []),
  readStates: taskStates,
}

/** That anything at all happened, at most once a minute: for screens that show the whole office. */
const ledger: LiveTopic = {
  name: 'kernel.ledger',
  permission: { roles: ['staff'] },
  keysOf: async () => ['ledger'],
  readStates: async (db) => new Map([['ledger', await ledgerSize(db)]]),
}

export const kernelTopics: readonly LiveTopic[] = [tasks, ledger]
