import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { allDropped } from '#kernel/time/open-clocks.ts'
import { supervisionErrors } from '../errors.ts'
import { defineFindingCommand } from '../finding-command.ts'
import { explainTask } from '../open-finding.ts'
import { FindingNumber, Note } from '../schema.ts'

/** The inspectors close what was explained, or what nobody explained in time; the points stand. */
export const closeFinding = defineFindingCommand({
  name: 'supervision.close-finding',
  command: 'close',
  summary: 'Closes a finding after the unit was heard',
  input: z.object({ number: FindingNumber, conclusion: Note }),
  refusals: [supervisionErrors.explanationFirst],
  example: { conclusion: '情况属实，已纠正，予以结案。' },
  effect: (ctx, { finding: { matter } }, { conclusion }) => ({
    to: 'closed',
    outcome: 'upheld',
    timers: allDropped(matter.timers, { at: ctx.now, reason: 'closed' }),
    endTasks: [explainTask],
    change: { closedBy: actorOf(ctx.caller) },
    text: conclusion,
  }),
})
