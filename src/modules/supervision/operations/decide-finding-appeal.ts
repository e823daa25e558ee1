import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { supervisionErrors } from '../errors.ts'
import { defineFindingCommand } from '../finding-command.ts'
import { appealTask } from '../open-finding.ts'
import { liftMeasures } from '../raise-measures.ts'
import { done } from '../rules/clocks.ts'
import { FindingNumber, Note } from '../schema.ts'
import { holdMonth, updateFinding } from '../store/findings.ts'
import { tellConcerned } from '../tell.ts'

/** S-06: an inspector who did not write the finding decides; what rested on an overturned one is lifted with it. */
export const decideFindingAppeal = defineFindingCommand({
  name: 'supervision.decide-finding-appeal',
  command: 'decide-appeal',
  summary: 'Decides an appeal against a finding',
  input: z.object({ number: FindingNumber, upheld: z.stringbool().or(z.boolean()), reasoning: Note }),
  refusals: [supervisionErrors.anotherDecides],
  example: { upheld: false, reasoning: '调阅监控，离岗不足三分钟且已放置台牌，申诉成立。' },
  async effect(ctx, { finding }, { upheld, reasoning }) {
    const { matter } = finding
    if (!upheld) {
      await holdMonth(ctx.db, finding.unitId, finding.month)
      await updateFinding(ctx.db, matter.id, { overturnedAt: ctx.now })
      await liftMeasures(ctx, finding)
    }
    await tellConcerned(ctx, { ...finding, matterId: matter.id }, upheld ? 'finding-upheld' : 'finding-overturned', { number: matter.number })
    return {
      to: upheld ? 'closed' : 'overturned',
      outcome: upheld ? 'upheld' : 'overturned',
      detail: { upheld },
      timers: done(matter.timers, 'decideAppeal', ctx.now),
      endTasks: [appealTask],
      change: { closedBy: actorOf(ctx.caller) },
      text: reasoning,
    }
  },
})
