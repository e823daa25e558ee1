import { z } from 'zod'
import { holdsRole } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { listEligible, type Role } from '#modules/organisation/index.ts'
import { dueInstantOf, taskOf } from '../dispatch.ts'
import { caseErrors } from '../errors.ts'
import { recordCaseStep } from '../record-step.ts'
import { openDecisionClocks } from '../rules/clocks.ts'
import { openStepClocks } from '../rules/step-clocks.ts'
import { reassignStep } from '../store/steps.ts'
import { defineCaseCommand } from './case-command.ts'

/** The head of a unit passes an open step to a colleague (AB岗), with a reason; never to the one who accepted the case. */
export const transferCase = defineCaseCommand({
  name: 'cases.transfer-case',
  command: 'transfer',
  summary: 'Passes an open step of a unit to another of its officers',
  fields: { step: z.string().max(60), personId: z.string().max(20), reason: z.string().min(1).max(300) },
  refusals: [caseErrors.stepNotOpen, caseErrors.stepNotYours, caseErrors.nobodyEligible, caseErrors.acceptorMayNotDecide],
  example: { step: 'review', personId: 'HD0102', reason: '承办人休假' },
  async run(ctx, record, { step: key, personId, reason }) {
    const step = record.steps.find((candidate) => candidate.key === key && candidate.state === 'open')
    if (step === undefined) throw new Refusal(caseErrors.stepNotOpen)
    if (ctx.caller.kind === 'staff' && !holdsRole(ctx.caller, 'unitHead', step.unitId)) throw new Refusal(caseErrors.stepNotYours)
    if (personId === record.detail.acceptor_id) throw new Refusal(caseErrors.acceptorMayNotDecide)
    const eligible = await listEligible(ctx.db, { unitId: step.unitId, role: step.role as Role, day: dayOf(ctx.now), except: [] })
    if (!eligible.includes(personId)) throw new Refusal(caseErrors.nobodyEligible, { unitId: step.unitId, role: step.role })
    await reassignStep(ctx.db, record.matter.id, key, personId)
    const changed = await recordCaseStep(ctx, record, {
      command: 'transfer',
      to: 'inReview',
      endTasks: [taskOf(key)],
      assign: [{ task: taskOf(key), unitId: step.unitId, role: step.role, personId, dueAt: dueInstantOf(ctx, record.matter, [...openDecisionClocks(record.matter.timers), ...openStepClocks(record.matter.timers, key)]) }],
      detail: { step: key, from: step.personId, to: personId, reasonGiven: reason.length > 0 },
    })
    return { record: { ...changed, steps: record.steps.map((one) => (one.key === key ? { ...one, personId } : one)) }, documents: [] }
  },
})
