import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { claimFiles } from '#kernel/files/claim.ts'
import { Day } from '#kernel/time/day.ts'
import { caseErrors } from '../errors.ts'
import { recordCaseStep } from '../record-step.ts'
import { resumedClocks } from '../resumed-clocks.ts'
import { openDecisionClocks } from '../rules/clocks.ts'
import { checkHearingRecord } from '../rules/suspension.ts'
import { tellParties } from '../tell-parties.ts'
import { defineCaseCommand } from './case-command.ts'

/** The record of a hearing (听证笔录): who signed it and when; the decision must follow it (行政许可法 art. 48). */
const HearingRecord = z.strictObject({ signedOn: Day, signedBy: z.array(z.enum(['applicant', 'interestedParty', 'chair', 'reviewer'])).min(1), fileId: z.uuid().optional() })

/** Ends a special procedure: the clock runs again from today, due later by the working days that were left out (C-09); a hearing ends with its signed record (C-10). */
export const resumeCase = defineCaseCommand({
  name: 'cases.resume-case',
  command: 'resume',
  summary: 'Ends a special procedure or another pause',
  fields: { result: z.string().min(1).max(500), hearingRecord: HearingRecord.optional() },
  refusals: [caseErrors.hearingRecordMissing, caseErrors.fileNotYours],
  example: { result: '专家评审通过' },
  async run(ctx, record, { result, hearingRecord }) {
    must(checkHearingRecord(openDecisionClocks(record.matter.timers), hearingRecord))
    if (hearingRecord?.fileId !== undefined) await claimFiles(ctx, [hearingRecord.fileId])
    const sealed = await ctx.services.vault.seal(ctx.db, record.detail.applicant_id, result)
    const timers = await resumedClocks(ctx, record, ctx.now)
    const changed = await recordCaseStep(ctx, record, { command: 'resume', to: 'inReview', timers, detail: { result: sealed.toString('base64'), hearingRecord } })
    await tellParties(ctx, changed, 'resumed')
    return { record: changed, documents: [] }
  },
})
