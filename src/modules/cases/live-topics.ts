import { actorOf } from '#kernel/access/caller.ts'
import type { LiveTopic } from '#kernel/live/live-topic.ts'
import { casePermissions, mustSee } from './access.ts'
import { findCase } from './store/cases.ts'
import { openingStates } from './store/openings.ts'

/** `cases.case~NUMBER`: the next step of a case, and who else opens it. */
const oneCase: LiveTopic = {
  name: 'cases.case',
  permission: casePermissions['cases:queue'],
  async keysOf({ db, caller }, number) {
    const { matter } = mustSee(caller, await findCase(db, number, false))
    return [`${matter.id}~${caller.kind === 'staff' ? caller.id : actorOf(caller)}`]
  },
  readStates: openingStates,
}

export const caseTopics: readonly LiveTopic[] = [oneCase]
