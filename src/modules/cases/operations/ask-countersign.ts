import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { dispatchNext } from '../dispatch.ts'
import { caseErrors } from '../errors.ts'
import { itemOf } from '../item-of.ts'
import { recordCaseStep } from '../record-step.ts'
import type { CaseStep } from '../rules/route.ts'
import { insertStepRequest } from '../store/step-requests.ts'
import { insertSteps } from '../store/steps.ts'
import { defineCaseCommand } from './case-command.ts'

/**
 * 加会签: whoever has the case asks a unit that the route does not know for its opinion. An officer of that unit is drawn, and the
 * decision waits for him; the clock of the law does not. A unit is asked once: afterwards its opinion can be returned.
 */
export const askCountersign = defineCaseCommand({
  name: 'cases.ask-countersign',
  command: 'ask-countersign',
  summary: 'Asks another unit for its opinion; the decision waits for it, the legal clock does not',
  fields: { unitId: z.string().max(60), question: z.string().min(1).max(500) },
  refusals: [caseErrors.unitAlreadyAsked, caseErrors.nobodyEligible],
  example: { unitId: 'chengshi-guanli', question: '该处是否属于违法建设？' },
  async run(ctx, record, { unitId, question }) {
    if (record.steps.some((step) => step.kind === 'REVIEW' && step.unitId === unitId)) throw new Refusal(caseErrors.unitAlreadyAsked)
    const order = Math.min(...record.steps.filter((step) => step.state === 'open').map((step) => step.order))
    const step: CaseStep = { key: `asked-${unitId}`, kind: 'REVIEW', unitId, role: 'reviewer', order, countersign: true, officers: 1, state: 'waiting', personId: null, openedAt: null, doneAt: null, opinion: null }
    await insertSteps(ctx.db, record.matter.id, [step])
    const sealedText = await ctx.services.vault.seal(ctx.db, record.detail.applicant_id, question)
    await insertStepRequest(ctx.db, { id: newId(ctx.now.getTime()), caseId: record.matter.id, stepKey: step.key, kind: 'countersign', askedBy: actorOf(ctx.caller), askedAt: ctx.now, sealedText })
    const asked = await dispatchNext(ctx, { ...record, steps: [step] }, await itemOf(ctx, record))
    const changed = await recordCaseStep(ctx, record, { command: 'ask-countersign', to: 'inReview', timers: asked.timers, assign: asked.assign, detail: { step: step.key, unit: unitId, draws: asked.draws } })
    return { record: { ...changed, steps: [...record.steps, ...asked.steps] }, documents: [] }
  },
})
