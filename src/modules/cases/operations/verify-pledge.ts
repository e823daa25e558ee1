import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { satisfy, type Timer } from '#kernel/time/timer.ts'
import { caseErrors } from '../errors.ts'
import type { CaseState } from '../lifecycle.ts'
import { recordCaseStep } from '../record-step.ts'
import { clockNames, openClock, simpleClock } from '../rules/clocks.ts'
import { caseSettings } from '../settings.ts'
import type { CaseRecord } from '../store/cases.ts'
import { insertCreditRecord, repairCredit } from '../store/credit.ts'
import { tellParties } from '../tell-parties.ts'
import { defineCaseCommand } from './case-command.ts'

/**
 * Checks a pledge within 60 working days. A false one is recorded against the applicant's credit and gives him time to rectify;
 * a second check that finds it true within that time repairs the record (C-19). What follows if he does not is `report-unrectified`.
 */
export const verifyPledge = defineCaseCommand({
  name: 'cases.verify-pledge',
  command: 'verify-pledge',
  summary: 'Records whether what was pledged proved true, or was rectified in time',
  fields: { result: z.enum(['true', 'false']), findings: z.string().min(1).max(1000) },
  refusals: [caseErrors.noPledge],
  example: { result: 'true', findings: '现场核查与承诺一致' },
  async run(ctx, record, { result, findings }) {
    const rectification = openClock(record.matter.timers, clockNames.rectification)
    const clock = openClock(record.matter.timers, clockNames.pledgeVerification) ?? rectification
    if (!record.detail.pledge || clock === undefined) throw new Refusal(caseErrors.noPledge)
    const found = rectification === undefined ? await firstFinding(ctx, record, result) : await rectified(ctx, record, result)
    const sealed = await ctx.services.vault.seal(ctx.db, record.detail.applicant_id, findings)
    const changed = await recordCaseStep(ctx, record, {
      command: 'verify-pledge',
      to: record.matter.state as Extract<CaseState, 'decided'>,
      timers: found.ends ? [must(satisfy(clock, ctx.now)), ...found.starts] : [],
      detail: { result, findings: sealed.toString('base64') },
      change: { pledge_checked: found.checked },
    })
    if (found.message !== undefined) await tellParties(ctx, changed, found.message)
    return { record: changed, documents: [] }
  },
})

interface Finding {
  readonly checked: 'passed' | 'failed' | 'rectified'
  /** Whether the clock under which it was checked ends. */
  readonly ends: boolean
  readonly starts: readonly Timer[]
  readonly message?: 'pledgeFailed' | 'rectified'
}

async function firstFinding(ctx: Ctx, { matter, detail }: CaseRecord, result: 'true' | 'false'): Promise<Finding> {
  if (result === 'true') return { checked: 'passed', ends: true, starts: [] }
  await insertCreditRecord(ctx.db, { id: newId(ctx.now.getTime()), subjectId: detail.applicant_id, caseId: matter.id, at: ctx.now })
  const starts = [simpleClock({ id: newId(ctx.now.getTime()), name: clockNames.rectification, purpose: 'internal', budget: settingsAt(ctx, caseSettings).rectification, anchorAt: ctx.now, party: { kind: 'applicant' } })]
  return { checked: 'failed', ends: true, starts, message: 'pledgeFailed' }
}

async function rectified(ctx: Ctx, { matter }: CaseRecord, result: 'true' | 'false'): Promise<Finding> {
  if (result === 'false') return { checked: 'failed', ends: false, starts: [] }
  await repairCredit(ctx.db, matter.id, ctx.now)
  return { checked: 'rectified', ends: true, starts: [], message: 'rectified' }
}
