import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { resume } from '#kernel/time/timer.ts'
import { recordCaseStep } from '../record-step.ts'
import { openDecisionClocks } from '../rules/clocks.ts'
import { tellParties } from '../tell-parties.ts'
import { defineCaseCommand } from './case-command.ts'

/** Ends a special procedure: the clock runs again from today, due later by the working days that were left out (C-09). */
export const resumeCase = defineCaseCommand({
  name: 'cases.resume-case',
  command: 'resume',
  summary: 'Ends a special procedure or another pause',
  fields: { result: z.string().min(1).max(500) },
  refusals: [],
  example: { result: '专家评审通过' },
  async run(ctx, record, { result }) {
    const sealed = await ctx.services.vault.seal(ctx.db, record.detail.applicant_id, result)
    const timers = openDecisionClocks(record.matter.timers).map((timer) => must(resume(timer, { at: ctx.now, party: { kind: 'unit', id: record.matter.leadUnitId ?? '' } })))
    const changed = await recordCaseStep(ctx, record, { command: 'resume', to: 'inReview', timers, detail: { result: sealed.toString('base64') } })
    await tellParties(ctx, changed, 'resumed')
    return { record: changed, documents: [] }
  },
})
