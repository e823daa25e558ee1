import { Refusal } from '#kernel/errors/refusal.ts'
import { stopEndOf } from '#kernel/time/timer.ts'
import { caseErrors } from '../errors.ts'
import { recordCaseStep } from '../record-step.ts'
import { resumedClocks } from '../resumed-clocks.ts'
import { openDecisionClocks } from '../rules/clocks.ts'
import { tellParties } from '../tell-parties.ts'
import { defineCaseCommand } from './case-command.ts'

/**
 * Ends a special procedure that has reached its own limit (行政许可法 art. 45: the applicant was told how long it takes). The clock
 * runs again from that limit, however late the job comes, so that a downtime costs the applicant nothing.
 */
export const resumeLapsedStop = defineCaseCommand({
  name: 'cases.resume-lapsed-stop',
  command: 'resume',
  internal: true,
  summary: 'Ends a special procedure whose own limit is over',
  fields: {},
  refusals: [caseErrors.stopNotLapsed],
  async run(ctx, record) {
    const ends = openDecisionClocks(record.matter.timers).flatMap((timer) => stopEndOf(timer, ctx.services.legalCalendar.of(record.matter)) ?? []).filter((end) => end <= ctx.now)
    const at = ends.toSorted((a, b) => a.getTime() - b.getTime())[0]
    if (at === undefined) throw new Refusal(caseErrors.stopNotLapsed)
    const timers = await resumedClocks(ctx, record, at)
    const changed = await recordCaseStep(ctx, record, { command: 'resume', to: 'inReview', timers, detail: { lapsedAt: at } })
    await tellParties(ctx, changed, 'resumed')
    return { record: changed, documents: [] }
  },
})
