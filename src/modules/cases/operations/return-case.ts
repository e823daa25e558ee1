import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { dayOf } from '#kernel/time/day.ts'
import { listEligible, type Role } from '#modules/organisation/index.ts'
import { clocksOfSteps, dueInstantOf, taskOf } from '../dispatch.ts'
import { caseErrors } from '../errors.ts'
import { itemOf } from '../item-of.ts'
import { recordCaseStep } from '../record-step.ts'
import { openDecisionClocks } from '../rules/clocks.ts'
import { insertStepRequest, reopenStep } from '../store/step-requests.ts'
import { defineCaseCommand } from './case-command.ts'

/**
 * 退回重审: the approver gives an opinion back to the unit that wrote it, with his reason. The step opens again for the same officer;
 * the clock of the law runs on, for the applicant waits for the office as one. The approval stays open and cannot be given meanwhile.
 */
export const returnCase = defineCaseCommand({
  name: 'cases.return-case',
  command: 'return',
  summary: 'Gives the opinion of a unit back to it for a new one; the legal clock runs on',
  fields: { step: z.string().max(60), reason: z.string().min(1).max(500) },
  refusals: [caseErrors.stepNotDone],
  example: { step: 'review', reason: '没有写明现场核查的面积' },
  async run(ctx, record, { step: key, reason }) {
    const step = record.steps.find((one) => one.key === key && one.kind === 'REVIEW' && one.state === 'done')
    if (step === undefined) throw new Refusal(caseErrors.stepNotDone)
    const eligible = await listEligible(ctx.db, { unitId: step.unitId, role: step.role as Role, day: dayOf(ctx.now), except: [] })
    const personId = step.personId !== null && eligible.includes(step.personId) ? step.personId : null
    const sealedText = await ctx.services.vault.seal(ctx.db, record.detail.applicant_id, reason)
    await insertStepRequest(ctx.db, { id: newId(ctx.now.getTime()), caseId: record.matter.id, stepKey: key, kind: 'return', askedBy: actorOf(ctx.caller), askedAt: ctx.now, sealedText })
    await reopenStep(ctx.db, record.matter.id, { key, personId, at: ctx.now })
    const reopened = { ...step, state: 'open' as const, openedAt: ctx.now, doneAt: null, opinion: null, personId }
    const timers = clocksOfSteps(ctx, record, await itemOf(ctx, record), [reopened])
    const changed = await recordCaseStep(ctx, record, {
      command: 'return',
      to: 'inReview',
      timers,
      assign: [{ task: taskOf(key), unitId: step.unitId, role: step.role, personId: personId ?? undefined, dueAt: dueInstantOf(ctx, record.matter, [...openDecisionClocks(record.matter.timers), ...timers]) }],
      detail: { step: key, unit: step.unitId, opinion: step.opinion, to: personId },
    })
    return { record: { ...changed, steps: record.steps.map((one) => (one.key === key ? reopened : one)) }, documents: [] }
  },
})
