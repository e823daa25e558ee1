import { must, Refusal } from '#kernel/errors/refusal.ts'
import { judgeEvidence, listEvidence } from '#kernel/evidence/evidence.ts'
import { voidTimer } from '#kernel/time/timer.ts'
import { caseErrors } from '../errors.ts'
import type { CaseState } from '../lifecycle.ts'
import { recordCaseStep } from '../record-step.ts'
import { clockNames, openClock } from '../rules/clocks.ts'
import { defineCaseCommand } from './case-command.ts'

/** The applicant takes a pledge back before the decision and goes the ordinary way (C-20). */
export const withdrawPledge = defineCaseCommand({
  name: 'cases.withdraw-pledge',
  command: 'withdraw-pledge',
  summary: 'Takes a pledge back before the decision; the pledged materials are owed again',
  fields: {},
  refusals: [caseErrors.noPledge],
  example: {},
  async run(ctx, record) {
    if (!record.detail.pledge) throw new Refusal(caseErrors.noPledge)
    const pledged = (await listEvidence(ctx.db, record.matter.id)).filter((one) => one.provenance['kind'] === 'pledge').map((one) => one.requirement)
    await judgeEvidence(ctx.db, record.matter.id, { requirements: pledged, state: 'defective', at: ctx.now })
    const sameDay = openClock(record.matter.timers, clockNames.pledgeDecision)
    const changed = await recordCaseStep(ctx, record, {
      command: 'withdraw-pledge',
      to: record.matter.state as Extract<CaseState, 'inReview'>,
      timers: sameDay ? [must(voidTimer(sameDay, ctx.now, 'pledge withdrawn'))] : [],
      detail: { owed: pledged },
      change: { pledge: false },
    })
    return { record: changed, documents: [] }
  },
})
