import { z } from 'zod'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { satisfy } from '#kernel/time/timer.ts'
import { caseErrors } from '../errors.ts'
import type { CaseState } from '../lifecycle.ts'
import { recordCaseStep } from '../record-step.ts'
import { clockNames, openClock } from '../rules/clocks.ts'
import { insertCreditRecord } from '../store/notices.ts'
import { tellParties } from '../tell-parties.ts'
import { defineCaseCommand } from './case-command.ts'

/** Checks a pledge within 60 working days: a false one is recorded against the applicant's credit and leads to rectification, then revocation (C-19). */
export const verifyPledge = defineCaseCommand({
  name: 'cases.verify-pledge',
  command: 'verify-pledge',
  summary: 'Records whether what was pledged proved true',
  fields: { result: z.enum(['true', 'false']), findings: z.string().min(1).max(1000) },
  refusals: [caseErrors.noPledge],
  example: { result: 'true', findings: '现场核查与承诺一致' },
  async run(ctx, record, { result, findings }) {
    const clock = openClock(record.matter.timers, clockNames.pledgeVerification)
    if (!record.detail.pledge || clock === undefined) throw new Refusal(caseErrors.noPledge)
    const sealed = await ctx.services.vault.seal(ctx.db, record.detail.applicant_id, findings)
    if (result === 'false') await insertCreditRecord(ctx.db, { id: newId(ctx.now.getTime()), subjectId: record.detail.applicant_id, caseId: record.matter.id, at: ctx.now })
    const changed = await recordCaseStep(ctx, record, {
      command: 'verify-pledge',
      to: record.matter.state as Extract<CaseState, 'decided'>,
      timers: [must(satisfy(clock, ctx.now))],
      detail: { result, findings: sealed.toString('base64') },
      change: { pledge_checked: result === 'true' ? 'passed' : 'failed' },
    })
    if (result === 'false') await tellParties(ctx, changed, 'pledgeFailed')
    return { record: changed, documents: [] }
  },
})
