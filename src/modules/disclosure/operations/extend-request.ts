import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { timeErrors } from '#kernel/time/errors.ts'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { extend } from '#kernel/time/timer.ts'
import { issueLetter, unitOf } from '../issue-letter.ts'
import { defineRequestCommand } from '../request-command.ts'
import { extendingRank, openClock } from '../rules/clocks.ts'
import { RequestNumber, Statement } from '../schema.ts'
import { dueOfClock, officerTask, taskNames } from '../tasks.ts'
import { dueText, tellApplicant } from '../tell.ts'

/** The head of the disclosure institution extends once, before the day is over, and the applicant is told with the reason (art. 33, O-04). */
export const extendRequest = defineRequestCommand({
  name: 'disclosure.extend-request',
  command: 'extend',
  summary: 'Extends the time for an answer once; the applicant is told before it is over',
  input: z.object({ number: RequestNumber, days: z.coerce.number().int().min(1).max(20), reason: Statement }),
  refusals: [timeErrors.notExtensible, timeErrors.alreadyExtended, timeErrors.extensionTooLong, timeErrors.expired],
  example: { days: 10, reason: '需要检索2009年以来的纸质档案' },
  async effect(ctx, { request }, { days, reason }) {
    const { matter } = request
    const clock = openClock(matter.timers, 'answer')
    if (clock?.extensible === undefined) throw new Refusal(request.extendedAt === null ? timeErrors.notExtensible : timeErrors.alreadyExtended)
    const extension = { by: { value: days, unit: 'WORKING_DAY' as const }, grantedAt: ctx.now, approver: { id: actorOf(ctx.caller), rank: extendingRank }, reason }
    const extended = must(extend(clock, ctx.services.legalCalendar.of(matter), extension))
    const clocks = { ...matter, timers: afterStep(matter.timers, [extended]) }
    const due = dueOfClock(ctx, clocks, 'answer')
    await issueLetter(ctx, request, 'extension', { reason, days, dueOn: due?.dueDay, legalBasis: clock.extensible.legalReference })
    await tellApplicant(ctx, { ...request, matterId: matter.id }, 'request-extended', { number: matter.number, day: dueText(due) })
    return {
      to: 'handling',
      detail: { days },
      timers: [extended],
      endTasks: [taskNames.handle],
      assign: [officerTask(ctx, unitOf(request), clocks)],
      change: { extended_at: ctx.now },
      note: { text: reason, published: true },
    }
  },
})
